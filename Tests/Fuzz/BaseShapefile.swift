import Geometry
import Inventory

@testable import Geospatial

/// A small sound shapefile: GBK texts, numbers of every kind, a date, a hole, a missing shape.
enum BaseShapefile {
  static let endings = ["shp", "shx", "dbf"]

  /// The bytes of the three files.
  static let parts: [[UInt8]] = {
    let folder = FuzzFolder.shared
    do {
      var writer = try LayerWriter(
        path: folder.path("base.shp"), format: .shapefile, layer: "base",
        fields: [
          FieldDescription(name: "XIAO_BAN", kind: .text, width: 6),
          FieldDescription(name: "地名", kind: .text, width: 9),
          FieldDescription(name: "MIAN_JI", kind: .real, width: 12, precision: 3),
          FieldDescription(name: "NIAN_LIN", kind: .integer, width: 4),
        ], geometry: .polygon, epsg: nil, options: WriterOptions(encoding: .gbk))
      var shapes = WKBColumn()
      for row in 0..<6 {
        var polygon = PolygonBuffer()
        let x = 38_500_000 + Double(row) * 100
        polygon.appendRing([(x, 0), (x, 90), (x + 90, 90), (x + 90, 0)], isShell: true)
        if row == 2 {
          polygon.appendRing([(x + 9, 9), (x + 19, 9), (x + 19, 19)], isShell: false)
        }
        if row == 4 { polygon.removeAll() }
        shapes.append(polygon)
      }
      try writer.append(
        columns: [
          .text(TextColumn((0..<6).map { "000\($0)" })),
          .text(TextColumn(["老隆镇", "", "四都", "黄田镇老", "a 村", "誠"])),
          .number([1.25, .nan, -0.5, 123_456.789, 0, 1e3]),
          .number([12, 0, .nan, -3, 9999, 7]),
        ], geometry: shapes)
      try writer.finish()
    } catch {
      preconditionFailure("the base shapefile cannot be written: \(error)")
    }
    return endings.map { folder.read("base." + $0) }
  }()
}
