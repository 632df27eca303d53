import Archive
import Commands
import Foundation
import Testing

@Suite("A changed copy of a method file")
struct ParameterSwapTests {
  /// Own coefficients of 杉木, 20 years at the measured rate, and no 小班 below zero.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copyDemo()
    let own = "pipelines/methods/county-ticket.json5"
    try workspace.write(
      try workspace.read("pipelines/methods/sanming-forest-ticket.json5"), to: own)
    try workspace.edit(own, #"id: "sanming-forest-ticket-surrogate""#, #"id: "county-ticket""#)
    try workspace.edit(
      own, #"group: "杉木", density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520"#,
      #"group: "杉木", density: 0.350, bef: 1.500, rootShoot: 0.200, carbonFraction: 0.500"#)
    try workspace.edit(
      own, #"crediting: { basis: "survey-interval" }"#,
      #"crediting: { basis: "fixed-years", years: 20 }"#)
    try workspace.edit(own, #"floor: "project""#, #"floor: "subcompartment""#)
    try workspace.edit(
      "pipelines/demo.json5", #"{ file: "methods/sanming-forest-ticket.json5" },"#,
      #"{ file: "methods/sanming-forest-ticket.json5" }, { file: "methods/county-ticket.json5" },"#)
    return workspace
  }

  @Test("gives what a pencil gives from the rows of the result, row by row and for a village")
  func byHand() throws {
    let workspace = try workspace()
    let outcome = try workspace.run("pipelines/demo.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let results = try Connection(path: workspace.path("output/results.gpkg"), mode: .readOnly)

    // The earlier volumes, by key: 乔木林 of 杉木 alone.
    let ingest = try store(workspace, "ingest", "inventory.gpkg")
    let before = try ingest.columns(
      """
      SELECT s.key, s.volume_m3_ha FROM subcompartment s
      JOIN species p ON p.number = s.species
      JOIN term t ON t.vocabulary = 'land_class' AND t.number = s.land_class
      WHERE s.survey = 2018 AND p.name = '杉木' AND s.second_species = 0
        AND t.identifier = 'arbor-forest'
      """, kinds: [.text, .real])
    var volumes: [String: Double] = [:]
    for row in 0..<before.rows {
      volumes[try before.texts(0)[row]] = try before.reals(1)[row]
    }

    // D·BEF·(1 + R)·CF of the changed line: 0.35 × 1.5 × 1.2 × 0.5 = 0.315 tC/m³.
    let rows = try results.columns(
      """
      SELECT b.key, b.volume_m3_ha, b.area_ha, q.credit_tco2e
      FROM quantity q JOIN subcompartment b ON b.fid = q.subcompartment
      WHERE q.method = 'county-ticket' AND q.match = 'key' AND q.status = 'computed'
        AND b.species = '杉木' AND b.land_class = '乔木林'
        AND COALESCE(b.second_species, '') = ''
      """, kinds: [.text, .real, .real, .real])
    var looked = 0
    for row in 0..<rows.rows {
      guard let earlier = volumes[try rows.texts(0)[row]] else { continue }
      looked += 1
      let grown = try (rows.reals(1)[row] - earlier) * rows.reals(2)[row]
      let byHand = max(grown * 0.315 * 44 / 12 / 5 * 20, 0)
      let stored = try rows.reals(3)[row]
      #expect(abs(stored - byHand) <= 1e-9 * max(byHand, 1), "\(byHand) t, stored \(stored)")
    }
    #expect(looked > 50)
    // Losses of the unchanged file are nothing under the floor at the 小班.
    let losses = try results.columns(
      """
      SELECT own.credit_tco2e FROM quantity q JOIN quantity own
      ON own.subcompartment = q.subcompartment AND own.method = 'county-ticket'
      WHERE q.method = 'sanming-forest-ticket-surrogate' AND q.credit_tco2e < 0
      """, kinds: [.real]
    ).reals(0)
    #expect(!losses.isEmpty && losses.allSatisfy { $0 == 0 })

    // A village: the sum of its passing rows, less what is excluded or credited already.
    let screening = try store(workspace, "screen", "screening.sqlite")
    let number = 3
    let verdicts = try screening.columns(
      "SELECT subcompartment, eligible_share FROM verdict WHERE method = ? AND verdict = 0",
      [.integer(Int64(number))], kinds: [.integer, .real])
    var shares: [Int64: Double] = [:]
    for row in 0..<verdicts.rows {
      shares[try verdicts.integers(0)[row]] = try verdicts.reals(1)[row]
    }
    // What others have credited counts for the twenty years after the last survey only.
    let burdened = try store(workspace, "tenure", "tenure.sqlite").columns(
      """
      SELECT b.subcompartment, COALESCE(c.share, 0) FROM burden b LEFT JOIN credited_period c
      ON c.subcompartment = b.subcompartment AND c.first_year = 2024 AND c.last_year = 2043
      """, kinds: [.integer, .real])
    var creditedShares: [Int64: Double] = [:]
    for row in 0..<burdened.rows {
      creditedShares[try burdened.integers(0)[row]] = try burdened.reals(1)[row]
    }
    let villages = try results.columns(
      "SELECT village, credit_tco2e, crediting_years FROM candidate WHERE method = 'county-ticket'",
      kinds: [.text, .real, .real])
    #expect(villages.rows == 26)
    for row in 0..<villages.rows {
      let code = try villages.texts(0)[row]
      let village = try villages.reals(1)[row]
      let credits = try results.columns(
        """
        SELECT q.subcompartment, q.credit_tco2e, s.excluded_share
        FROM quantity q JOIN subcompartment s ON s.fid = q.subcompartment
        WHERE q.method = 'county-ticket' AND s.village = ? AND q.credit_tco2e IS NOT NULL
        """, [.text(code)], kinds: [.integer, .real, .real])
      var sum = 0.0
      for one in 0..<credits.rows {
        guard let share = shares[try credits.integers(0)[one]] else { continue }
        let (credit, excluded) = (try credits.reals(1)[one], try credits.reals(2)[one])
        let credited = creditedShares[try credits.integers(0)[one]] ?? .nan
        #expect(credit >= 0)
        sum += credit * share
        let left = 1 - excluded - credited
        #expect(abs(share - left) < 1e-9)
      }
      let years = try villages.reals(2)[row]
      #expect(years == 20)
      #expect(abs(sum - village) <= 1e-9 * max(sum, 1), "\(code)")
    }
  }

  @Test("has bands about its figures, and the total's band is narrower than the sum of the ends")
  func bands() throws {
    let workspace = try Workspace()
    try workspace.copyDemo()
    // Of careful surveys, so that what villages share is more than what is each one's own.
    for name in ["guangdong-forestry", "shenzhen-forest-management", "sanming-forest-ticket"] {
      try workspace.edit(
        "pipelines/methods/\(name).json5", "relativeError: 0.20, referenceArea: 5",
        "relativeError: 0.05, referenceArea: 5")
    }
    #expect(try workspace.run("pipelines/demo.json5").exitCode == .success)
    let store = try store(workspace, "rank", "candidates.sqlite")
    let off = try store.integer(
      """
      SELECT COUNT(*) FROM candidate WHERE NOT (credit_p10_tco2e <= credit_p50_tco2e
        AND credit_p50_tco2e <= credit_p90_tco2e)
      """)
    #expect(off == 0)
    let basis = try store.text("SELECT value FROM fact")
    #expect(basis == "cautious-net")
    let (low, middle, ends) = (
      try store.real("SELECT p10 FROM total_band WHERE figure = 'credit_tco2e'"),
      try store.real("SELECT p50 FROM total_band WHERE figure = 'credit_tco2e'"),
      try store.real(
        "SELECT SUM(credit_p10_tco2e) FROM candidate WHERE status <> 'alternative'")
    )
    let sum = try store.real(
      "SELECT SUM(credit_tco2e) FROM candidate WHERE status <> 'alternative'")
    #expect(ends < low && low < sum)
    // Were the errors of villages unrelated, the band would shrink to the root of their squares.
    let apart = try store.real(
      """
      SELECT SUM((credit_p50_tco2e - credit_p10_tco2e) * (credit_p50_tco2e - credit_p10_tco2e))
      FROM candidate WHERE status <> 'alternative'
      """)
    #expect(middle - low > 1.02 * apart.squareRoot())
    // Net revenue goes with the credit, price and share being given.
    let nets = try store.integer(
      """
      SELECT COUNT(*) FROM candidate WHERE price_cny IS NOT NULL AND credit_p10_tco2e > 0
        AND abs(net_p10_cny / credit_p10_tco2e - net_cny / credit_tco2e) > 1e-9
      """)
    #expect(nets == 0)
    // The ranking goes by the cautious figure.
    let order = try store.columns(
      "SELECT net_p10_cny FROM candidate WHERE net_p10_cny IS NOT NULL ORDER BY place",
      kinds: [.real]
    ).reals(0)
    #expect(order == order.sorted(by: >))
    #expect(order.count > 50)
  }

  private func store(
    _ workspace: Workspace, _ stage: String, _ file: String
  ) throws -> Connection {
    let folder = workspace.path("work/" + stage)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { FileManager.default.fileExists(atPath: folder + "/" + $0 + "/" + file) }
    return try Connection(
      path: folder + "/" + (try #require(names.first)) + "/" + file, mode: .readOnly)
  }
}
