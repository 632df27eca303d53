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

  /// By `ForestClass.ordinal`.
  let entries: [Entry]

  init(_ parameters: MethodParameters, use: BaselineUse) {
    var entries = [Entry](
      repeating: Entry(status: .noBaseline, value: .nan, standing: .official),
      count: ForestClass.allCases.count)
    if use == .forbidden || (use == .optional && parameters.benchmarks.isEmpty) {
      // No baseline is part of the formula, whose standing is the file's own.
      entries = [Entry](
        repeating: Entry(status: .computed, value: 0, standing: parameters.status),
        count: ForestClass.allCases.count)
    } else {
      entries[ForestClass.unknown.ordinal].status = .forestClassUnknown
      for benchmark in parameters.benchmarks where benchmark.forestClass != .unknown {
        entries[benchmark.forestClass.ordinal] = Entry(
          status: .computed, value: benchmark.value, standing: benchmark.provenance.standing)
      }
    }
    self.entries = entries
  }

  /// The benchmark of a row, by the later 森林类别. Where the stand has gone a survey may no longer
  /// record it; then the earlier one says to which class the loss belongs.
  /// - Parameter stock: of the later date, tC.
  @inline(__always)
  func entry(_ pair: SurveyPair, row: Int, stock: Double) -> Entry {
    let later = entries[pair.second.forestClass[row].ordinal]
    guard !later.status.isComputed, stock == 0, pair.evidence[row] != .none else { return later }
    let earlier = entries[pair.first.forestClass[row].ordinal]
    return earlier.status.isComputed ? earlier : later
  }
}
