import Commands
import Foundation
import Inventory
import Testing

@testable import Stages

/// Mappings that `inspect` drafts, used in a run as they are.
struct DraftRunTests {
  private static let mappings = "pipelines/mappings"

  /// Drafts a mapping for a file of the demonstration.
  private func draft(_ workspace: Workspace, _ file: String, _ name: String) throws {
    let outcome = try workspace.lintan(
      "inspect", workspace.path("sample-data/" + file), "--mappings",
      workspace.path(Self.mappings), "--write-mapping",
      workspace.path("pipelines/mappings/draft-\(name).json5"))
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("nothing is left to fill in"), "\(outcome.errors)")
  }

  @Test("drafts of all kinds give the results of the mappings that were made by hand")
  func everyKind() throws {
    let byHand = try Workspace()
    try byHand.copyDemo()
    let known = try byHand.run("pipelines/demo.json5")
    #expect(known.exitCode == .success, "\(known.errors)")
    let workspace = try Workspace()
    try workspace.copyDemo()
    for (file, name) in [
      ("xiaoban_2023_449921.shp", "national-xiaoban"), ("cun_449921.shp", "sample-villages"),
      ("linquan_449921.shp", "sample-tenure-parcels"),
      ("linquan_449921.xlsx", "sample-tenure-list"),
      ("hongxian_449921.shp", "sample-exclusions"), ("yijifa_449921.shp", "sample-credited"),
    ] {
      try draft(workspace, file, name)
      try workspace.edit(
        "pipelines/demo.json5", "mappings/\(name).json5", "mappings/draft-\(name).json5")
    }
    let drafted = try workspace.run("pipelines/demo.json5")
    #expect(drafted.exitCode == .success, "\(drafted.errors)")
    func candidates(_ workspace: Workspace) throws -> String {
      try workspace.read("output/candidates.csv")
    }
    #expect(try candidates(workspace) == candidates(byHand))
  }

  private func fixture(
    _ names: [String: String], _ change: (inout InspectFixture.Stand) -> Void = { _ in }
  ) throws -> (InspectFixture, String) {
    let fixture = try InspectFixture()
    var stands = (0..<20).map { InspectFixture.Stand(side: 1 + Double($0) / 10) }
    for row in stands.indices { change(&stands[row]) }
    return (fixture, try fixture.write("a", stands, names: names))
  }

  private func draft(_ fixture: InspectFixture, _ path: String) throws -> MappingDraft {
    let mappings = try InspectFixture.mappings()
    let layer = try #require(try FileInspector(mappings: mappings).inspect(path).layers.first)
    return MappingDraft(
      layer, of: path, mappings: mappings, destination: fixture.path("my.json5"))
  }

  @Test(
    "the heading of a volume names its unit",
    arguments: [
      ("亩蓄积", "m3-per-mu"), ("每亩蓄积", "m3-per-mu"), ("公顷蓄积", "m3-per-hectare"),
    ])
  func volumeUnits(heading: String, unit: String) throws {
    let (fixture, path) = try fixture(["HUO_LMGQXJ": heading])
    let draft = try draft(fixture, path)
    #expect(draft.missing.isEmpty)
    #expect(draft.text.contains("volume: { column: \"\(heading)\", unit: \"\(unit)\""))
    #expect(draft.text.contains("totalVolume: { column: \"ZXJ\""))
  }

  @Test("units in headings", arguments: ["蓄积量（m³/亩）", "每亩活立木蓄积", "亩均蓄积量"])
  func headingUnits(heading: String) {
    #expect(HeadingUnit.volumePerArea(heading) == .cubicMetresPerMu)
    #expect(HeadingUnit.volumePerArea("伴生树种" + heading) == nil)
    #expect(HeadingUnit.volumePerArea("蓄积量") == nil)
    #expect(HeadingUnit.area("面积（公顷）") == .hectare)
    #expect(HeadingUnit.area("MJ_MU") == .mu)
  }

  @Test("without a volume per area the total is taken")
  func totalVolume() throws {
    let (fixture, path) = try fixture(["HUO_LMGQXJ": "F14"])
    let draft = try draft(fixture, path)
    #expect(draft.text.contains("volume: { column: \"ZXJ\", unit: \"m3\""))
    #expect(!draft.text.contains("totalVolume: {"))
  }

  @Test("a code list that knows none of the codes is not chosen; a run says where it is missing")
  func unknownCodes() throws {
    let (fixture, path) = try fixture([:]) {
      $0.species = "Z9"
      $0.origin = "Z"
    }
    let draft = try draft(fixture, path)
    #expect(draft.missing == ["优势树种的代码表"])
    #expect(draft.text.contains("species: { column: \"YOU_SHI_SZ\", codes: \"?\""))
    #expect(draft.text.contains("// origin: {"))
    #expect(!draft.text.contains("knows 0 %"))

    let workspace = try Workspace()
    try workspace.copyDemo()
    try draft.text.replacingOccurrences(of: "../", with: "").write(
      toFile: workspace.path("unused.json5"), atomically: true, encoding: .utf8)
    let written = try workspace.lintan(
      "inspect", path, "--mappings", workspace.path(Self.mappings), "--write-mapping",
      workspace.path("pipelines/mappings/my.json5"))
    #expect(written.errors.contains("优势树种的代码表"))
    try workspace.write(
      """
      { name: "one", title: "one", stages: ["ingest"],
        sources: { inventory: [{ survey: 2023, path: "\(path)", mapping: "mappings/my.json5" }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """, to: "pipelines/one.json5")
    let run = try workspace.run("pipelines/one.json5")
    #expect(run.exitCode == .configuration)
    #expect(run.errors.contains("columns.species.codes"), "\(run.errors)")
    #expect(run.errors.contains("my.json5:"))
  }

  @Test("a list whose unit nobody names gets a draft with the unit to fill in")
  func listWithoutUnit() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    try workspace.write("林权证号,权利人,面积\n证1,张三,12.5\n证2,李四,20\n", to: "list.csv")
    let outcome = try workspace.lintan(
      "inspect", workspace.path("list.csv"), "--write-mapping", workspace.path("my.json5"))
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("面积的单位"))
    #expect(outcome.output.contains("fill in the unit of the areas"))
    let draft = try workspace.read("my.json5")
    #expect(draft.contains("kind: \"tenure-list\""))
    #expect(draft.contains("area: { column: \"面积\", unit: \"?\" }"))
    try workspace.edit("pipelines/demo.json5", "../sample-data/linquan_*.xlsx", "../list.csv")
    try workspace.edit(
      "pipelines/demo.json5", "mappings/sample-tenure-list.json5", "../my.json5")
    let open = try workspace.run("pipelines/demo.json5")
    #expect(open.exitCode == .configuration)
    #expect(open.errors.contains("columns.area.unit"), "\(open.errors)")
    try workspace.edit("my.json5", "unit: \"?\"", "unit: \"mu\"")
    #expect(
      try workspace.lintan("plan", workspace.path("pipelines/demo.json5")).exitCode == .success)
  }

  @Test("a column that is still to be named is pointed at")
  func openColumn() throws {
    let (fixture, path) = try fixture(["CUN": "F2"])
    _ = fixture
    let workspace = try Workspace()
    try workspace.copyDemo()
    _ = try workspace.lintan(
      "inspect", path, "--mappings", workspace.path(Self.mappings), "--write-mapping",
      workspace.path("pipelines/mappings/my.json5"))
    try workspace.write(
      """
      { name: "one", title: "one", stages: ["ingest"],
        sources: { inventory: [{ survey: 2023, path: "\(path)", mapping: "mappings/my.json5" }] },
        methods: [{ file: "methods/guangdong-forestry.json5" }] }
      """, to: "pipelines/one.json5")
    let run = try workspace.run("pipelines/one.json5")
    #expect(run.exitCode == .missingColumn)
    #expect(run.errors.contains("columns.village (村) still says “?”"), "\(run.errors)")
  }
}
