import Commands
import Testing

@Suite("小班 whose borders were drawn anew between surveys, through a run")
struct RedrawnRunTests {
  typealias Plot = DrawnCounty.Plot

  /// tC in a m³ of 杉木, 马尾松 and 木荷.
  static let fir = 0.307 * 1.634 * 1.246 * 0.520
  static let pine = 0.380 * 1.472 * 1.187 * 0.460
  static let schima = 0.598 * 1.894 * 1.258 * 0.497

  private static func method(
    id: String = "hand", stock: String = "", change: String = "hold-later"
  ) -> String {
    HandCounty.method(id: id, stock: HandCounty.stock(more: stock))
      .replacing(#"speciesChange: "hold-later""#, with: #"speciesChange: "\#(change)""#)
  }

  @Test(
    "land taken from a neighbour grows nothing, under a number that held or a new one",
    arguments: ["1", "9"], [910, 840, 600])
  func absorbed(number: String, border: Int) throws {
    let county = try DrawnCounty()
    let other = Double(border == 910 ? 400 : 300)
    try county.survey(
      2018,
      [
        Plot(number: "1", from: 0, to: border),
        Plot(number: "2", from: border, to: 1000, volume: other),
      ])
    let mean = (Double(border) * 100 + Double(1000 - border) * other) / 1000
    try county.survey(2023, [Plot(number: number, from: 0, to: 1000, volume: mean)])
    let outcome = try county.run([Self.method()])
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try county.county.figures("credit_tco2e")[number], 0))
    let first = try county.county.figures("stock_first_tc")[number]
    #expect(close(first, mean * 10 * Self.fir), "Σ area × volume of the earlier date is kept")
    let explained = try county.county.workspace.lintan(
      "explain", county.county.workspace.path("work"), "449921101201/\(number)")
    #expect(explained.output.contains("各部分按自身树种和蓄积"))
    #expect(explained.output.contains("逐位一致"))
  }

  @Test("a border moved between two stands that go on moves no carbon", arguments: [150, 60, 30])
  func moved(metres: Int) throws {
    let county = try DrawnCounty()
    try county.survey(
      2018,
      [
        Plot(number: "1", from: 0, to: 1000, volume: 300),
        Plot(number: "2", from: 1000, to: 2000, volume: 50),
      ])
    let mean = (1000 * 50 + Double(metres) * 300) / Double(1000 + metres)
    try county.survey(
      2023,
      [
        Plot(number: "1", from: 0, to: 1000 - metres, volume: 300),
        Plot(number: "2", from: 1000 - metres, to: 2000, volume: mean),
      ])
    #expect(try county.run([Self.method()]).exitCode == .success)
    let credits = try county.county.figures("credit_tco2e")
    #expect(close(credits["1"], 0) && close(credits["2"], 0), "\(credits)")
  }

  @Test("polygons drawn again within the share that passes for the same keep the key's own figures")
  func nearlyTheSame() throws {
    let county = try DrawnCounty()
    try county.survey(
      2018,
      [
        Plot(number: "1", from: 0, to: 1000, volume: 300),
        Plot(number: "2", from: 1000, to: 2000, volume: 50),
      ])
    try county.survey(
      2023,
      [
        Plot(number: "1", from: 0, to: 990, volume: 310),
        Plot(number: "2", from: 990, to: 2000, volume: 60),
      ])
    #expect(try county.run([Self.method()]).exitCode == .success)
    #expect(try county.matches() == ["1": 1, "2": 1])
    let kept = try county.county.figures("stock_first_tc")
    #expect(kept["2"] == 10 * (Self.fir * 50))
    // The share is the file's to say.
    #expect(
      try county.run([Self.method()], more: "pairing: { sameShare: 0.995 },").exitCode == .success)
    #expect(try county.matches() == ["1": 2, "2": 2])
    let mixed = try county.county.figures("stock_first_tc")
    #expect(close(mixed["2"], Self.fir * (10 * 50 + 0.1 * 300)))
  }

  @Test("how rows are paired is not another method's affair")
  func independent() throws {
    let county = try DrawnCounty()
    // Recorded areas differ by 15 %, the polygons do not.
    try county.survey(2018, [Plot(number: "1", from: 0, to: 1000, area: 10)])
    try county.survey(2023, [Plot(number: "1", from: 0, to: 1000, volume: 120, area: 8.5)])
    let loose = Self.method(id: "loose", stock: "areaTolerance: 0.2,")
    let strict = Self.method(id: "strict", stock: "areaTolerance: 0.1,")
    var alone: [String: Double] = [:]
    for methods in [[loose], [loose, strict]] {
      #expect(try county.run(methods).exitCode == .success)
      let credits = try county.county.figures("credit_tco2e")
      if alone.isEmpty { alone = credits }
      #expect(credits == alone)
      #expect(close(credits["1"], 20 * 8.5 * Self.fir * 44 / 12))
      #expect(try county.matches() == ["1": 1])
    }
    #expect(try county.county.statuses(method: 1) == ["1": "area-changed"])
  }

  @Test("bare land taken in is part of the earlier state, and slivers are listed")
  func bareAndSlivers() throws {
    let county = try DrawnCounty()
    try county.survey(
      2018,
      [
        Plot(number: "1", from: 0, to: 916),
        Plot(number: "2", from: 916, to: 996, landClass: "迹", species: "", volume: 0),
        Plot(number: "3", from: 996, to: 1400, volume: 200),
      ])
    try county.survey(
      2023,
      [
        Plot(number: "9", from: 0, to: 1000, volume: 92),
        Plot(number: "3", from: 1000, to: 1400, volume: 200),
      ])
    #expect(try county.run([Self.method()]).exitCode == .success)
    let first = try county.county.figures("stock_first_tc")["9"]
    #expect(close(first, 91.6 / 0.996 * 10 * Self.fir))
    let explained = try county.county.workspace.lintan(
      "explain", county.county.workspace.path("work"), "449921101201/9")
    #expect(explained.output.contains("未计入的碎片"))
    #expect(
      try county.run([Self.method()], more: "pairing: { sliverShare: 0.001 },").exitCode == .success
    )
    let all = try county.county.figures("stock_first_tc")["9"]
    #expect(close(all, (91.6 + 0.8) * 10 * Self.fir))
  }

  @Test("bamboo stands that were merged are counted by culms")
  func bamboo() throws {
    let county = try DrawnCounty()
    func plot(_ number: String, _ from: Int, _ to: Int, _ stems: Double) -> Plot {
      Plot(
        number: number, from: from, to: to, landClass: "竹", species: "毛竹", volume: 0, stems: stems)
    }
    try county.survey(2018, [plot("1", 0, 500, 2000), plot("2", 500, 1000, 3000)])
    try county.survey(2023, [plot("9", 0, 1000, 2700)])
    let culms = """
      culms: { landClasses: ["bamboo-forest"], coefficients: [
        { group: "毛竹", mass: 23.202, rootShoot: 0, carbonFraction: 0.5 } ] },
      """
    #expect(try county.run([Self.method(stock: culms)]).exitCode == .success)
    let credit = try county.county.figures("credit_tco2e")["9"]
    #expect(close(credit, (27_000 - 25_000) * 23.202 * 0.5 / 1000 * 44 / 12))
  }

  @Test("three species merged are each converted as themselves, or as the file holds them")
  func threeSpecies() throws {
    let county = try DrawnCounty()
    try county.survey(
      2018,
      ["木荷", "马尾松", "杉木"].enumerated().map {
        Plot(number: "\($0)", from: 400 * $0, to: 400 * ($0 + 1), species: $1)
      })
    try county.survey(2023, [Plot(number: "9", from: 0, to: 1200, volume: 130)])
    let methods = ["as-surveyed", "hold-earlier", "hold-later"].map {
      Self.method(id: $0, change: $0)
    }
    #expect(try county.run(methods).exitCode == .success)
    let mean = (Self.fir + Self.pine + Self.schima) / 3
    let stocks = [
      (mean * 100, Self.fir * 130), (mean * 100, mean * 130), (Self.fir * 100, Self.fir * 130),
    ]
    for (method, stock) in stocks.enumerated() {
      let first = try county.county.figures("stock_first_tc", method: method)["9"]
      let second = try county.county.figures("stock_second_tc", method: method)["9"]
      #expect(close(first, stock.0 * 12), "\(method)")
      #expect(close(second, stock.1 * 12), "\(method)")
    }
    let explained = try county.county.workspace.lintan(
      "explain", county.county.workspace.path("work"), "449921101201/9")
    for word in ["木荷", "马尾松", "前期第 3 部分", "逐位一致"] {
      #expect(explained.output.contains(word), "\(word)")
    }
  }
}
