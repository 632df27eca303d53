import Accounting
import Configuration
import Inventory
import Testing

/// Bamboo: counted by culms, never by volume.
@Suite("Bamboo by culms") struct CulmTests {
  static func stock(
    _ culms: String =
      #"{ group: "毛竹", mass: 23.202, rootShoot: 0, carbonFraction: 0.5, standing: "sourced", source: "ChinaXiv-201704.00158" }"#,
    landClasses: String = #"["bamboo-forest"]"#, more: String = ""
  ) -> String {
    Parameters.stock(
      more: "culms: { landClasses: \(landClasses), coefficients: [ \(culms) ] }, \(more)"
    ).replacing(#"excluded: [ { group: "毛竹", reason: "test" } ],"#, with: "")
  }

  private func bamboo(_ stems: Double, diameter: Double = .nan, area: Double = 10) -> Stand {
    Stand(
      species: "毛竹", volume: .nan, area: area, landClass: .bambooForest, stems: stems,
      diameter: diameter)
  }

  /// 桃江: 2,400 culms/ha of 23.202 kg are 55.685 t/ha; at CF 0.5 27.842 tC/ha.
  @Test func aStandIsItsCulmsTimesTheMassOfOne() throws {
    let method = try Parameters.method(Parameters.wholeGrowth(stock: Self.stock()))
    let credits = method.credits(of: try Survey.pair([bamboo(2400)], [bamboo(2700)]))
    #expect(credits.status == [.computed])
    #expect(abs(credits.stockFirst[0] - 2400 * 23.202 / 1000 * 0.5 * 10) < 1e-9)
    #expect(abs(credits.stockFirst[0] / 10 - 27.8424) < 1e-4)
    let growth = 300 * 0.023202 * 0.5 * 44 / 12 * 10
    #expect(abs(credits.creditTotal[0] - growth) < 1e-9)
    #expect(credits.standing == [.surrogate])
  }

  /// 周国模: D = 10 cm, A = 3 度 gives 14.08 kg.
  @Test func theMassMayGoByDiameter() throws {
    let allometry = CulmAllometry(
      a: 747.787, b: 2.771, c: 3.772,
      age: .init(numerator: 0.148, offset: 0.028, exponent: 5.555, value: 3))
    #expect(abs(allometry.kilograms(diameter: 10) - 14.08) < 0.005)
    let text = Self.stock(
      """
      { group: "毛竹", rootShoot: 0, carbonFraction: 0.5, allometry: {
        a: 747.787, b: 2.771, c: 3.772,
        age: { numerator: 0.148, offset: 0.028, exponent: 5.555, value: 3 } } }
      """)
    let method = try Parameters.method(Parameters.wholeGrowth(stock: text))
    let pair = try Survey.pair(
      [bamboo(3000, diameter: 9), bamboo(3000), bamboo(3000, diameter: 0)],
      [bamboo(3000, diameter: 10), bamboo(3000, diameter: 10), bamboo(3000, diameter: 10)])
    let credits = method.credits(of: pair)
    // Thicker culms are growth without a single culm more.
    #expect(credits.status == [.computed, .noCulms, .noCulms])
    #expect(abs(credits.stockSecond[0] - 3000 * 0.01408 * 0.5 * 10) < 0.1)
    #expect(credits.creditTotal[0] > 0)
    let derivation = method.derivation(of: pair, row: 0)
    let mass = try #require(derivation.value(of: "M2"))
    #expect(abs(mass - allometry.kilograms(diameter: 10)) < 1e-9)
    #expect(derivation.value(of: "N2") == 3000)
    #expect(derivation.value(of: "ERt") == credits.creditTotal[0])
  }

  @Test func whatIsNotRecordedIsNotCounted() throws {
    let method = try Parameters.method(Parameters.wholeGrowth(stock: Self.stock()))
    let other = Stand(species: "杉木", landClass: .bambooForest, stems: 2000)
    let arbor = Stand(species: "毛竹", volume: 80)
    let credits = method.credits(
      of: try Survey.pair(
        [bamboo(2400), bamboo(.nan), bamboo(0), other, arbor],
        [bamboo(.nan), bamboo(2400), bamboo(2400), other, arbor]))
    #expect(credits.status == [.noCulms, .noCulms, .noCulms, .noCoefficient, .speciesNotCounted])
    #expect(credits.creditTotal.allSatisfy { $0.isNaN })
    // Without the block bamboo is land that the method does not count.
    let without = try Parameters.method(Parameters.wholeGrowth())
    let uncounted = without.credits(of: try Survey.pair([bamboo(2400)], [bamboo(2500)]))
    #expect(uncounted.status == [.landClassNotCounted])
  }

  @Test func cutBambooIsALossAndNewBambooMustBeProven() throws {
    let method = try Parameters.method(Parameters.wholeGrowth(stock: Self.stock()))
    let bare = Stand(species: "毛竹", volume: 0, landClass: .cutover)
    let trees = Stand(volume: 20)
    let forest = Stand(volume: 200)
    let credits = method.credits(
      of: try Survey.pair(
        [bamboo(2400), bare, trees, forest], [bare, bamboo(2400), bamboo(2400), bamboo(2400)]))
    #expect(credits.status == [.computed, .newStandUnproven, .growthNotMeasured, .computed])
    #expect(abs(credits.creditTotal[0] + 2400 * 0.023202 * 0.5 * 44 / 12 * 10) < 1e-9)
    // 65.0 tC/ha of trees became 27.8 tC/ha of bamboo: a loss is a loss.
    #expect(credits.creditTotal[3] < 0)
  }

  @Test func aDeclaredStandInServesAndIsCounted() throws {
    let text = Self.stock().replacing(
      #"standIns: [ "#,
      with: #"standIns: [ { group: "阔叶竹", use: "毛竹", reason: "test" }, "#)
    let parameters = try Parameters.read(Parameters.wholeGrowth(stock: text))
    guard case .standIn(let index, _) = parameters.stock.resolve(group: "阔叶竹") else {
      Issue.record("no stand-in")
      return
    }
    #expect(parameters.stock.coefficients[index].isOfCulms)
  }

  @Test func theBandOfBambooIsThatOfItsGroup() throws {
    let text = Parameters.file(
      family: "whole-natural-growth", stock: Self.stock(), benchmark: "", floor: "none",
      more: UncertaintyCases.block)
    let method = try Parameters.method(text)
    let uncertainty = try #require(method.parameters.uncertaintyModel)
    let pair = try Survey.pair([bamboo(2400), Stand()], [bamboo(2700), Stand(volume: 120)])
    let rows = SimulationRows(method: method, pair: pair, candidate: [0, 0])
    let moments = AnalyticPropagation(rows, uncertainty: uncertainty).moments(candidateCount: 1)
    let total = method.credits(of: pair).creditTotal.reduce(0, +)
    #expect(abs(moments[0].mean - total) < 1e-9 * total)
    let band = CandidateSimulation(rows, candidateCount: 1, uncertainty: uncertainty)
      .band(candidate: 0)
    #expect(abs(band.deviation / moments[0].deviation - 1) < 0.1)
  }

  @Test(arguments: [
    ("mass: 23.202", "mass: 23202", "stock.culms.coefficients[0].mass"),
    ("mass: 23.202", "mass: 0.02", "stock.culms.coefficients[0].mass"),
    ("carbonFraction: 0.5,", "carbonFraction: 50,", "stock.culms.coefficients[0].carbonFraction"),
    ("rootShoot: 0,", "", "stock.culms.coefficients[0]"),
    (#"["bamboo-forest"]"#, #"["arbor-forest"]"#, "stock.culms.landClasses"),
    (#"["bamboo-forest"]"#, "[]", "stock.culms.landClasses"),
    (#"group: "毛竹""#, #"group: "杉木""#, "stock.culms.coefficients[0].group"),
    ("mass: 23.202", "mass: 1, allometry: { a: 1, b: 2 }", "stock.culms.coefficients[0].mass"),
    (
      "mass: 23.202", "allometry: { a: 5000, b: 3 }", "stock.culms.coefficients[0].allometry"
    ),
  ])
  func impossibleValuesAreRefused(old: String, new: String, path: String) throws {
    let text = Parameters.wholeGrowth(stock: Self.stock())
    try #require(text.contains(old))
    let range = try #require(text.ranges(of: old).last)
    var changed = text
    changed.replaceSubrange(range, with: new)
    let error = try #require(throws: ConfigurationError.self) { try Parameters.read(changed) }
    #expect(error.path == path)
    #expect(error.position != nil)
  }
}

/// Litter, off unless a file asks for it.
@Suite("Litter") struct LitterTests {
  static let block = """
    litter: {
      carbonFraction: 0.37, standing: "recalled", confidence: "med", source: "test",
      functions: [
        { groups: ["马尾松"], a: 7.217506, b: -0.006710 },
        { groups: ["杉木"], a: 4.976133, b: -0.005242 },
      ],
      others: "none",
    },
    """

  @Test func itIsAShareOfAboveGroundBiomassThatFalls() throws {
    let text = Parameters.wholeGrowth(stock: Parameters.stock(more: Self.block))
    let method = try Parameters.method(text)
    let pair = try Survey.pair(
      [Stand(volume: 80), Stand(species: "桉树", volume: 80)],
      [Stand(volume: 100), Stand(species: "桉树", volume: 100)])
    let credits = method.credits(of: pair)
    // B = 100 × 0.307 × 1.634 = 50.1638 t/ha; f = 4.976133·e^(−0.005242·50.1638) = 3.8255 %.
    let (tree, biomass) = (100 * 0.307 * 1.634 * 1.246 * 0.520, 50.1638)
    let litter = biomass * 0.04976133 * 0.768763 * 0.37
    #expect(abs(credits.stockSecond[0] / 10 - tree - litter) < 1e-4)
    // A group without a function has none, as the file declares.
    #expect(abs(credits.stockSecond[1] / 10 - 100 * 0.578 * 1.263 * 1.221 * 0.525) < 1e-9)
    let plain = try Parameters.method(Parameters.wholeGrowth()).credits(of: pair)
    #expect(credits.creditTotal[0] > plain.creditTotal[0])
    #expect(credits.creditTotal[1] == plain.creditTotal[1])
    let derivation = method.derivation(of: pair, row: 0)
    #expect(abs((derivation.value(of: "l2") ?? 0) - litter) < 1e-4)
    #expect(derivation.value(of: "C2") == credits.stockSecond[0])
  }

  @Test func moreVolumeIsMoreStockStill() throws {
    let steep = Self.block.replacing("a: 4.976133, b: -0.005242", with: "a: 60, b: -0.1")
    let method = try Parameters.method(
      Parameters.wholeGrowth(stock: Parameters.stock(more: steep)))
    let stands = (1...300).map { Stand(volume: Double($0)) }
    let credits = method.credits(of: try Survey.pair(stands, stands))
    for row in 1..<300 { #expect(credits.stockSecond[row] > credits.stockSecond[row - 1]) }
  }

  @Test func theSimulationSumsToTheCredit() throws {
    let text = Parameters.file(
      family: "whole-natural-growth", stock: Parameters.stock(more: Self.block), benchmark: "",
      more: UncertaintyCases.block)
    let method = try Parameters.method(text)
    let pair = try Survey.pair(
      [Stand(second: "马尾松", volume: 80, secondVolume: 30)],
      [Stand(second: "马尾松", volume: 130, secondVolume: 50)])
    let rows = SimulationRows(method: method, pair: pair, candidate: [0])
    let uncertainty = try #require(method.parameters.uncertaintyModel)
    let moments = AnalyticPropagation(rows, uncertainty: uncertainty).moments(candidateCount: 1)
    let credit = method.credits(of: pair).creditTotal[0]
    #expect(abs(moments[0].mean - credit) < 1e-9 * credit)
  }

  @Test(arguments: [
    (#"others: "none""#, #"others: "zero""#, "stock.litter.others"),
    (#"others: "none","#, "", "stock.litter"),
    ("a: 7.217506", "a: 721", "stock.litter.functions[0].a"),
    ("b: -0.006710", "b: 0.006710", "stock.litter.functions[0].b"),
    (#"groups: ["杉木"]"#, #"groups: ["马尾松"]"#, "stock.litter.functions[1].groups"),
    (#"groups: ["杉木"]"#, #"groups: ["水杉"]"#, "stock.litter.functions[1].groups"),
  ])
  func impossibleValuesAreRefused(old: String, new: String, path: String) throws {
    let text = Parameters.wholeGrowth(stock: Parameters.stock(more: Self.block))
    try #require(text.contains(old))
    let error = try #require(throws: ConfigurationError.self) {
      try Parameters.read(text.replacing(old, with: new))
    }
    #expect(error.path == path)
  }

  @Test func itNeedsARouteThatTellsAboveGroundBiomass() throws {
    let text = Parameters.wholeGrowth(
      stock: Parameters.stock(
        route: #"route: "cbef", carbonFraction: 0.5,"#,
        coefficients: #"{ group: "马尾松", a: 0.5034, b: 20.547 },"#, more: Self.block))
    let error = try #require(throws: ConfigurationError.self) { try Parameters.read(text) }
    #expect(error.path == "stock.litter")
  }
}
