import Accounting
import Configuration
import Inventory
import Testing

/// Which evidence serves a row, and what it says.
@Suite struct GrowthLadderTests {
  private static let pineAges = [5.0, 10, 15, 20, 25, 30, 40, 50]
  private static let fit = GrowthModelFit(
    stands: GrowthFitTests.columns(
      pineAges.flatMap { age in
        (0..<5).map { _ in (species: "马尾松", age: age, volume: GrowthFitTests.pine(age)) }
      }), species: Survey.species)

  private func settings(_ text: String) throws -> GrowthSettings {
    let value = try JSON5.parse(Array(text.utf8), file: "pipeline.json5")
    return try GrowthSettings(try ConfigurationReader(value, file: "pipeline.json5"))
  }

  private static let flat = #"flatRate: { rate: 0.0407, standing: "sourced", source: "test" }"#
  private static let all =
    #"years: 5, rungs: ["flat-rate", "published-curve", "fitted-curve", "previous-fields", "two-surveys"], "#
    + flat

  private func ladder(_ text: String, fit: GrowthModelFit? = fit) throws -> GrowthLadder {
    GrowthLadder(settings: try settings("{\(text)}"), species: Survey.species, fit: fit)
  }

  private let stands = [
    // The worked example: 80 m³/ha five years before.
    Stand(species: "马尾松", volume: 87.0525, age: 25),
    // No curve of its own here, but a published one.
    Stand(species: "桉树", volume: 90, age: 7),
    Stand(species: "杉木", volume: 100, age: 25),
    Stand(species: "马尾松", volume: 100, age: 90),
    Stand(species: "马尾松", volume: 12, age: 4),
    Stand(species: "马尾松", volume: .nan, age: 25),
    Stand(species: "马尾松", volume: 50, landClass: .bambooForest, age: 25),
  ]

  @Test func byDefaultNothingIsModelled() throws {
    let settings = try settings("{}")
    #expect(settings == GrowthSettings())
    #expect(settings.rungs == [.twoSurveys, .previousFields])
    let result = try ladder("years: 5").climb(second: Survey.columns(stands))
    #expect(result.evidence.allSatisfy { $0 == .none })
    #expect(result.estimate.allSatisfy { $0 == nil })
  }

