import Accounting
import Configuration
import Glibc
import Inventory
import Testing

@Suite("Forms in which coefficients are published, by parameter file alone")
struct PublishedFormTests {
  private static func file(
    route: String, _ coefficients: String, change: String = "hold-later", more: String = "",
    rest: String = ""
  ) -> String {
    Parameters.file(
      family: "whole-natural-growth",
      stock: Parameters.stock(
        route: #"route: "\#(route)","#
          + (route == "biomass-expansion" ? "" : " carbonFraction: 0.5,"),
        coefficients: coefficients, speciesChange: change, more: more),
      benchmark: "", more: rest)
  }

  /// Credits of ten hectares; checks that bands rest on the same figures and that the steps end there.
  private func credits(
    _ file: String, _ first: Stand, _ second: Stand
  ) throws -> CreditColumns {
    let method = try Parameters.method(file)
    let pair = try Survey.pair([first], [second])
    let credits = method.credits(of: pair)
    #expect(credits.status[0].isComputed)
    let rows = SimulationRows(method: method, pair: pair, candidate: [0])
    let moments = AnalyticPropagation(rows, uncertainty: UncertaintyCases.model())
      .moments(candidateCount: 1)
    #expect(abs(moments[0].mean - credits.creditTotal[0]) < 1e-9 * 1000)
    let steps = method.derivation(of: pair, row: 0).steps
    #expect(steps.last?.value == credits.creditTotal[0])
    #expect(steps.allSatisfy { $0.value.isFinite })
    return credits
  }

