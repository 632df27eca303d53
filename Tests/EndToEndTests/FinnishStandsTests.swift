import Archive
import Commands
import Foundation
import Testing

@Suite("Real stands at two dates", .enabled(if: SharedData.stands != nil, "needs ../shared"))
struct FinnishStandsTests {
  /// Runs the stands through the whole chain.
  private func run() throws -> (Workspace, Workspace.Outcome) {
    let workspace = try Workspace()
    try FileManager.default.copyItem(
      atPath: Workspace.packageRoot + "/Tests/EndToEndTests/Fixtures/finland",
      toPath: workspace.path("finland"))
    let stands = try #require(SharedData.stands)
    try workspace.write(
      """
      {
        name: "finland",
        title: "Stands at two dates",
        sources: {
          inventory: [
            { survey: 2018, path: "\(stands)", layer: "stand_measured", mapping: "stands.json5" },
            { survey: 2025, path: "\(stands)", layer: "stand_updated", mapping: "stands.json5" },
          ],
        },
        methods: [{ file: "whole-growth.json5" }],
      }
      """, to: "finland/pipeline.json5")
    return (workspace, try workspace.run("finland/pipeline.json5"))
  }

  private func quantities(_ workspace: Workspace) throws -> String {
    let folder = workspace.path("work/quantify")
    let result = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix("draft") }
    return folder + "/" + (try #require(result.first)) + "/quantities.sqlite"
  }

  @Test("stands, hectares and cubic metres agree with what ogrinfo sums in the same file")
  func totals() throws {
    let (workspace, outcome) = try run()
    #expect(outcome.exitCode == .success)
    let store = try Connection(path: try quantities(workspace), mode: .readOnly)
    let file = try #require(SharedData.stands)
    for (survey, layer) in [(2018, "stand_measured"), (2025, "stand_updated")] {
      let expected =
        try Ogrinfo.row(
          "SELECT COUNT(*) AS n, SUM(Area) AS ha, SUM(vol_ha * Area) AS m3 FROM \(layer)",
          file: file) ?? Self.recorded[survey]
      let (count, area, volume) = try #require(expected)
      let year: Value = .integer(Int64(survey))
      let stands = try store.integer(
        "SELECT subcompartments FROM survey_total WHERE survey = ?", [year])
      #expect(stands == Int64(count))
      let hectares = try store.real("SELECT area_ha FROM survey_total WHERE survey = ?", [year])
      #expect(abs(hectares - area) < 1e-6 * area)
      let cubicMetres = try store.real(
        "SELECT volume_m3 FROM survey_total WHERE survey = ?", [year])
      #expect(abs(cubicMetres - volume) < 1e-6 * volume)
    }
  }

  @Test("felled stands lose carbon, and every stand is found at both dates")
  func increments() throws {
    let (workspace, outcome) = try run()
    #expect(outcome.exitCode == .success)
    let store = try Connection(path: try quantities(workspace), mode: .readOnly)
    #expect(try store.integer("SELECT matched FROM pairing") == 225)
    let falling = try store.integer("SELECT COUNT(*) FROM quantity WHERE increment_tco2e_yr < 0")
    #expect((falling ?? 0) > 0)
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
    #expect(try results.integer("SELECT COUNT(*) FROM subcompartment") == 225)
  }

  /// What ogrinfo 3.6 printed, for machines without it.
  private static let recorded: [Int: (Double, Double, Double)] = [
    2018: (225, 416.07, 56610.637), 2025: (225, 416.07, 63807.951),
  ]
}
