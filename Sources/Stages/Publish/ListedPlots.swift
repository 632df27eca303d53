internal import Archive
internal import Inventory

/// The 小班 of one survey as lists name them.
struct ListedPlots {
  /// Rows of the store, ascending.
  let rows: [Int64]
  let village: ByteColumn
  let compartment: ByteColumn
  let number: ByteColumn
  /// NaN where not known.
  let hectares: [Double]

  /// - Parameter connection: to the store of `ingest`.
  init(_ connection: borrowing Connection, year: Int) throws {
    let set = try connection.columns(
      of: InventorySchema.subcompartment,
      [
        TableColumn("fid", .integer), TableColumn("village", .text),
        TableColumn("compartment", .text), TableColumn("number", .text),
        TableColumn("area_ha", .real),
      ], where: [("survey", Int64(year)...Int64(year))])
    rows = try set.integers(0)
    village = try set.texts(1)
    compartment = try set.texts(2)
    number = try set.texts(3)
    hectares = try set.reals(4)
  }

  /// Positions by village, 林班 and 小班. Numbers are digits nearly always and are put in order as
  /// such: shorter ones first.
  func order(_ positions: [Int]) -> [Int] {
    let places = Self.places(of: village)
    return positions.sorted { one, other in
      if places[one] != places[other] { return places[one] < places[other] }
      for column in [compartment, number] {
        switch Self.compare(column, one, other) {
        case ..<0: return true
        case 1...: return false
        default: continue
        }
      }
      return one < other
    }
  }

  /// Where each entry's text comes among the different texts of a column.
  private static func places(of column: ByteColumn) -> [Int] {
    var texts = KeyIndex()
    let numbers = (0..<column.count).map { texts.insert(column.bytes[column.byteRange($0)]).number }
    func text(_ number: Int) -> ArraySlice<UInt8> {
      texts.keys.bytes[texts.keys.byteRange(number)]
    }
    let sorted = (0..<texts.count).sorted { text($0).lexicographicallyPrecedes(text($1)) }
    var places = [Int](repeating: 0, count: texts.count)
    for (place, number) in sorted.enumerated() { places[number] = place }
    return numbers.map { places[$0] }
  }

  /// By the number of characters, then by bytes: negative, zero or positive.
  private static func compare(_ column: ByteColumn, _ one: Int, _ other: Int) -> Int {
    let first = column.bytes[column.byteRange(one)]
    let second = column.bytes[column.byteRange(other)]
    let lengths = (characters(first), characters(second))
    if lengths.0 != lengths.1 { return lengths.0 - lengths.1 }
    for (byte, otherByte) in zip(first, second) where byte != otherByte {
      return Int(byte) - Int(otherByte)
    }
    return first.count - second.count
  }

  private static func characters(_ text: ArraySlice<UInt8>) -> Int {
    text.count { $0 & 0xC0 != 0x80 }
  }
}
