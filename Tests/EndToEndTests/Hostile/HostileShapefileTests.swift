import Commands
import Foundation
import Testing

@Suite("Shapefiles that are not as they should be", .timeLimit(.minutes(30)))
struct HostileShapefileTests {
  typealias Bytes = ShapefileBytes

  /// The second shape replaced by another.
  private static func second(_ shape: [UInt8]) -> Bytes {
    var bytes = Bytes()
    bytes.shapes[1] = shape
    return bytes
  }

  /// A corner of the second shape moved.
  private static func corner(_ x: Double) -> Bytes {
    var ring = Bytes.square(1)
    ring[2].x = x
    return second(Bytes.polygon([ring]))
  }

  @Test("a sound one")
  func sound() throws {
    let folder = try HostileFolder()
    try folder.write(Bytes())
    try folder.expectRows("a.shp", 8)
  }

  @Test(
    "a part that is cut short",
    arguments: [
      ("shp", 0, ".shp"), ("shp", 99, ".shp"), ("shp", 500, "promises"), ("shx", 0, ".shx"),
      ("shx", 120, "promises 8 shapes, 2 are there"), ("dbf", 0, ".dbf"), ("dbf", 20, ".dbf"),
      ("dbf", 800, "promises 8 rows"), ("dbf", -60, "promises 8 rows, only 7 are there"),
      ("prj", 20, "epsg"),
    ])
  func cut(part: String, kept: Int, word: String) throws {
    let folder = try HostileFolder()
    try folder.write(Bytes(), cut: [part: kept])
    try folder.expectRefusal("a.shp", .damaged, ["a.shp", word])
  }

  @Test("a part that is missing", arguments: ["shx", "dbf"])
  func missing(part: String) throws {
    let folder = try HostileFolder()
    try folder.write(Bytes(), without: [part])
    try folder.expectRefusal("a.shp", .damaged, ["the .\(part) is missing"])
  }

