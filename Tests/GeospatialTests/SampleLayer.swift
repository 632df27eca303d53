import Geometry
import Inventory

@testable import Geospatial

/// A small layer made up by a formula, in a three-degree zone of CGCS2000.
enum SampleLayer {
  static let fields = [
    FieldDescription(name: "XIAO_BAN", kind: .text, width: 8),
    FieldDescription(name: "乡镇名称", kind: .text, width: 20),
    FieldDescription(name: "MIAN_JI", kind: .real, width: 18, precision: 2),
    FieldDescription(name: "PINGJUN_NL", kind: .integer, width: 4),
    FieldDescription(name: "RIQI", kind: .date),
  ]

  /// A square ring, clockwise or not.
  static func ring(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
    [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)]
  }

  static func wkb(_ rings: [[(Double, Double)]]) -> [UInt8] {
    var bytes: [UInt8] = [1]
    func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += Array($0) } }
    func put(_ value: Double) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) }
    }
    put(UInt32(3))
    put(UInt32(rings.count))
    for ring in rings {
      put(UInt32(ring.count))
      for point in ring {
        put(point.0)
        put(point.1)
      }
    }
    return bytes
  }

  /// `rows` squares of 100 m near Longchuan (EPSG:4547); every seventh has a hole of 10 m.
  static func geometry(rows: Int, x: Double = 628_000, y: Double = 2_667_000) -> WKBColumn {
    var column = WKBColumn()
    for row in 0..<rows {
      let (left, bottom) = (x + Double(row % 100) * 100, y + Double(row / 100) * 100)
      var rings = [ring(left, bottom, 100)]
      if row % 7 == 0 { rings.append(ring(left + 40, bottom + 40, 10).reversed()) }
      column.append(wkb(rings))
    }
    return column
  }

  static func columns(rows: Int) -> [SourceColumn] {
    let towns = ["老隆镇", "四都镇", "", "黄田", "Long 镇"]
    return [
      .text(TextColumn((0..<rows).map { "00\($0)" })),
      .text(TextColumn((0..<rows).map { towns[$0 % 5] })),
      .number((0..<rows).map { $0 % 11 == 3 ? .nan : Double($0) / 4 }),
      .number((0..<rows).map { $0 % 13 == 5 ? .nan : Double($0 % 80) }),
      .text(TextColumn((0..<rows).map { $0 % 3 == 1 ? "" : "20\(10 + $0 % 20)-06-13" })),
    ]
  }

  static func write(
    _ path: String, _ format: OutputFormat, rows: Int, geometry kind: GeometryKind = .polygon,
    epsg: Int? = 4547, options: WriterOptions = WriterOptions()
  ) throws {
    var writer = try LayerWriter(
      path: path, format: format, layer: "xb", fields: fields, geometry: kind, epsg: epsg,
      options: options)
    try writer.append(
      columns: columns(rows: rows), geometry: kind == .none ? nil : geometry(rows: rows))
    try writer.finish()
  }
}
