import Archive
import Commands
import Foundation
import Geometry
import Geospatial
import Inventory
import Testing

/// Two counties of squares, one file each, with parcels, zones and villages across their border:
/// every share is known by hand.
@Suite("Overlay across county lines")
struct CountyLineTests {
  private static let (east, north) = (500_000.0, 2_560_000.0)
  private static let system = 4547

  private struct Square {
    var x: Double
    var y: Double
    var side: Double

    var wkb: [UInt8] { wkb(ring) }

    var ring: [(x: Double, y: Double)] {
      [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    /// Two loops of a quarter of the area each.
    var bowTie: [UInt8] { wkb([ring[0], ring[1], ring[3], ring[2]]) }

    private func wkb(_ ring: [(x: Double, y: Double)]) -> [UInt8] {
      var buffer = PolygonBuffer()
      buffer.appendRing(ring.map { (x: $0.x + east, y: $0.y + north) }, isShell: true)
      var column = WKBColumn()
      column.append(buffer)
      return Array(column[0])
    }

    func common(_ other: Square) -> Double {
      let width = min(x + side, other.x + other.side) - max(x, other.x)
      let height = min(y + side, other.y + other.side) - max(y, other.y)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  private static func write(
    _ path: String, _ shapes: [[UInt8]], _ columns: [(name: String, texts: [String])]
  ) throws {
    var geometry = WKBColumn()
    for shape in shapes { geometry.append(shape) }
    var writer = try LayerWriter(
      path: path, format: .geoPackage, layer: "layer",
      fields: columns.map { FieldDescription(name: $0.name, kind: .text) }, geometry: .polygon,
      epsg: system)
    try writer.append(
      columns: columns.map { .text(TextColumn($0.texts)) }, geometry: geometry)
    try writer.finish()
  }

  /// 40 × 40 小班 of one hectare in each county; county B lies to the east of county A.
  private static func plots(_ county: Int) -> [Square] {
    (0..<1600).map { number in
      Square(
        x: Double(county * 4000 + number % 40 * 100), y: Double(number / 40 * 100), side: 100)
    }
  }

  /// Parcels of 230 m in each county's file; those in the east of A reach into B.
  private static func parcels(_ county: Int) -> [Square] {
    (0..<324).map { number in
      Square(
        x: Double(county * 4000 + number % 18 * 230 + 15), y: Double(number / 18 * 230 - 7),
        side: 230)
    }
  }

  private static let zones = [
    Square(x: 3350, y: 450, side: 1333), Square(x: 3900, y: 2000, side: 700),
    // Wider than what an overlay grid holds.
    Square(x: -50_000, y: 3777, side: 250_000),
  ]

  private static func prepare(_ workspace: Workspace) throws {
    for county in 0...1 {
      let plots = plots(county)
      try write(
        workspace.path("xb_\(county).gpkg"), plots.map(\.wkb),
        [
          ("cun", plots.map { "44990\(county + 1)10020\($0.x < 2000 ? 1 : 2)" }),
          ("xb", plots.indices.map { "\($0)" }), ("mj", plots.map { _ in "1" }),
          ("dl", plots.map { _ in "1" }), ("sz", plots.map { _ in "1" }),
          ("xj", plots.map { _ in "100" }),
        ])
      let parcels = parcels(county)
      try write(
        workspace.path("lq_\(county).gpkg"),
        parcels.enumerated().map { $0 == 100 ? $1.bowTie : $1.wkb },
        [
          ("zd", parcels.indices.map { "44990\(county + 1)100201JC0000\($0)" }),
          ("qlr", parcels.indices.map { "村民小组\($0 % 7)" }),
        ])
    }
    try write(
      workspace.path("zones.gpkg"), zones.map(\.wkb), [("mc", zones.indices.map { "保护区\($0)" })])
    try workspace.write(
      """
      { id: "xb", title: "xb", kind: "inventory", key: ["village", "subcompartment"], areaBasis: "geometric",
        columns: { village: "cun", subcompartment: "xb", area: { column: "mj", unit: "hectare" },
          landClass: { column: "dl", codes: "dl.csv" }, species: { column: "sz", codes: "sz.csv" },
          volume: { column: "xj", unit: "m3-per-hectare" } } }
      """, to: "xb.json5")
    try FileManager.default.copyItem(
      atPath: Workspace.packageRoot + "/Tests/Benchmarks/method.json5",
      toPath: workspace.path("method.json5"))
    try workspace.write("code,name,meaning,standing\n1,乔木林地,arbor-forest,user\n", to: "dl.csv")
    try workspace.write("code,name,meaning,standing\n1,杉木,杉木,user\n", to: "sz.csv")
    try workspace.write(
      """
      { id: "lq", title: "lq", kind: "tenure-parcels", columns: { parcel: "zd", landUser: "qlr" } }
      """, to: "lq.json5")
    try workspace.write(
      #"{ id: "zones", title: "zones", kind: "exclusion-zones", columns: { name: "mc" } }"#,
      to: "zones.json5")
  }

  private static func run(
    _ workspace: Workspace, rowsPerShard: Int, threads: Int
  ) throws -> [UInt8] {
    try workspace.write(
      """
      { name: "two", title: "two", stages: ["ingest", "tenure"],
        sources: {
          inventory: [{ survey: 2023, path: "xb_*.gpkg", mapping: "xb.json5" }],
          tenureParcels: [{ path: "lq_*.gpkg", mapping: "lq.json5" }],
          exclusions: [{ path: "zones.gpkg", mapping: "zones.json5" }] },
        methods: [{ file: "method.json5" }], tenure: { rowsPerShard: \(rowsPerShard) } }
      """, to: "two.json5")
    let work = "work-\(rowsPerShard)-\(threads)"
    let outcome = try workspace.lintan(
      "run", workspace.path("two.json5"), "--work", workspace.path(work), "--threads",
      String(threads))
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return Array(try Data(contentsOf: URL(fileURLWithPath: store(workspace, work))))
  }

  private static func store(_ workspace: Workspace, _ work: String) throws -> String {
    let folder = workspace.path(work + "/tenure")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try #require(
      names.map { "\(folder)/\($0)/tenure.sqlite" }
        .first { FileManager.default.fileExists(atPath: $0) })
  }

  @Test("shares are those of one undivided region, whatever the shards and threads")
  func halo() throws {
    let workspace = try Workspace()
    try Self.prepare(workspace)
    let whole = try Self.run(workspace, rowsPerShard: 100_000, threads: 2)
    for (rows, threads) in [(1, 2), (2048, 2), (1500, 1), (100_000, 1)] {
      let parts = try Self.run(workspace, rowsPerShard: rows, threads: threads)
      #expect(parts == whole, "\(rows) rows a shard, \(threads) threads")
    }

    let store = try Connection(
      path: try Self.store(workspace, "work-100000-2"), mode: .readOnly)
    let set = try store.columns(
      """
      SELECT subcompartment, parcel, COALESCE(area_ha, 0), COALESCE(whole_share, 0) FROM claim
      ORDER BY subcompartment, parcel
      """, kinds: [.integer, .integer, .real, .real])
    let plots = Self.plots(0) + Self.plots(1)
    let parcels = Self.parcels(0) + Self.parcels(1)
    var found: [[Int]: (hectares: Double, share: Double)] = [:]
    for row in 0..<set.rows {
      let key = [Int(try set.integers(0)[row]) - 1, Int(try set.integers(1)[row])]
      found[key] = (try set.reals(2)[row], try set.reals(3)[row])
    }
    let acrossTheLine = found.keys.count { ($0[0] < 1600) != ($0[1] < 324) }
    #expect(acrossTheLine > 60)
    for (plot, square) in plots.enumerated() {
      // No plot touches two zones.
      let zone = try #require(Self.zones.max { square.common($0) < square.common($1) })
      for (parcel, other) in parcels.enumerated() where parcel % 324 != 100 {
        let common = square.common(other)
        let key = [plot, parcel]
        #expect((found[key] != nil) == (common > 0))
        guard common > 0, let claim = found[key] else { continue }
        #expect(abs(claim.share - common / 10_000) < 1e-6)
        let left = max(square.x, other.x)
        let low = max(square.y, other.y)
        let width = min(square.x + 100, other.x + 230) - left
        let height = min(square.y + 100, other.y + 230) - low
        let inZone =
          max(0, min(left + width, zone.x + zone.side) - max(left, zone.x))
          * max(0, min(low + height, zone.y + zone.side) - max(low, zone.y))
        #expect(abs(claim.hectares - (common - inZone) / 10_000) < 1e-6)
      }
    }
    // A bow-tie is rebuilt and found: half of its square is in its two loops.
    for county in 0...1 {
      let parcel = Int64(county * 324 + 100)
      #expect(
        abs(
          try store.real(
            "SELECT polygon_area_ha FROM parcel WHERE number = ?", [.integer(parcel)])
            - 230 * 230 / 20_000) < 1e-6)
      #expect(
        abs(
          try store.real(
            "SELECT SUM(whole_share) FROM claim WHERE parcel = ?", [.integer(parcel)])
            - 230 * 230 / 20_000) < 1e-5)
    }
    #expect(
      try store.integer(
        """
        SELECT COUNT(*) FROM tenure_finding f JOIN tenure_source s ON s.number = f.source
        WHERE f.rule = 'reference-invalid-geometry' AND f.source_row IN (100, 101)
          AND f.action = 'repaired' AND f.detail LIKE '%ha rebuilt' AND s.role = 'tenure-parcels'
        """) == 2)
    // Nothing is left where a zone covers all: the title is that of the whole.
    #expect(
      try store.integer(
        """
        SELECT COUNT(*) FROM title t JOIN burden b ON b.subcompartment = t.subcompartment
        WHERE (b.excluded_share > 0.99) <> (t.reason_codes LIKE '%QS18%')
        """) == 0)
    #expect(
      try store.integer("SELECT COUNT(*) FROM title WHERE reason_codes LIKE '%QS18%'") ?? 0 > 100)
  }
}
