import Archive
import Commands
import Testing

@Suite("Stock routes by hand, through a run")
struct StockRouteRunTests {
  typealias Plot = HandCounty.Plot

  static let culms = """
    culms: { landClasses: ["bamboo-forest"], coefficients: [
      { group: "毛竹", mass: 23.202, rootShoot: 0, carbonFraction: 0.5 } ] },
    """

  private func bamboo(_ number: String, _ stems: String, area: String = "10") -> Plot {
    Plot(number: number, area: area, landClass: "竹", species: "毛竹", volume: "", stems: stems)
  }

  @Test(
    "bamboo is its culms, in whatever unit the survey counts them",
    arguments: [
      ("per-hectare", "2400", "2700"), ("per-mu", "160", "180"), ("total", "24000", "27000"),
      ("hundreds", "240", "270"), ("ten-thousands", "2.4", "2.7"),
    ])
  func culms(unit: String, before: String, after: String) throws {
    let county = try HandCounty()
    try county.mapping(stemUnit: unit)
    try county.survey(2018, [bamboo("1", before), bamboo("2", before), bamboo("3", "")])
    try county.survey(
      2023,
      [
        bamboo("1", after), Plot(number: "2", landClass: "迹", species: "毛竹", volume: ""),
        bamboo("3", after),
      ])
    let outcome = try county.run([HandCounty.method(stock: HandCounty.stock(more: Self.culms))])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let culm = 23.202 * 0.5 / 1000
    let (credit, stock) = (
      try county.figures("credit_tco2e"), try county.figures("stock_second_tc")
    )
    #expect(close(credit["1"], 300 * culm * 44 / 12 * 10))
    #expect(close(stock["1"], 2700 * culm * 10))
    // Cut between the surveys: the whole stock is lost.
    #expect(close(credit["2"], -2400 * culm * 44 / 12 * 10))
    let statuses = try county.statuses()
    #expect(statuses == ["1": "computed", "2": "computed", "3": "no-culms"])
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1")
    #expect(explained.exitCode == .success)
    for word in ["每公顷立竹株数", "毛竹单株生物量", "每株含碳量", "2,700"] {
      #expect(explained.output.contains(word), "\(word)")
    }
    #expect(explained.output.contains("逐位一致"))
  }

  @Test("without the block bamboo is land that the method does not count, and is said to be")
  func uncounted() throws {
    let county = try HandCounty()
    try county.survey(2018, [bamboo("1", "2400")])
    try county.survey(2023, [bamboo("1", "2700")])
    #expect(try county.run([HandCounty.method()]).exitCode == .success)
    #expect(try county.statuses() == ["1": "land-class-not-counted"])
  }

  @Test("a stand of two species is the sum of its species")
  func twoSpecies() throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(volume: "90", second: "木荷", secondVolume: "30")])
    try county.survey(2023, [Plot(volume: "120", second: "木荷", secondVolume: "50")])
    #expect(try county.run([HandCounty.method()]).exitCode == .success)
    let shanmu = 0.307 * 1.634 * 1.246 * 0.520
    let muhe = 0.598 * 1.894 * 1.258 * 0.497
    // The later shares convert both volumes only where the species changed; here they did not.
    let change = (70 - 60) * shanmu + (50 - 30) * muhe
    #expect(close(try county.figures("credit_tco2e")["1"], change * 44 / 12 * 10))
    #expect(close(try county.figures("stock_second_tc")["1"], (70 * shanmu + 50 * muhe) * 10))
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1")
    #expect(explained.output.contains("后期第二树种蓄积比例"))
    #expect(explained.output.contains("逐位一致"))
  }

  @Test("dead wood and litter are added where the file asks for them, and only there")
  func pools() throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(volume: "80")])
    try county.survey(2023, [Plot(volume: "100")])
    let pools = """
      deadWood: { share: 0.0225, \(HandCounty.fact) },
      litter: {
        carbonFraction: 0.37, \(HandCounty.fact), others: "none",
        functions: [{ groups: ["杉木"], a: 4.976133, b: -0.005242 }],
      },
      """
    let outcome = try county.run([
      HandCounty.method(), HandCounty.method(id: "pools", stock: HandCounty.stock(more: pools)),
    ])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let tree = 100 * 0.307 * 1.634 * 1.246 * 0.520
    let biomass = 100 * 0.307 * 1.634
    // e^(−0.005242 × 50.1638) = 0.768763
    let litter = biomass * 0.04976133 * 0.768763 * 0.37
    #expect(close(try county.figures("stock_second_tc")["1"], tree * 10))
    #expect(
      close(
        try county.figures("stock_second_tc", method: 1)["1"], (tree * 1.0225 + litter) * 10, 1e-6))
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1", "--method", "pools")
    for word in ["凋落物", "枯死木", "逐位一致"] { #expect(explained.output.contains(word), "\(word)") }
  }

  @Test("a constant of a 地类 is a stock and never a growth")
  func constants() throws {
    let county = try HandCounty()
    let shrub = Plot(landClass: "灌", volume: "")
    try county.survey(2018, [shrub])
    try county.survey(2023, [shrub])
    let constants = """
      landClassStocks: [{ landClass: "designated-shrub", carbon: 8.46, \(HandCounty.fact) }],
      """
    #expect(
      try county.run([HandCounty.method(stock: HandCounty.stock(more: constants))]).exitCode
        == .success)
    #expect(close(try county.figures("stock_second_tc")["1"], 84.6))
    #expect(try county.statuses() == ["1": "growth-not-measured"])
  }
}
