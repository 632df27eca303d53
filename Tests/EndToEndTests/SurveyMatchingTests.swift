import Archive
import Commands
import Foundation
import Testing

@Suite("小班 that were split or redrawn between surveys")
struct SurveyMatchingTests {
  @Test("are found by where they lie, and their explanation agrees with the store")
  func redrawings() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
    let record = try JSONDecoder().decode(
      Planted.self,
      from: Data(
        contentsOf: URL(
          fileURLWithPath: workspace.path("sample-data/planted-faults_449921.json"))))
    var looked = 0
    var example = ""
    for one in record.redrawings {
      for key in one.after {
        let kinds = try results.columns(
          """
          SELECT DISTINCT q.match FROM quantity q JOIN subcompartment s
          ON s.fid = q.subcompartment
          WHERE replace(s.key, '/', '') = ? AND s.source_path LIKE '%xiaoban_2023%'
          """, [.text(key)], kinds: [.text]
        ).texts(0)
        // A 小班 that another fault set aside is not there.
        guard kinds.count == 1 else { continue }
        looked += 1
        if one.kind == "split" {
          #expect(kinds[0] == "overlay", "\(key) was split off and not found")
          example = key
        } else {
          #expect(kinds[0] != "none", "\(key) was redrawn and not found")
        }
      }
    }
    #expect(looked > 70)
    // A half grows from the volume of the whole: by the same rate as its other half's beginning.
    let row = try #require(
      try results.integer(
        """
        SELECT fid FROM subcompartment WHERE replace(key, '/', '') = ?
        AND source_path LIKE '%xiaoban_2023%'
        """, [.text(example)]))
    let explained = try workspace.lintan(
      "explain", workspace.path("pipelines/demo.json5"), String(row), "--work",
      workspace.path("work"))
    #expect(explained.exitCode == .success, "\(explained.errors)")
    #expect(explained.output.contains("前期状态由空间叠置得出"))
  }

  private struct Planted: Decodable {
    struct Redrawing: Decodable {
      var kind: String
      var after: [String]
    }
    var redrawings: [Redrawing]
  }
}
