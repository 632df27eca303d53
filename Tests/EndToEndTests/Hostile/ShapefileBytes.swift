import Foundation

/// The files of a small shapefile as bytes, so that a test can make any of them wrong: eight 小班 of
/// one hectare side by side in EPSG:4526, texts in GBK.
struct ShapefileBytes {
  typealias Point = (x: Double, y: Double)

  struct Field {
    var name: String
    var kind: Character = "C"
    var width: Int
    var decimals = 0
  }

  static let rowCount = 8
  static let west = 38_500_000.0
  static let south = 2_500_000.0

  /// Names, kinds and widths, with the value of each row as the .dbf keeps it.
  static let columns: [(field: Field, value: @Sendable (Int) -> String)] = [
    (Field(name: "XIAN", width: 6), { _ in "450000" }),
    (Field(name: "XIANG", width: 9), { _ in "450000100" }),
    (Field(name: "CUN", width: 12), { _ in "450000100200" }),
    (Field(name: "LIN_BAN", width: 4), { _ in "0001" }),
    (Field(name: "XIAO_BAN", width: 5), { "\(10_000 + $0)" }),
    (Field(name: "MIAN_JI", kind: "N", width: 18, decimals: 4), { _ in "1.0000" }),
    (Field(name: "DI_LEI", width: 6), { _ in "0301" }),
    (Field(name: "YOU_SHI_SZ", width: 6), { _ in "310" }),
    (Field(name: "QI_YUAN", width: 2), { _ in "21" }),
    (Field(name: "SEN_LIN_LB", width: 3), { _ in "021" }),
    (Field(name: "LING_ZU", width: 1), { _ in "2" }),
    (Field(name: "LIN_ZHONG", width: 3), { _ in "233" }),
    (Field(name: "LD_QS", width: 2), { _ in "20" }),
    (Field(name: "HUO_LMGQXJ", kind: "N", width: 12, decimals: 2), { _ in "100.00" }),
    (Field(name: "ZXJ", kind: "N", width: 12, decimals: 2), { _ in "100.00" }),
    (Field(name: "PINGJUN_NL", kind: "N", width: 4), { _ in "12" }),
    (Field(name: "YU_BI_DU", kind: "N", width: 6, decimals: 2), { _ in "0.70" }),
    (Field(name: "PINGJUN_XJ", kind: "N", width: 6, decimals: 1), { _ in "12.5" }),
    (Field(name: "PINGJUN_SG", kind: "N", width: 6, decimals: 1), { _ in "9.1" }),
    (Field(name: "MEI_GQ_ZS", kind: "N", width: 6), { _ in "1500" }),
    (Field(name: "ZLND", kind: "N", width: 4), { _ in "2011" }),
    // 速生桉 in GBK.
    (Field(name: "BEI_ZHU", width: 20), { _ in "\u{CB}\u{D9}\u{C9}\u{FA}\u{E8}\u{F1}" }),
  ]

  var shapes = (0..<rowCount).map { polygon([square($0)]) }
  /// 5 polygon, 15 with heights, 25 with measures, 1 points, 3 lines.
  var kind = 5
  var box = [west, south, west + 800, south + 100]
  var fields = columns.map(\.field)
  /// Marks in front of rows: a star stands for a deleted one.
  var marks = [Character](repeating: " ", count: rowCount)
  /// Row count that the header of the .dbf states, if another than there are.
  var statedRows: Int?
  var statedRecord: Int?
  /// Cells by row and column name instead of those of `columns`; texts as Latin-1.
  var cells: [String: String] = [:]

  /// A square of one hectare, clockwise.
  static func square(_ row: Int, side: Double = 100) -> [Point] {
    let x = west + Double(row) * 100
    return [(x, south), (x, south + side), (x + side, south + side), (x + side, south), (x, south)]
  }

  static func polygon(_ rings: [[Point]], kind: Int = 5) -> [UInt8] {
    let points = rings.flatMap { $0 }
    var bytes = little(UInt32(kind))
    for value in [
      points.map(\.x).min(), points.map(\.y).min(), points.map(\.x).max(), points.map(\.y).max(),
    ] { bytes += number(value ?? 0) }
    bytes += little(UInt32(rings.count)) + little(UInt32(points.count))
    var first = 0
    for ring in rings {
      bytes += little(UInt32(first))
      first += ring.count
    }
    for point in points { bytes += number(point.x) + number(point.y) }
    for _ in 0..<(kind == 15 ? 2 : kind == 25 ? 1 : 0) {
      bytes += number(0) + number(9)
      for _ in points { bytes += number(5) }
    }
    return bytes
  }

  /// A point, whose kind is 1.
  static func point(_ x: Double, _ y: Double) -> [UInt8] { little(1) + number(x) + number(y) }

  static let null = little(0)

  var shp: [UInt8] {
    var bytes = head(100 + shapes.reduce(0) { $0 + 8 + $1.count })
    for (row, shape) in shapes.enumerated() {
      bytes += Self.big(UInt32(row + 1)) + Self.big(UInt32(shape.count / 2)) + shape
    }
    return bytes
  }

  var shx: [UInt8] {
    var bytes = head(100 + 8 * shapes.count)
    var place = 50
    for shape in shapes {
      bytes += Self.big(UInt32(place)) + Self.big(UInt32(shape.count / 2))
      place += 4 + shape.count / 2
    }
    return bytes
  }

  var dbf: [UInt8] {
    let record = 1 + fields.reduce(0) { $0 + $1.width }
    var bytes: [UInt8] = [3, 124, 1, 1]
    bytes += Self.little(UInt32(statedRows ?? shapes.count))
    bytes += Self.little(UInt32(33 + 32 * fields.count)).prefix(2)
    bytes += Self.little(UInt32(statedRecord ?? record)).prefix(2)
    bytes += [UInt8](repeating: 0, count: 17) + [0x4D, 0, 0]
    for field in fields {
      var description = Array(field.name.utf8.prefix(10))
      description += [UInt8](repeating: 0, count: 11 - description.count)
      description += Array(String(field.kind).utf8) + [0, 0, 0, 0]
      description += [UInt8(field.width), UInt8(field.decimals)]
      bytes += description + [UInt8](repeating: 0, count: 32 - description.count)
    }
    bytes.append(0x0D)
    for row in shapes.indices {
      bytes += Array(String(marks[row % marks.count]).utf8)
      for field in fields { bytes += cell(row, field) }
    }
    return bytes + [0x1A]
  }

  private func cell(_ row: Int, _ field: Field) -> [UInt8] {
    let usual = Self.columns.first { $0.field.name == field.name }?.value(row) ?? ""
    let text = cells["\(row) \(field.name)"] ?? usual
    let content = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      .prefix(field.width)
    let blanks = [UInt8](repeating: 0x20, count: field.width - content.count)
    return field.kind == "N" ? blanks + content : content + blanks
  }

  private func head(_ size: Int) -> [UInt8] {
    var bytes = Self.big(9994) + [UInt8](repeating: 0, count: 20) + Self.big(UInt32(size / 2))
    bytes += Self.little(1000) + Self.little(UInt32(kind))
    for value in box + [0, 0, 0, 0] { bytes += Self.number(value) }
    return bytes
  }

  static func little(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  static func big(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  static func number(_ value: Double) -> [UInt8] {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
  }
}
