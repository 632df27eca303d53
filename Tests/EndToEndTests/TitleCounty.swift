import Archive
import Commands
import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

/// A county of six square 小班 of one hectare in a row and one parcel over each, written and run
/// through `tenure` or to the end.
struct TitleCounty {
  static let count = 6

  /// Columns of the parcels by name, six values each.
  var parcels: [(name: String, texts: [String])]
  var parcelMapping: String
  /// Rows of a list in CSV, heading first; empty for none.
  var list = ""
  /// Columns of credited land over all 小班, one value each; nil leaves the layer out.
  var credited: [(name: String, text: String)]?
  var exclusions: String?
  var creditedSource: String?
  var settings = ""
  /// Whether 小班 have polygons.
  var hasPolygons = true
  var stages = #"["ingest", "tenure"]"#

  static let certificates = (1...count).map { "田政林证字（2008）第00000\($0)号" }

  /// Every parcel with a holder of its own, for ever.
  init() {
    parcels = [
      ("ZH", Self.certificates), ("QLR", (1...Self.count).map { "上溪村第\($0)村民小组" }),
      ("MJ", [String](repeating: "15", count: Self.count)),
      ("QX", [String](repeating: "长期", count: Self.count)),
    ]
    parcelMapping =
      #"certificate: "ZH", landUser: "QLR", area: { column: "MJ", unit: "mu" }, termEnd: "QX""#
  }

  /// Replaces a column or adds it.
  mutating func set(_ name: String, _ texts: [String]) {
    parcels.removeAll { $0.name == name }
    parcels.append((name, texts))
  }

  /// What the run leaves.
  struct Result {
    var workspace: Workspace
    var outcome: Workspace.Outcome

    func store() throws -> Connection {
      let folder = workspace.path("work/tenure")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let path = try #require(
        names.map { "\(folder)/\($0)/tenure.sqlite" }
          .first { FileManager.default.fileExists(atPath: $0) })
      return try Connection(path: path, mode: .readOnly)
    }

    func texts(_ sql: String) throws -> [String] {
      let set = try store().columns(sql, kinds: [.text])
      let texts = try set.texts(0)
      return (0..<set.rows).map { texts[$0] }
    }

    func titles() throws -> [String] {
      try texts("SELECT title_class FROM title ORDER BY subcompartment")
    }

    func findings(_ rule: String) throws -> Int {
      Int(
        try store().integer(
          "SELECT COUNT(*) FROM tenure_finding WHERE rule = ?", [.text(rule)]) ?? 0)
    }
  }

  func run(threads: Int = 2) throws -> Result {
    let workspace = try Workspace()
    try write(to: workspace)
    let outcome = try workspace.run("p.json5", threads: threads)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return Result(workspace: workspace, outcome: outcome)
  }

  // MARK: Files

  func write(to workspace: Workspace) throws {
    try FileManager.default.copyItem(
      atPath: Workspace.packageRoot + "/pipelines/methods/sanming-forest-ticket.json5",
      toPath: workspace.path("method.json5"))
    try writeInventory(workspace)
    try Self.write(workspace.path("lq.gpkg"), (0..<Self.count).map(Self.square), parcels)
    try workspace.write(
      "{ id: \"lq\", title: \"lq\", kind: \"tenure-parcels\", columns: { \(parcelMapping) } }",
      to: "lq.json5")
    var sources = #"tenureParcels: [{ path: "lq.gpkg", mapping: "lq.json5" }]"#
    if !list.isEmpty {
      try workspace.write(list, to: "tz.csv")
      try workspace.write(
        #"{ id: "tz", title: "tz", kind: "tenure-list", columns: {} }"#, to: "tz.json5")
      sources += #", tenureLists: [{ path: "tz.csv", mapping: "tz.json5" }]"#
    }
    if let exclusions { sources += ", exclusions: \(exclusions)" }
    if let creditedSource { sources += ", credited: \(creditedSource)" }
    if let credited {
      let all = Self.polygon(width: Double(Self.count) * 100, x: 0)
      try Self.write(workspace.path("yjr.gpkg"), [all], credited.map { ($0.name, [$0.text]) })
      try workspace.write(
        """
        { id: "yjr", title: "yjr", kind: "credited-land",
          columns: { mechanism: "JZ", firstYear: "Q", lastYear: "Z" } }
        """, to: "yjr.json5")
      sources += #", credited: [{ path: "yjr.gpkg", mapping: "yjr.json5" }]"#
    }
    let inventory = hasPolygons ? "xb.gpkg" : "xb.csv"
    try workspace.write(
      """
      { name: "c", title: "c", stages: \(stages),
        sources: { inventory: [{ survey: 2023, path: "\(inventory)", mapping: "xb.json5" }],
          \(sources) },
        methods: [{ file: "method.json5" }], \(settings) }
      """, to: "p.json5")
  }

  private func writeInventory(_ workspace: Workspace) throws {
    let columns: [(name: String, texts: [String])] = [
      ("cun", (0..<Self.count).map { "44990110020\($0 / 3 + 1)" }),
      ("xb", (1...Self.count).map { "\($0)" }),
      ("mj", [String](repeating: "1", count: Self.count)),
      ("dl", [String](repeating: "1", count: Self.count)),
      ("sz", [String](repeating: "1", count: Self.count)),
      ("xj", [String](repeating: "100", count: Self.count)),
    ]
    if hasPolygons {
      try Self.write(workspace.path("xb.gpkg"), (0..<Self.count).map(Self.square), columns)
    } else {
      let rows = (0..<Self.count).map { row in columns.map { $0.texts[row] } }
      try workspace.write(
        ([columns.map(\.name)] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n"),
        to: "xb.csv")
    }
    try workspace.write(
      """
      { id: "xb", title: "xb", kind: "inventory", key: ["village", "subcompartment"], areaBasis: "recorded",
        columns: { village: "cun", subcompartment: "xb", area: { column: "mj", unit: "hectare" },
          landClass: { column: "dl", codes: "dl.csv" }, species: { column: "sz", codes: "sz.csv" },
          volume: { column: "xj", unit: "m3-per-hectare" } } }
      """, to: "xb.json5")
    try workspace.write("code,name,meaning,standing\n1,乔木林地,arbor-forest,user\n", to: "dl.csv")
    try workspace.write("code,name,meaning,standing\n1,杉木,杉木,user\n", to: "sz.csv")
  }

  static func square(_ number: Int) -> [UInt8] { polygon(width: 100, x: Double(number) * 100) }

  static func polygon(width: Double, x: Double) -> [UInt8] {
    var buffer = PolygonBuffer()
    let corners = [(x, 0.0), (x + width, 0), (x + width, 100), (x, 100)]
    buffer.appendRing(
      corners.map { (x: $0.0 + 500_000, y: $0.1 + 2_560_000) }, isShell: true)
    var column = WKBColumn()
    column.append(buffer)
    return Array(column[0])
  }

  static func write(
    _ path: String, _ shapes: [[UInt8]], _ columns: [(name: String, texts: [String])]
  ) throws {
    var geometry = WKBColumn()
    for shape in shapes { geometry.append(shape) }
    var writer = try LayerWriter(
      path: path, format: .geoPackage, layer: "layer",
      fields: columns.map { FieldDescription(name: $0.name, kind: .text) }, geometry: .polygon,
      epsg: 4547)
    try writer.append(columns: columns.map { .text(TextColumn($0.texts)) }, geometry: geometry)
    try writer.finish()
  }
}
