import Archive
import Commands
import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

/// A survey of squares of one hectare in the national form, sound in every cell until a test
/// spoils one, and a pipeline that ingests it.
struct TrapSurvey {
  /// Columns with numbers; all others are texts.
  static let numbers = ["MIAN_JI", "HUO_LMGQXJ", "ZXJ", "PINGJUN_NL", "YU_BI_DU", "PINGJUN_XJ"]
  static let columns = [
    "XIAN", "XIANG", "CUN", "LIN_BAN", "XIAO_BAN", "MIAN_JI", "DI_LEI", "YOU_SHI_SZ", "QI_YUAN",
    "SEN_LIN_LB", "LING_ZU", "LIN_ZHONG", "LD_QS", "HUO_LMGQXJ", "ZXJ", "PINGJUN_NL", "YU_BI_DU",
    "PINGJUN_XJ",
  ]

  var rows = 120
  /// Longchuan, in zone 38: `data.md` section 7.
  var west = 38_628_000.0
  var south = 2_666_900.0
  /// Side of a square, m.
  var side = 100.0
  /// The system of the squares; the layer is brought to `epsg`.
  var drawnIn = 4526
  var epsg = 4526
  var widths: [String: Int] = [:]
  /// Columns kept as texts although they are numbers.
  var texts: Set<String> = []
  var options = WriterOptions(encoding: .gbk, writesCodePage: true)
  /// Changes a cell; gets row, column and the sound value.
  var cell: (Int, String, String) -> String = { _, _, value in value }
  /// Replaces the polygon of a row; nil leaves it.
  var shape: (Int) -> [[(Double, Double)]]? = { _ in nil }

  private func sound(_ row: Int, _ column: String) -> String {
    let step = Double(row % 7)
    return switch column {
    case "XIAN": "441622"
    case "XIANG": "441622104"
    case "CUN": "441622104201"
    case "LIN_BAN": "0001"
    case "XIAO_BAN": String(String(10_000 + row).dropFirst())
    case "MIAN_JI": "\(side * side / 10_000 * (1 + step / 1000))"
    case "DI_LEI": "0111"
    case "YOU_SHI_SZ": row % 2 == 0 ? "310" : "220"
    case "QI_YUAN": "21"
    case "SEN_LIN_LB": "021"
    case "LING_ZU": "2"
    case "LIN_ZHONG": "233"
    case "LD_QS": "20"
    case "HUO_LMGQXJ": "\(80 + step)"
    case "ZXJ": "\(((80 + step) * side * side / 10_000).rounded())"
    case "PINGJUN_NL": "\(14 + step)"
    case "YU_BI_DU": "\(0.6 + step / 100)"
    default: "\(12 + step)"
    }
  }

  /// The corners of a row's square, counterclockwise and closed.
  func square(_ row: Int) -> [(Double, Double)] {
    let x = west + Double(row % 12) * side
    let y = south + Double(row / 12) * side
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
  }

  func geometry() throws -> WKBColumn {
    var column = WKBColumn()
    for row in 0..<rows { column.append(Self.wkb(shape(row) ?? [square(row)])) }
    guard drawnIn != epsg else { return column }
    try CoordinateTransformer(
      from: CoordinateSystem(epsg: drawnIn), to: CoordinateSystem(epsg: epsg)
    ).transform(&column)
    return column
  }

