internal import Inventory
internal import Mapping

/// The 小班 that take part, gathered while they are written, so that the next stages of the same
/// run need not read them back: equal to what `InventoryReader.survey` reads.
struct KeptSurveys: Sendable {
  private var stands: [Int: SubcompartmentColumns] = [:]
  /// Codes of villages in the order in which they were met; `village` of `stands` counts them.
  private var met = KeyIndex()
  private var withPreviousVolume: Set<Int> = []

  /// - Parameters:
  ///   - taken: the rows of the chunk that take part, ascending.
  ///   - firstRow: store row of the chunk's first row.
  mutating func append(_ rows: SurveyRows, taken: [Int], survey: Int, firstRow: Int64) {
    var chunk = rows.subcompartments
    let codes = rows.villageCode
    for row in taken {
      chunk.row[row] = firstRow + Int64(row)
      chunk.village[row] = Int32(met.insert(codes.bytes[codes.byteRange(row)]).number)
    }
    stands[survey, default: SubcompartmentColumns()].append(chunk, rows: taken)
    if !withPreviousVolume.contains(survey),
      taken.contains(where: { rows.previousVolume[$0] > 0 })
    {
      withPreviousVolume.insert(survey)
    }
  }

  /// Takes rows of the store out again.
  mutating func remove(_ numbers: Set<Int64>, survey: Int) {
    guard let all = stands[survey] else { return }
    var left = SubcompartmentColumns()
    left.append(all, rows: all.row.indices.filter { !numbers.contains(all.row[$0]) })
    stands[survey] = left
  }

  /// Codes of all villages that rows name, in the order of their bytes.
  var villageCodes: [String] { (0..<met.count).map { met.keys[$0] }.sorted(by: Self.precedes) }

  /// Surveys with volumes of the date before them, separated by blanks.
  var surveysWithPreviousVolume: String {
    withPreviousVolume.sorted().map(String.init).joined(separator: " ")
  }

  /// - Parameter declared: codes of villages that the pipeline declares.
  func surveys(declared: [String]) -> [(year: Int, stands: SubcompartmentColumns)] {
    let all = Set(declared).union(villageCodes).sorted(by: Self.precedes)
    let places = KeyIndex(TextColumn(all))
    let renumbered = (0..<met.count).map { Int32(places.number(met.keys[$0]) ?? -1) }
    return stands.keys.sorted().compactMap { year in
      stands[year].map { found in
        var found = found
        found.village = found.village.map { renumbered[Int($0)] }
        return (year, found)
      }
    }
  }

  /// As the store sorts texts.
  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