  @Test("a power of the volume, W = a·V^b, with roots where it leaves them out")
  func power() throws {
    let text = Self.file(
      route: "power", #"{ group: "杉木", a: 1.5, b: 0.85, rootShoot: 0.2 },"#)
    let result = try credits(text, Stand(volume: 80), Stand(volume: 100))
    let carbon = { (volume: Double) in 0.5 * 1.2 * 1.5 * pow(volume, 0.85) }
    #expect(abs(result.stockFirst[0] - carbon(80) * 10) < 1e-9)
    #expect(abs(result.creditTotal[0] - (carbon(100) - carbon(80)) * 10 * 44 / 12) < 1e-9)
  }

  @Test("a hyperbola, B = V/(a + b·V)")
  func hyperbolic() throws {
    let text = Self.file(
      route: "hyperbolic",
      #"{ group: "马尾松", a: 1.40, b: 0.0001 }, { group: "杉木", a: 1.2, b: 0.002 },"#
    )
    let result = try credits(
      text, Stand(species: "马尾松", volume: 80), Stand(species: "马尾松", volume: 100))
    let pine = { (volume: Double) in 0.5 * volume / (1.40 + 0.0001 * volume) }
    #expect(abs(result.stockSecond[0] - pine(100) * 10) < 1e-9)
    // Where the species changed the later curve serves both volumes, at each its own.
    let fir = { (volume: Double) in 0.5 * volume / (1.2 + 0.002 * volume) }
    let changed = try credits(
      text, Stand(species: "马尾松", volume: 80), Stand(volume: 100))
    #expect(abs(changed.creditTotal[0] - (fir(100) - fir(80)) * 10 * 44 / 12) < 1e-9)
    // Each of two species has the share of the land that it has of the volume.
    let mixed = try credits(
      text, Stand(second: "马尾松", volume: 100, secondVolume: 30),
      Stand(second: "马尾松", volume: 120, secondVolume: 60))
    #expect(abs(mixed.stockFirst[0] - (0.7 * fir(100) + 0.3 * pine(100)) * 10) < 1e-9)
    #expect(abs(mixed.stockSecond[0] - (fir(120) + pine(120)) / 2 * 10) < 1e-9)
  }

  /// The classes of IPCC 2006 table 4.5 for temperate hardwoods and of table 4.4, recalled.
  private static let classes = """
    { group: "木荷",
      bcef: [ { upTo: 20, value: 3.0 }, { upTo: 40, value: 1.7 }, { upTo: 100, value: 1.4 },
        { upTo: 200, value: 1.05 }, { value: 0.8 } ],
      rootShoot: [ { upTo: 125, value: 0.20 }, { value: 0.24 } ], carbonFraction: 0.48 },
    """

  @Test(
    "factors by class of volume and root ratios by class of biomass",
    arguments: [
      (20.0, 3.0, 0.20), (40, 1.7, 0.20), (60, 1.4, 0.20), (100, 1.4, 0.24), (120, 1.05, 0.24),
      (250, 0.8, 0.24),
    ] as [(Double, Double, Double)])
  func byClass(volume: Double, factor: Double, roots: Double) throws {
    let text = Self.file(route: "biomass-expansion", Self.classes)
    let result = try credits(
      text, Stand(species: "木荷", volume: volume), Stand(species: "木荷", volume: volume))
    #expect(abs(result.stockSecond[0] - volume * factor * (1 + roots) * 0.48 * 10) < 1e-9)
  }

  @Test("a factor of a thin stand is not taken for one of any, nor a unit for another")
  func limits() throws {
    func refused(_ coefficients: String, route: String = "biomass-expansion") -> Bool {
      (try? Parameters.read(Self.file(route: route, coefficients))) == nil
    }
    #expect(!refused(Self.classes))
    // 3.0 × 1.2 × 0.48 for every stand is no wood.
    #expect(refused(#"{ group: "木荷", bcef: 3.0, rootShoot: 0.2, carbonFraction: 0.48 },"#))
    #expect(refused(Self.classes.replacing("value: 0.8", with: "value: 8")))
    #expect(refused(Self.classes.replacing("upTo: 40", with: "upTo: 10")))
    #expect(refused(Self.classes.replacing("{ value: 0.8 }", with: "{ upTo: 900, value: 0.8 }")))
    #expect(refused(Self.classes.replacing("bcef:", with: "density: 0.6, bcef:")))
    #expect(refused(#"{ group: "木荷", bcef: [], rootShoot: 0.2, carbonFraction: 0.48 },"#))
    // Kilograms for tonnes, and a per cent for an exponent.
    #expect(refused(#"{ group: "杉木", a: 45, b: 0.85 },"#, route: "power"))
    #expect(refused(#"{ group: "杉木", a: 0.05, b: 0 },"#, route: "hyperbolic"))
    #expect(refused(#"{ group: "杉木", a: 0.9, b: 85 },"#, route: "power"))
    // Young stands have more root than stem.
    #expect(
      !refused(
        #"{ group: "杉木", density: 0.3, bef: 1.3, rootShoot: 2.0, carbonFraction: 0.5 },"#))
  }

  @Test("roots on B = aV + b, and its litter by the biomass above ground")
  func lineWithRoots() throws {
    let line = #"{ group: "杉木", a: 0.4652, b: 19.141, rootShoot: 0.25 },"#
    let roots = try credits(Self.file(route: "cbef", line), Stand(volume: 80), Stand(volume: 100))
    #expect(abs(roots.stockSecond[0] - 0.5 * 1.25 * (46.52 + 19.141) * 10) < 1e-9)
    #expect(abs(roots.creditTotal[0] - 0.5 * 1.25 * 0.4652 * 20 * 10 * 44 / 12) < 1e-9)
    let litter = """
      litter: { carbonFraction: 0.37, functions: [ { groups: ["杉木"], a: 4.976133, b: -0.005242 } ],
        others: "none", \(Parameters.recalled) },
      """
    let both = try credits(
      Self.file(route: "cbef", line, more: litter), Stand(volume: 80), Stand(volume: 100))
    func carbon(_ volume: Double) -> Double {
      let above = 0.4652 * volume + 19.141
      return 0.5 * 1.25 * above + above * 4.976133 / 100 * exp(-0.005242 * above) * 0.37
    }
    #expect(abs(both.stockFirst[0] - carbon(80) * 10) < 1e-9)
    #expect(abs(both.creditTotal[0] - (carbon(100) - carbon(80)) * 10 * 44 / 12) < 1e-9)
    // Without a root ratio B is of whole trees, of which litter is no share.
    let whole = line.replacing(", rootShoot: 0.25", with: "")
    #expect(throws: ConfigurationError.self) {
      try Parameters.read(Self.file(route: "cbef", whole, more: litter))
    }
  }

  @Test("dead wood by species")
  func deadWood() throws {
    let text = Self.file(
      route: "biomass-expansion", Parameters.expansion,
      more: """
        deadWood: { share: 0.0225, groups: [ { group: "杉木", share: 0.0085 } ], \(Parameters.recalled) },
        """)
    let fir = try credits(text, Stand(volume: 80), Stand(volume: 100))
    let unit = 0.307 * 1.634 * 1.246 * 0.520
    #expect(abs(fir.stockSecond[0] - 1000 * unit * 1.0085) < 1e-9)
    let pine = 0.380 * 1.472 * 1.187 * 0.460
    let mixed = try credits(
      text, Stand(second: "马尾松", volume: 80, secondVolume: 40),
      Stand(second: "马尾松", volume: 100, secondVolume: 40))
    #expect(abs(mixed.stockSecond[0] - (600 * unit * 1.0085 + 400 * pine * 1.0225)) < 1e-9)
  }

  @Test("the culms of a stand by 度, each with its mass")
  func culmsByDegree() throws {
    func text(_ last: Double) -> String {
      Self.file(
        route: "biomass-expansion", Parameters.expansion,
        more: """
          culms: { landClasses: ["bamboo-forest"], coefficients: [ { group: "毛竹",
            masses: [ { degree: 1, share: 0.3, mass: 16.204 }, { degree: 2, share: 0.3, mass: 19.258 },
              { degree: 3, share: \(last), mass: 23.202 } ], rootShoot: 0, carbonFraction: 0.5 } ] },
          """
      ).replacing(#"excluded: [ { group: "毛竹", reason: "test" } ],"#, with: "")
    }
    let bamboo = Stand(species: "毛竹", volume: 0, landClass: .bambooForest, stems: 2000)
    var later = bamboo
    later.stems = 2400
    let result = try credits(text(0.4), bamboo, later)
    let mass = 0.3 * 16.204 + 0.3 * 19.258 + 0.4 * 23.202
    #expect(abs(result.creditTotal[0] - 400 * mass * 0.5 / 1000 * 10 * 44 / 12) < 1e-9)
    #expect(throws: ConfigurationError.self) { try Parameters.read(text(0.5)) }
  }

  @Test("3.67 for 44/12, where a text rounds it")
  func ratio() throws {
    let text = Self.file(
      route: "biomass-expansion", Parameters.expansion, more: "carbonDioxideRatio: 3.67,")
    let result = try credits(text, Stand(volume: 80), Stand(volume: 100))
    let unit = 0.307 * 1.634 * 1.246 * 0.520
    #expect(abs(result.creditTotal[0] - 200 * unit * 3.67) < 1e-9)
    #expect(throws: ConfigurationError.self) {
      try Parameters.read(text.replacing("3.67", with: "0.2727"))
    }
  }

  @Test("emissions that do not go by growth are taken off as the baseline is")
  func emissions() throws {
    let deductions =
      #"uncertainty: 0.1, nonPermanence: 0, leakage: 0, appliesTo: "project", emissionsPerHectare: 0.4"#
    let text = Parameters.file(floor: "none", deductions: deductions)
    let result = try credits(text, Stand(volume: 80), Stand(volume: 100))
    let growth = 20 * 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12 / 5
    #expect(abs(result.creditTotal[0] - (growth * 0.9 - 3.32 - 0.4) * 50) < 1e-9)
    let ticket = Self.file(route: "biomass-expansion", Parameters.expansion)
      .replacing("leakage: 0", with: "leakage: 0, emissionsPerHectare: 0.4")
    let whole = try credits(ticket, Stand(volume: 80), Stand(volume: 100))
    #expect(abs(whole.creditTotal[0] - (growth - 0.4) * 50) < 1e-9)
  }

  @Test("benchmarks for some stands of a class only")
  func benchmarks() throws {
    func text(_ more: String) -> String {
      Parameters.file(
        benchmark: """
          benchmark: { unit: "tCO2e/ha/yr", classes: [
            { forestClass: "public-benefit", value: 3.32, \(Parameters.recalled) },
            { forestClass: "public-benefit", origin: "planted", ageGroups: ["young"], value: 6,
              \(Parameters.recalled) }, \(more)
          ] },
          """, floor: "none")
    }
    let method = try Parameters.method(text(""))
    let pair = try Survey.pair(
      [Stand(volume: 80), Stand(volume: 80)],
      [Stand(ageGroup: .young), Stand(ageGroup: .middle)])
    #expect(method.credits(of: pair).baselineRate == [6, 3.32])
    let steps = method.derivation(of: pair, row: 0).steps
    #expect(steps.contains { $0.symbol == "β" && $0.meaning.contains("人工，幼龄林") })
    #expect(throws: ConfigurationError.self) {
      try Parameters.read(
        text(
          #"{ forestClass: "public-benefit", ageGroups: ["young"], value: 5, \#(Parameters.recalled) },"#
        ))
    }
  }

  private static let curveCases: [(text: String, volume: Double)] = [
    (#"form: "logistic", a: 200, b: 15, k: 0.1"#, 66.0060),
    (#"form: "general-richards", a: 200, b: -15, k: 0.1, m: 2"#, 66.0060),
    (#"form: "gompertz", a: 200, b: 3, k: 0.1"#, 133.2613),
    (#"form: "korf", a: 400, b: 9, c: 0.9"#, 217.9547),
  ]

  @Test("published growth curves of every common form, at 20 years", arguments: curveCases)
  func curves(text: String, volume: Double) throws {
    let block = """
      { years: 5, rungs: ["published-curve"], publishedCurves: [ { groups: ["马尾松"], \(text),
        minimumAge: 5, maximumAge: 60, \(Parameters.recalled) } ] }
      """
    let settings = try GrowthSettings(
      try ConfigurationReader(
        try JSON5.parse(Array(block.utf8), file: "pipeline.json5"), file: "pipeline.json5"))
    let guide = settings.publishedCurves[0].guide
    #expect(abs(guide.curve.volume(age: 20) - volume) < 0.00006)
    #expect(guide.backcast(volume: 100, age: 25, years: 5) ?? .nan < 100)
  }
}
