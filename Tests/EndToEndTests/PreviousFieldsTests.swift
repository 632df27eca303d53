import Archive
import Commands
import Foundation
import Testing

@Suite("One survey with previous-period fields")
struct PreviousFieldsTests {
  @Test("tells growth between two dates, and says on which evidence")
  func oneFile() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    // The same column, read in another unit, stands in for the volume of ten years before.
    try workspace.edit(
      "pipelines/mappings/national-xiaoban.json5", "columns: {",
      #"columns: { previousVolume: { column: "HUO_LMGQXJ", unit: "m3-per-mu" },"#)
    let survey = #"{ survey: 2018, path: "../sample-data/xiaoban_2018_*.shp", "#
    try workspace.edit(
      "pipelines/demo.json5", survey + #"mapping: "mappings/national-xiaoban.json5" },"#, "")
    try workspace.edit(
      "pipelines/demo.json5", "methods: [", "growth: { previousYears: 10 },\n  methods: [")
    let outcome = try workspace.run("pipelines/demo.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)
    let rows = try results.columns(
      """
      SELECT q.evidence_rung, q.rate_tco2e_ha_yr, s.volume_m3_ha FROM quantity q
      JOIN subcompartment s ON s.fid = q.subcompartment
      WHERE q.method = 'sanming-forest-ticket-surrogate' AND q.status = 'computed'
        AND s.land_class = '乔木林' AND s.species = '杉木' AND COALESCE(s.second_species, '') = ''
      """, kinds: [.text, .real, .real])
    #expect(rows.rows > 50)
    for row in 0..<rows.rows {
      let (rung, rate, volume) = (
        try rows.texts(0)[row], try rows.reals(1)[row], try rows.reals(2)[row]
      )
      #expect(rung == "previous-fields")
      // 0.307 × 1.634 × 1.246 × 0.520 tC/m³; the column is read as m³ per 亩, fifteen times as much.
      let byHand = (volume - 15 * volume) * 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12 / 10
      #expect(abs(rate - byHand) < 1e-9 * abs(byHand))
    }
  }
}