  @Test func everyRowSaysOnWhatItStands() throws {
    let second = Survey.columns(stands)
    let result = try ladder(Self.all).climb(second: second)
    #expect(
      result.evidence == [
        .fittedCurve, .publishedCurve, .flatRate, .flatRate, .none, .none, .none,
      ])
    #expect(abs(result.first.volume[0] - 80) < 1e-4)
    #expect(result.first.age[0] == 20)
    // 100 / 1.0407⁵
    #expect(abs(result.first.volume[2] - 81.9167) < 1e-4)
    let counts = result.counts.map(\.rows)
    #expect(counts == [0, 0, 1, 1, 2, 3])
    let pair = try result.pair(with: second, species: Survey.species)
    let method = try Parameters.method(Parameters.wholeGrowth())
    let credits = method.credits(of: pair)
    #expect(credits.evidence == result.evidence)
    // 7.0525 m³/ha → 1.58 tCO2/ha/yr
    #expect(abs(credits.rate[0] - 1.58) < 0.005)
    #expect(credits.status[4] == .noEarlierSurvey)
  }

  @Test func twoModelsStandSideBySide() throws {
    let second = Survey.columns(stands)
    let result = try ladder(Self.all).climb(second: second)
    let first = try #require(result.estimate[0])
    let other = try #require(result.alternative[0])
    #expect(first.rung == .fittedCurve && other.rung == .fittedCurve)
    #expect(first.model != other.model)
    #expect(first.volume != other.volume)
    #expect(result.alternative[1]?.rung == .flatRate)
    // A second opinion is kept even where its rung may not carry the result.
    let strict = try ladder(#"years: 5, rungs: ["published-curve"], "# + Self.flat, fit: nil)
      .climb(second: second)
    #expect(strict.evidence[1] == .publishedCurve)
    #expect(strict.alternative[1]?.rung == .flatRate)
    #expect(strict.evidence[2] == .none)
    let method = try Parameters.method(Parameters.wholeGrowth())
    let one = method.credits(of: try result.pair(with: second, species: Survey.species))
    let two = method.credits(of: try result.alternativePair(with: second, species: Survey.species))
    #expect(one.rate[1] != two.rate[1])
    #expect(two.evidence[1] == .flatRate)
    #expect(one.rate[2] == two.rate[2])
  }

  @Test func theBetterRungServes() throws {
    let second = Survey.columns([stands[0], stands[0], stands[0], stands[0]])
    let earlier = Survey.columns(
      (0..<4).map { _ in Stand(species: "马尾松", volume: 70, age: 20) })
    let result = try ladder(Self.all).climb(
      second: second, earlier: earlier, evidence: [.twoSurveys, .none, .none, .none], years: 5,
      previousVolume: [60, 75, 0, .nan])
    #expect(result.evidence == [.twoSurveys, .previousFields, .fittedCurve, .fittedCurve])
    #expect(result.first.volume[0] == 70)
    #expect(result.first.volume[1] == 75)
    #expect(abs(result.first.volume[2] - 80) < 1e-4)
    #expect(result.estimate[1] == nil)
    // Without leave even a model that knows is silent.
    let plain = try ladder("").climb(
      second: second, earlier: earlier, evidence: [.twoSurveys, .none, .none, .none], years: 5,
      previousVolume: [60, 75, 0, .nan])
    #expect(plain.evidence == [.twoSurveys, .previousFields, .none, .none])
  }

  /// Fields of ten years ago in a pair of five: growth per year stays the same.
  @Test func previousFieldsOfAnotherIntervalKeepTheirRate() throws {
    let second = Survey.columns([Stand(volume: 100), Stand(volume: 100)])
    let result = try ladder("years: 5, previousYears: 10").climb(
      second: second, previousVolume: [60, 160])
    #expect(result.first.volume == [80, 130])
    let long = try ladder("years: 20, previousYears: 5").climb(
      second: second, previousVolume: [60, 160])
    #expect(long.evidence == [.none, .previousFields])
  }

  /// Land cleared since: the volume it had is a loss, not a gap.
  @Test func aFelledStandIsALoss() throws {
    let second = Survey.columns([Stand(volume: .nan, landClass: .cutover)])
    let result = try ladder("years: 5").climb(second: second, previousVolume: [80])
    let method = try Parameters.method(Parameters.wholeGrowth())
    let credits = method.credits(of: try result.pair(with: second, species: Survey.species))
    #expect(credits.status[0] == .computed)
    // 80 · 0.325021 · 44/12 / 5
    #expect(abs(credits.rate[0] + 19.0679) < 1e-3)
  }

  /// A survey that left the volume out answers nothing, so the next rung does; a model too, if allowed.
  @Test func aBlankVolumeOfTheEarlierSurveyFallsThrough() throws {
    let second = Survey.columns([Stand(), Stand(), Stand(), Stand(volume: .nan)])
    let earlier = Survey.columns(
      [.nan, .nan, 80, .nan].map { Stand(volume: $0) })
    let evidence = [EvidenceRung](repeating: .twoSurveys, count: 4)
    let result = try ladder(Self.all).climb(
      second: second, earlier: earlier, evidence: evidence, previousVolume: [85, .nan, 60, .nan])
    #expect(result.evidence == [.previousFields, .flatRate, .twoSurveys, .twoSurveys])
    #expect(result.first.volume[0] == 85)
    #expect(abs(result.first.volume[1] - 81.9167) < 1e-4)
    #expect(result.first.volume[2] == 80)
    // Where nothing better is allowed the row stays what it was found to be.
    let plain = try ladder("years: 5").climb(second: second, earlier: earlier, evidence: evidence)
    #expect(plain.evidence == evidence)
  }

  /// Land that the form shows without trees is no gap for a model to fill with trees.
  @Test func aPreviousLandClassWithoutVolumeIsEvidence() throws {
    let second = Survey.columns(
      [15.0, 5, 8, 25, 25].map { Stand(age: $0) } + [Stand(volume: .nan, landClass: .cutover)])
    let classes: [LandClass] = [
      .cutover, .cutover, .youngPlantation, .unknown, .arborForest, .burned,
    ]
    let result = try ladder(Self.all).climb(
      second: second, previousVolume: [0, 0, .nan, 0, 0, 0], previousLandClass: classes)
    #expect(
      result.evidence == [
        .previousFields, .previousFields, .previousFields, .flatRate, .flatRate, .previousFields,
      ])
    #expect(result.first.landClass[2] == .youngPlantation)
    let method = try Parameters.method(Parameters.wholeGrowth())
    let credits = method.credits(of: try result.pair(with: second, species: Survey.species))
    // Only the stand of five years can have come up in five; young plantations are not cleared here.
    #expect(credits.status[0] == .newStandUnproven)
    #expect(credits.status[1] == .computed)
    #expect(abs(credits.creditTotal[1] - 325.0213 * 10 * 44 / 12 / 10) < 1e-3)
    #expect(credits.status[2] == .landClassNotCounted)
    #expect(credits.status[5] == .landClassNotCounted)
  }

  /// Ten years ago bare, five looked back: half of what has come up since was there.
  @Test func bareLandOfAnotherIntervalKeepsItsRate() throws {
    let second = Survey.columns([Stand(age: 9), Stand(age: 30)])
    let result = try ladder("years: 5, previousYears: 10").climb(
      second: second, previousVolume: [0, 0], previousLandClass: [.cutover, .cutover])
    #expect(result.years == 5)
    #expect(result.first.volume[0] == 50 && result.first.landClass[0] == .arborForest)
    #expect(result.first.landClass[1] == .cutover)
  }

  @Test func openForestClimbsDownToo() throws {
    let result = try ladder(Self.all).climb(
      second: Survey.columns([Stand(volume: 30, landClass: .openForest)]))
    #expect(result.evidence == [.flatRate])
    #expect(abs(result.first.volume[0] - 30 / 1.0407.power(5)) < 1e-9)
  }

  /// Without two surveys the interval is the user's to declare; it is not made up.
  @Test func anIntervalIsNeverAssumed() throws {
    let second = Survey.columns([Stand(volume: 100)])
    #expect(throws: SurveyPairError.years(0)) {
      try ladder("").climb(second: second, previousVolume: [80])
    }
    #expect(try ladder("previousYears: 4").climb(second: second, previousVolume: [80]).years == 4)
  }

  @Test func outsideItsAgesACurveIsSilent() throws {
    let guide = GuideCurve(GrowthCurveTests.pine, youngest: 0, oldest: 60)
    #expect(guide.youngest == 5)
    #expect(guide.backcast(volume: 80, age: 10, years: 5) != nil)
    #expect(guide.backcast(volume: 80, age: 9.9, years: 5) == nil)
    #expect(guide.backcast(volume: 80, age: 60, years: 5) != nil)
    #expect(guide.backcast(volume: 80, age: 60.1, years: 5) == nil)
    #expect(guide.backcast(volume: 80, age: .nan, years: 5) == nil)
    #expect(guide.backcast(volume: 0, age: 30, years: 5) == nil)
    let result = try #require(guide.backcast(volume: 87.0525, age: 25, years: 5))
    #expect(abs(result - 80) < 1e-4)
  }

  @Test func lengthsMustAgree() throws {
    let ladder = try ladder("years: 5")
    let second = Survey.columns(stands)
    #expect(throws: SurveyPairError.lengths(first: 7, second: 7, evidence: 2)) {
      try ladder.climb(second: second, previousVolume: [1, 2])
    }
    #expect(throws: SurveyPairError.years(0)) { try ladder.climb(second: second, years: 0) }
  }

  @Test func aFileMayBringItsOwnCurves() throws {
    let text = """
      {
        rungs: ["published-curve"], years: 10,
        publishedCurves: [
          { groups: ["杉木", "柳杉"], form: "schumacher", a: 300, b: 12, minimumAge: 5,
            maximumAge: 40, standing: "user", source: "test" },
        ],
        fit: { ageClassYears: 2, minimumStands: 50 },
      }
      """
    let settings = try settings(text)
    #expect(settings.publishedCurves.map(\.groups) == [["杉木", "柳杉"]])
    #expect(settings.ageClassYears == 2 && settings.minimumStands == 50)
    #expect(settings.years == 10)
    // Asked for without naming any, the ones of the handbook serve, and say what they are.
    let demonstration = try self.settings(#"{ rungs: ["published-curve"] }"#).publishedCurves
    #expect(demonstration == PublishedCurve.demonstration)
    #expect(demonstration.allSatisfy { $0.provenance.source.contains("demonstration") })
  }

  @Test(arguments: [
    (#"{ rungs: ["guess"] }"#, "rungs"),
    (#"{ rungs: [] }"#, "rungs"),
    (#"{ rungs: ["flat-rate", "flat-rate"] }"#, "rungs"),
    (#"{ rungs: ["flat-rate"] }"#, ""),
    (#"{ years: 0 }"#, "years"),
    (#"{ years: 31 }"#, "years"),
    (#"{ previousYears: -5 }"#, "previousYears"),
    (
      #"{ publishedCurves: [{ groups: ["杉木"], form: "general-richards", a: 300, b: 1, k: 0.1, "#
        + #"m: 1, minimumAge: 4, maximumAge: 10, standing: "user", source: "x" }] }"#,
      "publishedCurves[0].m"
    ),
    (#"{ yaers: 5 }"#, ""),
    (#"{ flatRate: { rate: 4.07, standing: "user", source: "x" } }"#, "flatRate.rate"),
    (#"{ flatRate: { rate: 0.04, standing: "official", source: "x" } }"#, "flatRate.standing"),
    (
      #"{ publishedCurves: [{ groups: ["杉木"], form: "richards", a: 300, k: 0.1, c: 2, "#
        + #"minimumAge: 40, maximumAge: 10, standing: "user", source: "x" }] }"#,
      "publishedCurves[0].maximumAge"
    ),
  ])
  func whatCannotBeIsRefused(text: String, path: String) {
    do {
      _ = try settings(text)
      Issue.record("not refused")
    } catch {
      #expect((error as? ConfigurationError)?.path == path)
    }
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * self }
  }
}