  static func wkb(_ rings: [[(Double, Double)]]) -> [UInt8] {
    var bytes: [UInt8] = [1, 3, 0, 0, 0]
    withUnsafeBytes(of: UInt32(rings.count).littleEndian) { bytes += Array($0) }
    for ring in rings {
      withUnsafeBytes(of: UInt32(ring.count).littleEndian) { bytes += Array($0) }
      for (x, y) in ring {
        for value in [x, y] {
          withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) }
        }
      }
    }
    return bytes
  }

  /// Writes the survey; `hasGeometry: false` writes a table.
  func write(_ path: String, _ format: OutputFormat = .shapefile, hasGeometry: Bool = true) throws {
    let fields = Self.columns.map { name in
      isNumber(name)
        ? FieldDescription(name: name, kind: .real, width: 20, precision: 8)
        : FieldDescription(name: name, kind: .text, width: widths[name] ?? 24)
    }
    let columns = Self.columns.map { name -> SourceColumn in
      let cells = (0..<rows).map { cell($0, name, sound($0, name)) }
      return isNumber(name)
        ? .number(cells.map { Double($0) ?? .nan }) : .text(TextColumn(cells))
    }
    var writer = try LayerWriter(
      path: path, format: format, layer: "survey", fields: fields,
      geometry: hasGeometry ? .polygon : .none, epsg: hasGeometry ? epsg : nil, options: options)
    try writer.append(
      columns: columns,
      geometry: hasGeometry ? geometry() : WKBColumn(emptyRows: rows))
    try writer.finish()
  }

  private func isNumber(_ name: String) -> Bool {
    Self.numbers.contains(name) && !texts.contains(name)
  }
}

/// A run of `ingest` alone, and what it left in its store.
final class TrapRun {
  let workspace: Workspace

  /// A workspace with the shipped mappings and methods, and no data.
  init() throws {
    workspace = try Workspace()
    try FileManager.default.copyItem(
      atPath: Workspace.packageRoot + "/pipelines", toPath: workspace.path("pipelines"))
    try FileManager.default.createDirectory(
      atPath: workspace.path("data"), withIntermediateDirectories: true)
  }

  /// Writes a survey as a shapefile and ingests it.
  func ingest(
    _ survey: TrapSurvey, options: String = "", pipeline: String = "",
    mapping: String = "national-xiaoban", _ prepare: (TrapRun) throws -> Void = { _ in }
  ) throws -> Workspace.Outcome {
    try survey.write(data("survey.shp"))
    try prepare(self)
    return try run(
      #"{ survey: 2023, path: "../data/survey.shp", mapping: "mappings/\#(mapping).json5" \#(options) }"#,
      pipeline)
  }

  /// Ingests what `inventory` names.
  func run(_ inventory: String, _ pipeline: String = "") throws -> Workspace.Outcome {
    try workspace.write(
      """
      { name: "trap", title: "trap", stages: ["ingest"],
        sources: { inventory: [\(inventory)] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] \(pipeline) }
      """, to: "pipelines/trap.json5")
    return try workspace.run("pipelines/trap.json5")
  }

  func data(_ name: String) -> String { workspace.path("data/" + name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: data(name)) }

  func edit(_ name: String, _ change: (inout Data) throws -> Void) throws {
    let url = URL(fileURLWithPath: data(name))
    var bytes = try Data(contentsOf: url)
    try change(&bytes)
    try bytes.write(to: url)
  }

  /// The newest store of `ingest`.
  private func store() throws -> Connection {
    let folder = workspace.path("work/ingest")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { folder + "/" + $0 + "/inventory.gpkg" }
      .compactMap { path -> (String, Date)? in
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return (facts?[.modificationDate] as? Date).map { (path, $0) }
      }
    let newest = try #require(found.max { $0.1 < $1.1 }).0
    return try Connection(path: newest, mode: .readOnly)
  }

  func number(_ query: String) throws -> Double {
    let set = try store().columns(query, kinds: [.real])
    return try set.reals(0).first ?? .nan
  }

  func text(_ query: String) throws -> String { try store().text(query) ?? "nothing" }

  /// Rules with the number of their findings, such as `area-unit 3`, in order of the rules.
  func rules(where condition: String = "1") throws -> [String] {
    let set = try store().columns(
      """
      SELECT rule || ' ' || COUNT(*) FROM finding WHERE \(condition) GROUP BY rule ORDER BY rule
      """, kinds: [.text])
    let texts = try set.texts(0)
    return (0..<set.rows).map { texts[$0] }
  }
}
