import Commands
import Foundation
import Geospatial
import Reporting
import Testing

/// `lintan inspect` as a user meets it.
struct InspectCommandTests {
  private static let mappings = Workspace.packageRoot + "/pipelines/mappings"
  private static let sample = Workspace.packageRoot + "/sample-data/"

  private func stands(_ count: Int = 12) -> [InspectFixture.Stand] {
    (0..<count).map { .init(side: 1 + Double($0) / 10) }
  }

  @Test func theReportFitsTheWidthOfATerminal() throws {
    let workspace = try Workspace()
    for file in ["xiaoban_2023_449921.shp", "linquan_449921.xlsx", "cun_449921.shp"] {
      let outcome = try workspace.lintan(
        "inspect", Self.sample + file, "--mappings", Self.mappings)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      // The first line is the path, which is never wrapped but cut.
      for line in outcome.output.split(separator: "\n") {
        // Lines to be copied are never broken.
        let isToCopy = ["    lintan ", "    { ", "      mapping: "].contains { line.hasPrefix($0) }
        #expect(isToCopy || DisplayWidth.of(String(line)) <= 80, "\(line)")
        #expect(!line.contains("\u{1B}"))
        #expect(line.last != " ")
      }
    }
  }

  @Test func patternsThatNoShellReplacedStandForTheirFiles() throws {
    let workspace = try Workspace()
    let outcome = try workspace.lintan(
      "inspect", Self.sample + "cun_44*.shp", "--mappings", Self.mappings)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.output.contains("cun_449921.shp"))
    let nothing = try workspace.lintan("inspect", Self.sample + "dong_*.shp")
    #expect(nothing.exitCode == .noInput)
  }

  @Test func theSampleIsDescribed() throws {
    let workspace = try Workspace()
    let outcome = try workspace.lintan(
      "inspect", Self.sample + "xiaoban_2023_449921.shp", "--mappings", Self.mappings)
    for text in [
      "GB18030: not UTF-8", "EPSG:4526", "near 广东", "Best: national-xiaoban", "杉木 in national",
      "they are in 亩", "duplicate-key", "Name the mapping national-xiaoban",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func areasInMuLeadToAMappingOfOnesOwn() throws {
    let workspace = try Workspace()
    let fixture = try InspectFixture()
    var stands = stands()
    for row in stands.indices { stands[row].areaFactor = 15 }
    let path = try fixture.write("mu", stands)
    let first = try workspace.lintan("inspect", path, "--mappings", Self.mappings)
    let words = first.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("12 rows have 15 times the polygon's area: they are in 亩."))
    #expect(words.contains("Set unit: \"mu\" in the mapping."))
    #expect(first.output.contains("--write-mapping my.json5"))
    _ = try workspace.lintan(
      "inspect", path, "--mappings", Self.mappings, "--write-mapping", workspace.path("my.json5"))
    let second = try workspace.lintan("inspect", path, "--mappings", workspace.folder)
    #expect(second.output.contains("Name the mapping my for this"))
    let again = second.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(again.contains("recorded / polygons = 1.0000"))
    #expect(!second.output.contains("15 times"))
  }

  @Test func sheetsShowHeadingColumnsAndSkippedRows() throws {
    let workspace = try Workspace()
    let outcome = try workspace.lintan("inspect", Self.sample + "linquan_449921.xlsx")
    for text in [
      "sheet 林权台账", "rows 2 and 3", "权利人/林地所有权人", "合计行", "not used: 序号、乡镇、主要树种",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
    // The title says 单位：亩.
    #expect(!outcome.output.contains("tenure-area-unit-unknown"))
  }

  @Test func aBadFileDoesNotKeepTheOthersBack() throws {
    let workspace = try Workspace()
    let fixture = try InspectFixture()
    let good = try fixture.write("good", stands())
    let cut = try fixture.write("cut", stands())
    let handle = try #require(FileHandle(forUpdatingAtPath: cut))
    try handle.truncate(atOffset: 200)
    try handle.close()
    let outcome = try workspace.lintan(
      "inspect", fixture.path("none.shp"), cut, good, "--mappings", Self.mappings)
    // The first failure decides: no such file.
    #expect(outcome.exitCode == .noInput)
    #expect(outcome.output.contains("layer good: 12 rows"))
    #expect(outcome.errors.contains("none.shp: no such file"))
    #expect(outcome.errors.contains("cut.shp"))
    #expect(outcome.errors.components(separatedBy: "error:").count == 3)
    let other = try workspace.lintan("inspect", cut, fixture.path("none.shp"))
    #expect(other.exitCode == .damaged)
  }

  @Test func jsonIsTheSameEveryTime() throws {
    let workspace = try Workspace()
    let fixture = try InspectFixture()
    let path = try fixture.write("same", stands())
    let arguments = [
      "inspect", path, fixture.path("no.shp"), "--json", "--mappings", Self.mappings,
    ]
    func run() throws -> Workspace.Outcome {
      try workspace.lintan(
        arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    }
    let (first, second) = (try run(), try run())
    #expect(first.output == second.output)
    #expect(first.exitCode == .noInput)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    let files = try #require(document["files"] as? [[String: Any]])
    #expect(files.count == 2)
    let inspection = try #require(files[0]["inspection"] as? [String: Any])
    let layer = try #require((inspection["layers"] as? [[String: Any]])?.first)
    #expect(layer["rows"] as? Int == 12)
    #expect((layer["fields"] as? [Any])?.count == 18)
    let failure = try #require(files[1]["failure"] as? [String: Any])
    #expect(failure["exitCode"] as? Int == 66)
  }

  @Test func aDraftIsNeverWrittenOverAFile() throws {
    let workspace = try Workspace()
    let fixture = try InspectFixture()
    let path = try fixture.write("gx", stands())
    let draft = workspace.path("my.json5")
    let first = try workspace.lintan(
      "inspect", path, "--mappings", Self.mappings, "--write-mapping", draft)
    #expect(first.exitCode == .success, "\(first.errors)")
    #expect(first.errors.contains("17 fields matched"))
    try workspace.write("mine", to: "my.json5")
    let second = try workspace.lintan(
      "inspect", path, "--mappings", Self.mappings, "--write-mapping", draft)
    #expect(second.exitCode == .cannotWrite)
    #expect(second.errors.contains("--force"))
    #expect(try workspace.read("my.json5") == "mine")
    let third = try workspace.lintan(
      "inspect", path, "--mappings", Self.mappings, "--write-mapping", draft, "--force")
    #expect(third.exitCode == .success)
    #expect(try workspace.read("my.json5").contains("kind: \"inventory\""))
  }

  @Test func commandLinesThatMakeNoSense() throws {
    let workspace = try Workspace()
    #expect(try workspace.lintan("inspect").exitCode == .usage)
    #expect(try workspace.lintan("inspect", "a", "--encoding", "EBCDIC").exitCode == .usage)
    #expect(try workspace.lintan("inspect", "a", "--epsg", "x").exitCode == .usage)
    #expect(
      try workspace.lintan("inspect", "a", "b", "--write-mapping", "m.json5").exitCode == .usage)
    #expect(
      try workspace.lintan("inspect", "a", "--mappings", workspace.path("no")).exitCode == .noInput)
  }

  private static let fixtures = SharedData.path("real-data/encoding_fixtures")

  @Test(.enabled(if: fixtures != nil)) func fixturesWithFalseClaims() throws {
    let fixtures = try #require(Self.fixtures)
    let workspace = try Workspace()
    let outcome = try workspace.lintan("inspect", fixtures + "/liarutf8.dbf")
    #expect(outcome.exitCode == .success)
    #expect(outcome.output.contains("GB18030"))
    #expect(outcome.output.contains("! the .cpg says UTF-8, which the texts contradict"))
    #expect(outcome.output.contains("1 end in half a character"))
    #expect(outcome.output.contains("张三, 黄田村民委员会"))
    let list = try workspace.lintan("inspect", fixtures + "/tenure_list.xlsx")
    #expect(list.output.contains("4 rows, 2 records"))
    #expect(list.output.contains("1.67 公顷 (25.0 亩)"))
    // One code speaks for the national list; too few columns fit for more.
    let mapped = try workspace.lintan(
      "inspect", fixtures + "/liarutf8.dbf", "--mappings", Self.mappings)
    #expect(mapped.output.contains("Best: national-xiaoban"))
    #expect(mapped.output.contains("! No column for county 县, village 村"))
    // That the missing columns are empty is no finding.
    #expect(!mapped.output.contains("unknown-land-class-code"))
  }

  @Test(.enabled(if: SharedData.stands != nil)) func bothLayersOfRealStands() throws {
    let stands = try #require(SharedData.stands)
    let workspace = try Workspace()
    let outcome = try workspace.lintan("inspect", stands)
    #expect(outcome.exitCode == .success)
    #expect(outcome.output.contains("layer stand_measured: 225 rows, 28 fields, polygons"))
    #expect(outcome.output.contains("layer stand_updated: 225 rows"))
    #expect(outcome.output.contains("outside China"))
    let one = try workspace.lintan(
      "inspect", stands, "--layer", "stand_updated")
    #expect(!one.output.contains("stand_measured"))
  }
}
