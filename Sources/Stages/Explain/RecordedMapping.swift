internal import Inventory
internal import Mapping

/// A mapping as the record of a run keeps it: what the run used, whatever became of the file.
///
/// The counterpart of `MappingFile.canonicalText`. Parts that do not read back are left out; only
/// an explanation becomes poorer by that.
struct RecordedMapping: Sendable {
  struct Column: Sendable {
    var names: [String]
    var constant: String
    var areaUnit: AreaUnit
    var volumeUnit: VolumeUnit
    var ratioUnit: RatioUnit
    var stemUnit: StemUnit
    var codes: [String: CodeList.Entry] = [:]
  }

  private(set) var areaBasis = ""
  private var columns: [String: Column] = [:]

  init() {}

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 4 else { return }
    areaBasis = parts[2]
    let known = Set(FieldVocabulary.inventory.map(\.name))
    var field = ""
    for part in parts.dropFirst(4) {
      let cells = part.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 9, known.contains(cells[0]) {
        field = cells[0]
        columns[field] = Column(
          names: cells[1].isEmpty ? [] : cells[1].split(separator: "|").map(String.init),
          constant: cells[2], areaUnit: AreaUnit(rawValue: cells[5]) ?? .hectare,
          volumeUnit: VolumeUnit(rawValue: cells[6]) ?? .cubicMetresPerHectare,
          ratioUnit: RatioUnit(rawValue: cells[7]) ?? .fraction,
          stemUnit: StemUnit(rawValue: cells[8]) ?? .perHectare)
        continue
      }
      let entry = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard entry.count == 4, let standing = Standing(rawValue: entry[3]) else { continue }
      columns[field]?.codes[entry[0]] = CodeList.Entry(
        name: entry[1], meaning: entry[2], standing: standing)
    }
  }

  subscript(field: String) -> Column? { columns[field] }
}
