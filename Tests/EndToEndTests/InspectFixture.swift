import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

@testable import Stages

/// A folder for files that a test writes; removed with it.
final class InspectFixture {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "inspect-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// The repository's root, from where this file was compiled.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func mappings() throws -> MappingCatalog {
    try MappingCatalog(folder: repository + "/pipelines/mappings")
  }

  /// One 小班 of a square survey.
  struct Stand {
    var species = "310"
    var landClass = "1111"
    var origin = "21"
    /// In hectares.
    var side = 1.0
    /// What the area column says per hectare of polygon.
    var areaFactor = 1.0
    var volume = 100.0
    var total: Double?
  }

  /// Writes squares in a row. The fields are those of both shipped 小班 mappings.
  ///
  /// - Parameters:
  ///   - epsg: nil writes no .prj.
  ///   - west: easting of the first square.
  func write(
    _ name: String, _ stands: [Stand], epsg: Int? = 4526, west: Double = 38_500_000,
    options: WriterOptions = WriterOptions(encoding: .gbk, writesCodePage: false),
    names: [String: String] = [:]
  ) throws -> String {
    func texts(_ text: (Int) -> String) -> SourceColumn {
      .text(TextColumn(stands.indices.map(text)))
    }
    func numbers(_ number: (Stand) -> Double) -> SourceColumn { .number(stands.map(number)) }
    let columns: [(String, FieldDescription.Kind, Int, SourceColumn)] = [
      ("XIAN", .text, 6, texts { _ in "450000" }),
      ("XIANG", .text, 9, texts { _ in "450000100" }),
      ("CUN", .text, 12, texts { _ in "450000100200" }),
      ("LIN_BAN", .text, 4, texts { _ in "0001" }),
      ("XIAO_BAN", .text, 5, texts { String(10_000 + $0) }),
      ("MIAN_JI", .real, 18, numbers { $0.side * $0.side * $0.areaFactor }),
      ("DI_LEI", .text, 6, texts { stands[$0].landClass }),
      ("YOU_SHI_SZ", .text, 6, texts { stands[$0].species }),
      ("QI_YUAN", .text, 2, texts { stands[$0].origin }),
      ("SEN_LIN_LB", .text, 3, texts { _ in "021" }),
      ("LING_ZU", .text, 1, texts { _ in "2" }),
      ("LIN_ZHONG", .text, 3, texts { _ in "233" }),
      ("LD_QS", .text, 2, texts { _ in "20" }),
      ("HUO_LMGQXJ", .real, 12, numbers(\.volume)),
      ("ZXJ", .real, 12, numbers { $0.total ?? $0.volume * $0.side * $0.side }),
      ("PINGJUN_NL", .integer, 4, numbers { _ in 12 }),
      ("YU_BI_DU", .real, 6, numbers { _ in 0.7 }),
      ("BEI_ZHU", .text, 20, texts { _ in "速生桉" }),
    ]
    var shapes = WKBColumn()
    var x = west
    for stand in stands {
      let side = stand.side * 100
      shapes.append(Self.square(x, 2_500_000, side))
      x += side
    }
    let path = path(name + ".shp")
    var writer = try LayerWriter(
      path: path, format: .shapefile, layer: name,
      fields: columns.map {
        FieldDescription(
          name: names[$0.0] ?? $0.0, kind: $0.1, width: $0.2, precision: $0.1 == .real ? 4 : 0)
      }, geometry: .polygon, epsg: epsg, options: options)
    try writer.append(columns: columns.map(\.3), geometry: shapes)
    try writer.finish()
    return path
  }

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [UInt8] {
    var bytes: [UInt8] = [1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0]
    for (dx, dy) in [(0, 0), (0, side), (side, side), (side, 0), (0, 0)] {
      for value in [x + dx, y + dy] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) }
      }
    }
    return bytes
  }
}