  @Test("without .prj, eight-digit eastings name their zone; a broken one can be declared")
  func projection() throws {
    let missing = try HostileFolder()
    try missing.write(Bytes(), without: ["prj"])
    try missing.expectRows("a.shp", 8)
    let broken = try HostileFolder()
    try broken.write(Bytes(), projection: #"PROJCS["x"#)
    try broken.expectRefusal("a.shp", .damaged, ["epsg"])
    let declared = try broken.run("a.shp", options: ", epsg: 4526")
    #expect(declared.exitCode == .success, "\(declared.errors)")
  }

  @Test("a .dbf that lies about its rows")
  func rows() throws {
    var more = Bytes()
    more.statedRows = 100
    var longer = Bytes()
    longer.statedRecord = 200
    var shorter = Bytes()
    shorter.statedRecord = 20
    for (bytes, word) in [(more, "100 rows"), (longer, "8 rows"), (shorter, "wider")] {
      let folder = try HostileFolder()
      try folder.write(bytes)
      try folder.expectRefusal("a.shp", .damaged, [word])
    }
  }

  @Test("deleted rows are left out; a table of nothing else is empty")
  func deleted() throws {
    var some = Bytes()
    some.marks = [" ", "*"]
    let folder = try HostileFolder()
    try folder.write(some)
    try folder.expectRows("a.shp", 4)
    var all = Bytes()
    all.marks = ["*"]
    let empty = try HostileFolder()
    try empty.write(all)
    try empty.expectRefusal("a.shp", .emptyLayer, ["no rows"])
  }

  @Test("cells that are no numbers are missing ones, and absurd numbers set the row aside")
  func cells() throws {
    var bytes = Bytes()
    bytes.cells = [
      "0 MIAN_JI": "******************", "1 MIAN_JI": "1e400", "2 MIAN_JI": "1e300",
      "3 MIAN_JI": "-0.0", "4 MIAN_JI": "nan", "5 HUO_LMGQXJ": "1e300",
    ]
    let folder = try HostileFolder()
    try folder.write(bytes)
    try folder.expectRows("a.shp", 2, 0, 6)
  }

  @Test("absurd numbers go through all stages without a trap")
  func allStages() throws {
    var bytes = Bytes()
    bytes.cells = [
      "0 PINGJUN_NL": "1e9", "1 ZLND": "-1e9", "2 HUO_LMGQXJ": "99999999", "3 MIAN_JI": "99999999",
      "4 ZLND": "9999", "5 PINGJUN_XJ": "1e300", "6 MEI_GQ_ZS": "1e300",
    ]
    let folder = try HostileFolder()
    try folder.write(bytes)
    let outcome = try folder.run(
      "a.shp", stages: #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
  }

  @Test(
    "a coordinate that is no place sets its row aside, whatever the header says",
    arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 5e8, 1e8])
  func coordinates(x: Double) throws {
    for isInHeader in [false, true] {
      var bytes = Self.corner(x)
      if isInHeader { bytes.box[2] = x }
      let folder = try HostileFolder()
      try folder.write(bytes)
      try folder.expectRows("a.shp", 7, 0, 1)
    }
  }

  @Test("a header whose box is the wrong way round")
  func invertedBox() throws {
    var bytes = Bytes()
    bytes.box = [1e300, Bytes.south, -5, Bytes.south + 100]
    let folder = try HostileFolder()
    try folder.write(bytes, without: ["prj"])
    try folder.expectRows("a.shp", 8)
  }

  @Test("heights and measures are left out", arguments: [15, 25])
  func heights(kind: Int) throws {
    var bytes = Bytes()
    bytes.kind = kind
    bytes.shapes = (0..<8).map { Bytes.polygon([Bytes.square($0)], kind: kind) }
    let folder = try HostileFolder()
    try folder.write(bytes)
    try folder.expectRows("a.shp", 8)
  }

  @Test("polygons that cross or touch themselves, or do not close, are repaired and say so")
  func repaired() throws {
    let (x, y) = (Bytes.west + 100, Bytes.south)
    let shapes = [
      Bytes.polygon([[(x, y), (x + 100, y + 100), (x + 100, y), (x, y + 100), (x, y)]]),
      Bytes.polygon([
        [
          (x, y), (x, y + 100), (x + 50, y + 50), (x + 100, y + 100), (x + 100, y),
          (x + 50, y + 50), (x, y),
        ]
      ]),
      Bytes.polygon([Array(Bytes.square(1).prefix(4))]),
      Bytes.polygon([Array(Bytes.square(1).prefix(3))]),
      Bytes.polygon([
        Bytes.square(1), [(x + 9e4, y), (x + 9.1e4, y), (x + 9e4, y + 9), (x + 9e4, y)],
      ]),
    ]
    for shape in shapes {
      let folder = try HostileFolder()
      try folder.write(Self.second(shape))
      try folder.expectRows("a.shp", 7, 1)
    }
  }

  @Test("direction of rings, repeated points and several parts are no faults")
  func harmless() throws {
    let ring = Bytes.square(1)
    for shape in [
      Bytes.polygon([ring.reversed()]), Bytes.polygon([ring.flatMap { [$0, $0, $0] }]),
      Bytes.polygon([
        Bytes.square(1, side: 40), Bytes.square(1, side: 40).map { ($0.x + 50, $0.y) },
      ]),
    ] {
      let folder = try HostileFolder()
      try folder.write(Self.second(shape))
      try folder.expectRows("a.shp", 8)
    }
  }

  @Test("rows without a usable polygon")
  func noPolygon() throws {
    let empty = Bytes.little(5) + [UInt8](repeating: 0, count: 40)
    for shape in [Bytes.null, empty] {
      let folder = try HostileFolder()
      try folder.write(Self.second(shape))
      try folder.expectRows("a.shp", 8)
    }
    for shape in [
      Bytes.polygon([Array(Bytes.square(1).prefix(2))]), Bytes.point(Bytes.west, Bytes.south),
    ] {
      let folder = try HostileFolder()
      try folder.write(Self.second(shape))
      try folder.expectRows("a.shp", 7, 0, 1)
    }
  }

  @Test("counts that cannot be are damage of their row")
  func counts() throws {
    for word in [UInt32(0x7FFF_FFFF), 0xFFFF_FFFF] {
      let shape = Bytes.little(5) + [UInt8](repeating: 0, count: 32) + Bytes.little(word)
      let folder = try HostileFolder()
      try folder.write(Self.second(shape + Bytes.little(word) + [UInt8](repeating: 0, count: 16)))
      try folder.expectRows("a.shp", 7, 0, 1)
    }
  }

  @Test("an index that points elsewhere is damage", arguments: [UInt32(0x7FFF_FFFF), 0xFFFF_FFFB])
  func index(word: UInt32) throws {
    let folder = try HostileFolder()
    try folder.write(Bytes())
    var shx = Bytes().shx
    shx.replaceSubrange(108..<116, with: Bytes.big(word) + Bytes.big(word))
    try folder.write(shx, to: "a.shx")
    try folder.expectRefusal("a.shp", .damaged, ["shape 1 of 8"])
  }

  @Test("points and lines are not polygons; inspect shows what they are")
  func otherLayers() throws {
    var points = Bytes()
    points.kind = 1
    points.shapes = (0..<8).map { Bytes.point(Bytes.west + Double($0), Bytes.south) }
    var lines = Bytes()
    lines.kind = 3
    lines.shapes = (0..<8).map { Bytes.polygon([Array(Bytes.square($0).prefix(2))], kind: 3) }
    for (bytes, word) in [(points, "points"), (lines, "lines")] {
      let folder = try HostileFolder()
      try folder.write(bytes)
      try folder.expectRefusal("a.shp", .wrongKind, [word], alsoInspecting: false)
      let inspected = try folder.inspect("a.shp")
      #expect(inspected.exitCode == .success)
      #expect(inspected.output.contains(word))
    }
  }

  @Test("no rows, no columns")
  func nothing() throws {
    var noRows = Bytes()
    noRows.shapes = []
    let empty = try HostileFolder()
    try empty.write(noRows)
    try empty.expectRefusal("a.shp", .emptyLayer, ["no rows"])
    var noFields = Bytes()
    noFields.fields = []
    let bare = try HostileFolder()
    try bare.write(noFields)
    try bare.expectRefusal("a.shp", .missingColumn, ["XIAN"], alsoInspecting: false)
    #expect(try bare.inspect("a.shp").exitCode == .success)
  }

  @Test("dates and logical values of any content")
  func dates() throws {
    var bytes = Bytes()
    bytes.fields += [
      ShapefileBytes.Field(name: "RQ", kind: "D", width: 8),
      ShapefileBytes.Field(name: "SF", kind: "L", width: 1),
    ]
    let dates = ["20240131", "00000000", "", "99999999", "2024-1-1", "********", "20230229", "\0"]
    for (row, date) in dates.enumerated() {
      bytes.cells["\(row) RQ"] = date
      bytes.cells["\(row) SF"] = String(Array("T?FYNx ")[row % 7])
    }
    let folder = try HostileFolder()
    try folder.write(bytes)
    try folder.expectRows("a.shp", 8)
  }
}
