internal import Inventory

/// The benchmarks of a file by 森林类别.
struct BenchmarkTable: Sendable {
  struct Entry: Sendable {
    /// `.computed`, or why there is no benchmark.
    var status: QuantityStatus
    /// tCO2e/ha/yr
    var value: Double
    var standing: Standing
  }

  /// By 森林类别, 起源 and 龄组.
  let entries: [Entry]

  init(_ parameters: MethodParameters, use: BaselineUse) {
    let none = use == .forbidden || (use == .optional && parameters.benchmarks.isEmpty)
    var entries: [Entry] = []
    for forestClass in ForestClass.allCases {
      for origin in Origin.allCases {
        for ageGroup in AgeGroup.allCases {
          if none {
            // No baseline is part of the formula, whose standing is the file's own.
            entries.append(Entry(status: .computed, value: 0, standing: parameters.status))
          } else if forestClass == .unknown {
            entries.append(Entry(status: .forestClassUnknown, value: .nan, standing: .official))
          } else if let benchmark = parameters.benchmark(for: forestClass, origin, ageGroup) {
            entries.append(
              Entry(
                status: .computed, value: benchmark.value, standing: benchmark.provenance.standing))
          } else {
            entries.append(Entry(status: .noBaseline, value: .nan, standing: .official))
          }
        }
      }
    }
    self.entries = entries
  }

  /// The benchmark of a row, by the later 森林类别, 起源 and 龄组. Where the stand has gone a survey may
  /// no longer record them; then the earlier ones say to which class the loss belongs.
  /// - Parameter stock: of the later date, tC.
  @inline(__always)
  func entry(_ pair: SurveyPair, row: Int, stock: Double) -> Entry {
    let later = entries[place(pair.second, row)]
    guard !later.status.isComputed, stock == 0, pair.evidence[row] != .none else { return later }
    let earlier = entries[place(pair.first, row)]
    return earlier.status.isComputed ? earlier : later
  }

  @inline(__always)
  private func place(_ columns: SubcompartmentColumns, _ row: Int) -> Int {
    let forestClass: Int = columns.forestClass[row].ordinal
    let origin = Int(columns.origin[row].ordinal)
    let ageGroup = Int(columns.ageGroup[row].ordinal)
    let pairOfClasses = forestClass * Origin.allCases.count + origin
    return pairOfClasses * AgeGroup.allCases.count + ageGroup
  }
}
