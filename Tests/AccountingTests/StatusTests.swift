import Accounting
import Inventory
import Testing

/// What cannot be told has a reason and no number.
@Suite struct StatusTests {
  private func status(
    _ first: Stand, _ second: Stand, evidence: EvidenceRung = .twoSurveys,
    file: String = Parameters.file()
  ) throws -> CreditColumns {
    try Parameters.method(file).credits(
      of: try Survey.pair([first], [second], evidence: [evidence]))
  }

  private func expect(
    _ credits: CreditColumns, _ status: QuantityStatus,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(credits.status[0] == status, sourceLocation: sourceLocation)
    #expect(credits.creditTotal[0].isNaN, sourceLocation: sourceLocation)
    #expect(credits.creditPerYear[0].isNaN, sourceLocation: sourceLocation)
  }

  /// Losses listed apart instead of counted.
  private static let listed = Parameters.file(
    stock: Parameters.stock(more: #"conversion: "not-counted", vanishedVolume: "not-counted","#))

  @Test func eachObstacleIsNamed() throws {
    expect(try status(Stand(), Stand(), evidence: .none), .noEarlierSurvey)
    expect(
      try status(Stand(), Stand(landClass: .bambooForest), file: Self.listed), .landClassNotCounted)
    expect(try status(Stand(), Stand(landClass: .unknown)), .landClassUnknown)
    expect(try status(Stand(landClass: .unknown), Stand()), .landClassUnknown)
    expect(try status(Stand(), Stand(area: 0)), .noArea)
    expect(try status(Stand(), Stand(area: .nan)), .noArea)
    expect(try status(Stand(area: 5), Stand()), .areaChanged)
    expect(try status(Stand(), Stand(volume: .nan)), .noVolume)
    expect(try status(Stand(volume: -1), Stand()), .noVolume)
    expect(try status(Stand(), Stand(volume: 0), file: Self.listed), .noVolume)
    expect(try status(Stand(), Stand(species: "")), .noSpecies)
    expect(try status(Stand(), Stand(species: "无参数树")), .noCoefficient)
    expect(try status(Stand(), Stand(species: "毛竹"), file: Self.listed), .speciesNotCounted)
    expect(try status(Stand(), Stand(second: "木荷", secondVolume: 101)), .volumeInconsistent)
    expect(try status(Stand(), Stand(forestClass: .unknown)), .forestClassUnknown)
    expect(try status(Stand(), Stand(forestClass: .commercial)), .noBaseline)
  }

  @Test func theStockIsToldEvenWhereTheGrowthIsNot() throws {
    let single = try status(Stand(), Stand(), evidence: .none)
    #expect(abs(single.stockSecond[0] - 325.021) < 0.0005)
    #expect(single.stockFirst[0].isNaN)
    let unclassed = try status(Stand(volume: 80), Stand(forestClass: .unknown))
    #expect(unclassed.rate[0] > 0)
    #expect(unclassed.baselineRate[0].isNaN)
  }

  /// Without a baseline the 森林类别 is nobody's business.
  @Test func theTicketDoesNotAskForTheForestClass() throws {
    let credits = try status(
      Stand(), Stand(volume: 120, forestClass: .unknown), file: Parameters.wholeGrowth())
    #expect(credits.status[0] == .computed)
    #expect(credits.baselineRate[0] == 0)
  }

  @Test func aStandInIsMarkedAndNeverBetterThanSurrogate() throws {
    let credits = try status(Stand(species: "红豆杉"), Stand(species: "红豆杉", volume: 120))
    #expect(credits.status[0] == .computedByStandIn)
    #expect(credits.standing[0] == .surrogate)
    let choices =
      "choices: { "
      + [
        "crediting", "floor", "landClasses", "clearedLandClasses", "speciesChange", "areaTolerance",
        "excluded",
      ].map { "\($0): { \(Parameters.recalled) }" }.joined(separator: ", ") + " },"
    let own = try status(
      Stand(), Stand(volume: 120), file: Parameters.file(status: "sourced", more: choices))
    #expect(own.standing[0] == .recalled)
    let borrowed = try status(
      Stand(species: "红豆杉"), Stand(species: "红豆杉", volume: 120),
      file: Parameters.file(status: "sourced", more: choices))
    #expect(borrowed.standing[0] == .surrogate)
    // The same coefficients under another name are no change of species.
    #expect(borrowed.rate[0] == own.rate[0])
  }

  @Test func aFelledStandIsALossOfAllItHad() throws {
    for landClass in [LandClass.cutover, .burned, .nonForest] {
      let credits = try status(
        Stand(), Stand(volume: .nan, landClass: landClass), file: Parameters.wholeGrowth())
      #expect(credits.status[0] == .computed)
      #expect(abs(credits.creditTotal[0] + 1191.745) < 0.0005)
      #expect(credits.stockSecond[0] == 0)
    }
    let replanted = try status(
      Stand(), Stand(volume: 0, ageGroup: .young, age: 2), file: Parameters.wholeGrowth())
    #expect(abs(replanted.creditTotal[0] + 1191.745) < 0.0005)
  }

  @Test func aStandOnBareLandMustBeYoungEnoughToHaveComeUpThere() throws {
    let bare = Stand(volume: .nan, landClass: .cutover)
    let young = try status(bare, Stand(volume: 30, age: 5), file: Parameters.wholeGrowth())
    #expect(young.status[0] == .computed)
    #expect(abs(young.creditTotal[0] - 0.3 * 1191.745) < 0.001)
    expect(try status(bare, Stand(volume: 30, age: 20)), .newStandUnproven)
    expect(try status(bare, Stand(volume: 30, age: .nan)), .newStandUnproven)
    expect(try status(bare, bare), .landClassNotCounted)
  }

  @Test func noVolumeAtBothDatesIsNoGrowthOfZero() throws {
    let empty = Stand(volume: 0, ageGroup: .young, age: 3)
    expect(try status(empty, empty), .noVolume)
  }

  @Test func anEarlierRowWithoutAreaIsTakenAtTheLaterArea() throws {
    let credits = try status(
      Stand(volume: 80, area: .nan), Stand(), evidence: .previousFields)
    #expect(credits.status[0] == .computed)
    #expect(abs(credits.stockFirst[0] - 0.8 * 325.021) < 0.0005)
    #expect(credits.evidence[0] == .previousFields)
  }

  /// A boundary drawn anew within tolerance is not growth.
  @Test func growthIsTakenAtTheLaterArea() throws {
    let credits = try status(Stand(area: 9), Stand(area: 10), file: Parameters.wholeGrowth())
    #expect(credits.rate[0] == 0)
    #expect(credits.creditTotal[0] == 0)
    #expect(credits.stockFirst[0] < credits.stockSecond[0])
  }

  @Test func aChangeOfSpeciesAloneMakesNoCarbon() throws {
    let first = Stand(species: "木荷")
    let second = Stand(species: "杉木")
    for rule in ["hold-later", "hold-earlier"] {
      let credits = try status(
        first, second,
        file: Parameters.wholeGrowth(stock: Parameters.stock(speciesChange: rule)))
      #expect(credits.rate[0] == 0)
      #expect(credits.stockFirst[0] == credits.stockSecond[0])
    }
    let surveyed = try status(
      first, second,
      file: Parameters.wholeGrowth(stock: Parameters.stock(speciesChange: "as-surveyed")))
    #expect(surveyed.rate[0] < -20)
  }

  /// Two species that swap rank keep their own volumes.
  @Test func aSwapOfRankIsNoChangeOfSpecies() throws {
    let credits = try status(
      Stand(species: "杉木", second: "木荷", volume: 100, secondVolume: 40),
      Stand(species: "木荷", second: "杉木", volume: 100, secondVolume: 40),
      file: Parameters.wholeGrowth())
    let expected = (60.0 - 40) * (0.708138 - 0.325021) * 10 * 44 / 12
    #expect(abs(credits.creditTotal[0] - expected) < 0.01)
  }

  /// Previous-period fields may hold the volume without the species.
  @Test func theLaterSpeciesServesAnEarlierRowWithoutOne() throws {
    let credits = try status(Stand(species: "", volume: 80), Stand())
    #expect(credits.status[0] == .computed)
    #expect(abs(credits.stockFirst[0] - 0.8 * 325.021) < 0.0005)
  }
}

@Suite struct BiomassLineTests {
  private let file = Parameters.wholeGrowth(
    stock: Parameters.stock(
      route: #"route: "cbef", carbonFraction: 0.5,"#,
      coefficients: """
        { group: "马尾松", a: 0.5034, b: 20.547 }, { group: "木荷", a: 1.0357, b: 8.0591 },
        { group: "桉树", a: 0.9, b: -20 },
        """))

  private func credits(_ first: Stand, _ second: Stand) throws -> CreditColumns {
    try Parameters.method(file).credits(of: try Survey.pair([first], [second]))
  }

  @Test func theConstantCancelsInGrowth() throws {
    let credits = try credits(
      Stand(species: "马尾松", volume: 60), Stand(species: "马尾松", volume: 80))
    #expect(abs(credits.rate[0] - 20 * 0.2517 * 44 / 12 / 5) < 1e-9)
  }

  @Test func anEmptyStandHasNoCarbonAndItsConstantIsNoGrowth() throws {
    let empty = Stand(species: "马尾松", volume: 0, ageGroup: .young, age: 3)
    let up = try credits(empty, Stand(species: "马尾松", volume: 20, age: 8))
    #expect(up.stockFirst[0] == 0)
    #expect(up.status[0] == .routeNotApplicable)
    let down = try credits(
      Stand(species: "马尾松", volume: 80, area: 1),
      {
        var stand = empty
        stand.area = 1
        return stand
      }())
    #expect(down.status[0] == .computed)
    #expect(abs(down.creditTotal[0] + 30.4095 * 44 / 12) < 0.005)
  }

  @Test func nonForestHasNoPhantomStock() throws {
    let credits = try credits(
      Stand(species: "马尾松", volume: 80), Stand(species: "马尾松", landClass: .otherShrub))
    #expect(credits.stockSecond[0] == 0)
    #expect(credits.status[0] == .computed)
    #expect(credits.creditTotal[0] < 0)
  }

  @Test func whereTheLineIsBelowZeroOnlyTheDifferenceIsTold() throws {
    let credits = try credits(
      Stand(species: "桉树", volume: 60), Stand(species: "桉树", volume: 10))
    #expect(credits.status[0] == .computedByIncrement)
    #expect(abs(credits.rate[0] + 50 * 0.5 * 0.9 * 44 / 12 / 5) < 1e-9)
    #expect(credits.stockSecond[0] == 0)
  }

  /// The constant belongs to the stand, once, not to each of its species.
  @Test func aMixedStandHasOneConstant() throws {
    let credits = try credits(
      Stand(species: "马尾松", second: "木荷", volume: 100, secondVolume: 50, area: 1),
      Stand(species: "马尾松", second: "木荷", volume: 100, secondVolume: 50, area: 1))
    let expected = 0.5 * (0.5034 * 50 + 1.0357 * 50 + (20.547 + 8.0591) / 2)
    #expect(abs(credits.stockSecond[0] - expected) < 1e-9)
  }
}
