import Accounting
import Inventory
import Testing

@Suite("Volumes below those of B = aV + b, and dates whose species are not known")
struct BelowRangeTests {
  /// 疣枝桦 of the published table: a = 0.903, b = −5.588, so that a stand of 6.2 m³/ha has nothing.
  private static let birch = #"{ group: "疣枝桦", a: 0.903, b: -5.588 },"#
  private static let perVolume = 0.5 * 0.903 * 44 / 12

  private func credits(
    _ first: [Stand], _ second: [Stand], change: String = "hold-later", more: String = "",
    coefficients: String = birch + #"{ group: "杉木", a: 0.4652, b: 19.141 },"#
  ) throws -> CreditColumns {
    try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          route: #"route: "cbef", carbonFraction: 0.5,"#, coefficients: coefficients,
          speciesChange: change, more: more))
    ).credits(of: Survey.pair(first, second))
  }

  @Test(
    "b cancels, so a stand that falls below the range is lost as any other, and grows out of it so",
    arguments: ["as-surveyed", "hold-later", "hold-earlier"])
  func increments(change: String) throws {
    let first = [Stand(species: "疣枝桦", volume: 100), Stand(species: "疣枝桦", volume: 5)]
    let second = [Stand(species: "疣枝桦", volume: 5), Stand(species: "疣枝桦", volume: 30)]
    let result = try credits(first, second, change: change)
    #expect(result.status == [.computedByIncrement, .computedByIncrement])
    #expect(abs(result.creditTotal[0] + 95 * 10 * Self.perVolume) < 1e-9)
    #expect(abs(result.creditTotal[1] - 25 * 10 * Self.perVolume) < 1e-9)
    // No stock is below nothing.
    #expect(result.stockSecond[0] == 0 && result.stockFirst[1] == 0)
    #expect(abs(result.stockFirst[0] - 0.5 * (0.903 * 100 - 5.588) * 10) < 1e-9)
    let total = try credits(first, second, change: change, more: #"areaChange: "total","#)
    #expect(abs(total.creditTotal[0] - result.creditTotal[0]) < 1e-9)
  }

  @Test("the two dates swapped give the negative")
  func swapped() throws {
    let low = [Stand(species: "疣枝桦", volume: 3)]
    let high = [Stand(species: "疣枝桦", volume: 60)]
    let there = try credits(low, high)
    let back = try credits(high, low)
    #expect(there.creditTotal[0] == -back.creditTotal[0])
  }

  @Test("a stand below the range that is felled loses a·V, and one that comes up is not guessed at")
  func felled() throws {
    let stand = [Stand(species: "疣枝桦", volume: 5)]
    let bare = [Stand(volume: .nan, landClass: .cutover, age: .nan)]
    let lost = try credits(stand, bare)
    #expect(lost.status == [.computedByIncrement])
    #expect(abs(lost.creditTotal[0] + 5 * 10 * Self.perVolume) < 1e-9)
    let young = [Stand(species: "疣枝桦", volume: 5, ageGroup: .young, age: 4)]
    #expect(try credits(bare, young).status == [.routeNotApplicable])
  }

  @Test("by two lines what is below zero counts for nothing: a loss stays, a gain is not believed")
  func twoLines() throws {
    let fir = [Stand(volume: 100)]
    let thin = [Stand(species: "疣枝桦", volume: 4)]
    let lost = try credits(fir, thin, change: "as-surveyed")
    #expect(lost.status == [.computedByIncrement])
    #expect(abs(lost.creditTotal[0] + 0.5 * (46.52 + 19.141) * 10 * 44 / 12) < 1e-9)
    #expect(try credits(thin, fir, change: "as-surveyed").status == [.routeNotApplicable])
  }

  @Test(
    "a date whose species is not recorded is served by the other's coefficients",
    arguments: ["hold-later", "hold-earlier"])
  func unknownSpecies(change: String) throws {
    let known = [Stand(volume: 20), Stand(volume: 100)]
    let blank = [Stand(species: "", volume: 100), Stand(species: "", volume: 80)]
    let unit = 0.5 * 0.4652 * 10 * 44 / 12
    let before = try credits(blank, known, change: change)
    #expect(before.status == [.computed, .computed])
    #expect(abs(before.creditTotal[0] + 80 * unit) < 1e-9)
    #expect(abs(before.creditTotal[1] - 20 * unit) < 1e-9)
    // A gain of a stand whose species nobody recorded is not believed where the later one counts.
    let after = try credits(known, blank, change: change)
    #expect(after.status == [change == "hold-later" ? .noSpecies : .computed, .computed])
    #expect(abs(after.creditTotal[1] + 20 * unit) < 1e-9)
    #expect(
      try credits(blank, known, change: "as-surveyed").status == [.noSpecies, .noSpecies])
  }

  @Test("an age group that is not recorded drops no loss")
  func unknownAgeGroup() throws {
    let byAge = """
      { group: "杉木", a: 0.4652, b: 19.141, ageGroups: ["young"] },
      { group: "杉木", a: 0.55, b: 15, ageGroups: ["middle", "mature"] },
      """
    let first = [Stand(volume: 100, ageGroup: .unknown)]
    for change in ["hold-later", "hold-earlier"] {
      let result = try credits(first, [Stand(volume: 60)], change: change, coefficients: byAge)
      #expect(result.status == [.computed])
      #expect(abs(result.creditTotal[0] + 0.5 * 0.55 * 40 * 10 * 44 / 12) < 1e-9)
    }
  }

  @Test("the explanation of such a row names its status and agrees with its figures")
  func explained() throws {
    let file = Parameters.wholeGrowth(
      stock: Parameters.stock(
        route: #"route: "cbef", carbonFraction: 0.5,"#, coefficients: Self.birch))
    let pair = try Survey.pair(
      [Stand(species: "疣枝桦", volume: 100)], [Stand(species: "疣枝桦", volume: 5)])
    let derivation = try Parameters.method(file).derivation(of: pair, row: 0)
    #expect(derivation.status == .computedByIncrement)
    #expect(derivation.steps.last.map { abs($0.value + 95 * 10 * Self.perVolume) < 1e-9 } == true)
  }
}
