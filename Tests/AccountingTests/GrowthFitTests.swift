import Accounting
import Foundation
import Inventory
import Testing

/// Curves fitted on stands of known growth.
@Suite struct GrowthFitTests {
  static func columns(
    _ stands: [(species: String, age: Double, volume: Double)], origin: Origin = .planted
  ) -> SubcompartmentColumns {
    var columns = Survey.columns(
      stands.map { Stand(species: $0.species, volume: $0.volume, age: $0.age) })
    columns.origin = stands.map { _ in origin }
    return columns
  }

  static func pine(_ age: Double) -> Double { 123.38506 * exp(-8.52159 / age) }
  static func eucalypt(_ age: Double) -> Double {
    194.86753 * pow(1 - exp(-0.29260 * age), 2.01492)
  }

  /// Stands scattered by `spread` about a curve; one in eight is mistyped by the factor 15 that
  /// lies between 亩 and 公顷.
  static func noisy(
    _ species: String, ages: ClosedRange<Double>, count: Int, spread: Double,
    outliers: Bool = true, curve: (Double) -> Double
  ) -> [(species: String, age: Double, volume: Double)] {
    var random = Randomness(21)
    return (0..<count).map { number in
      let age = Double.random(in: ages, using: &random).rounded()
      let noise = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0...1, using: &random) }
      var volume = curve(age) * exp(spread * noise)
      if outliers, number % 8 == 0 { volume *= 15 }
      return (species, age, volume)
    }
  }

  private func curve(
    _ fit: GrowthModelFit, _ group: String, _ origin: Origin = .planted, schumacher: Bool
  ) throws -> FittedCurve {
    let stratum = try #require(fit.stratum(group: group, origin: origin))
    return try #require(
      stratum.curves.first {
        if case .schumacher = $0.curve.form { schumacher } else { !schumacher }
      })
  }

  @Test func stampedStandsGiveTheirCurveBack() throws {
    let ages = [5.0, 10, 15, 20, 25, 30, 40, 50]
    let stands = ages.flatMap { age in
      (0..<5).map { _ in (species: "马尾松", age: age, volume: Self.pine(age)) }
    }
    let fit = GrowthModelFit(stands: Self.columns(stands), species: Survey.species)
    let fitted = try curve(fit, "马尾松", schumacher: true)
    guard case .schumacher(let a, let b) = fitted.curve.form else { return }
    #expect(abs(a - 123.38506) < 1e-6)
    #expect(abs(b - 8.52159) < 1e-6)
    #expect(abs(fitted.statistics.robustR1 - 1) < 1e-9)
    #expect(fitted.statistics.residualSpread < 1e-9)
    #expect(fitted.statistics.stands == 40 && fitted.statistics.classes == 8)
    #expect(fitted.statistics.youngest == 5 && fitted.statistics.oldest == 50)
    // The data are of Schumacher's form, so it comes first; the other is kept beside it.
    let stratum = try #require(fit.stratum(group: "马尾松", origin: .planted))
    #expect(stratum.curves.count == 2)
    #expect(stratum.curves[0] == fitted)
    // The worked example, backwards.
    let before = try #require(fitted.guide.backcast(volume: 87.0525, age: 25, years: 5))
    #expect(abs(before - 80) < 1e-4)
  }

  @Test func outliersDoNotBendTheCurve() throws {
    let pine = Self.noisy("马尾松", ages: 5...55, count: 3000, spread: 0.25, curve: Self.pine)
    let eucalypt = Self.noisy(
      "桉树", ages: 1...14, count: 3000, spread: 0.25, curve: Self.eucalypt)
    let fit = GrowthModelFit(
      stands: Self.columns(pine + eucalypt), species: Survey.species)
    let schumacher = try curve(fit, "马尾松", schumacher: true)
    for age in [10.0, 20, 30, 50] {
      // One in eight is 15 times too large: the median moves up by 0.18 spreads, the mean of the
      // volumes would by 175 %. The level does not enter the rate of growth.
      #expect(abs(schumacher.curve.volume(age: age) / Self.pine(age) - 1) < 0.09)
      let rate = 2 * (Self.pine(age + 1) - Self.pine(age)) / (Self.pine(age + 1) + Self.pine(age))
      #expect(abs(schumacher.curve.presslerRate(age: age) / rate - 1) < 0.06)
    }
    #expect(abs(schumacher.statistics.residualSpread - 0.25) < 0.06)
    #expect(schumacher.statistics.robustR1 > 0.8)
    let richards = try curve(fit, "桉树", schumacher: false)
    for age in [2.0, 3, 5, 8, 12] {
      #expect(abs(richards.curve.volume(age: age) / Self.eucalypt(age) - 1) < 0.12)
    }
    #expect(
      try #require(fit.stratum(group: "桉树", origin: .planted)).curves[0] == richards)
  }

  /// The order of rows and what lies in other groups move nothing.
  @Test func theFitIsAFunctionOfItsStands() {
    let pine = Self.noisy("马尾松", ages: 5...55, count: 400, spread: 0.3, curve: Self.pine)
    let other = Self.noisy("桉树", ages: 1...14, count: 300, spread: 0.3, curve: Self.eucalypt)
    var random = Randomness(2)
    let one = GrowthModelFit(stands: Self.columns(pine + other), species: Survey.species)
    let two = GrowthModelFit(
      stands: Self.columns((pine + other).shuffled(using: &random)), species: Survey.species)
    #expect(one == two)
    let alone = GrowthModelFit(stands: Self.columns(pine), species: Survey.species)
    #expect(
      alone.stratum(group: "马尾松", origin: .planted) == one.stratum(group: "马尾松", origin: .planted))
  }

  @Test func whatHoldsNoCurveSaysWhy() {
    let few = [(species: "木荷", age: 20.0, volume: 80.0)]
    let even = (0..<40).map { (species: "杉木", age: 20.0, volume: 80.0 + Double($0)) }
    let falling = (0..<60).map {
      (species: "桉树", age: 2 + Double($0 / 3), volume: 200 - Double($0))
    }
    let fit = GrowthModelFit(
      stands: Self.columns(few + even + falling), species: Survey.species)
    func failure(_ group: String) -> StratumFit.Failure? {
      fit.strata.first { $0.group == group && $0.origin == .planted }?.failure
    }
    #expect(failure("木荷") == .tooFewStands)
    #expect(failure("杉木") == .tooFewClasses)
    #expect(failure("桉树") == .noGrowth)
    #expect(fit.stratum(group: "桉树", origin: .planted) == nil)
  }

  @Test func rowsWithoutAgeOrVolumeAreNoStands() {
    let stands = Self.noisy(
      "杉木", ages: 5...40, count: 200, spread: 0.1, outliers: false, curve: Self.pine)
    let bad: [(species: String, age: Double, volume: Double)] = [
      ("杉木", .nan, 50), ("杉木", 0, 50), ("杉木", -4, 50), ("杉木", 10, 0), ("杉木", 10, .nan),
      ("杉木", .infinity, 50), ("杉木", 10, .infinity),
    ]
    let clean = GrowthModelFit(stands: Self.columns(stands), species: Survey.species)
    let dirty = GrowthModelFit(stands: Self.columns(stands + bad), species: Survey.species)
    #expect(clean == dirty)
    #expect(clean.strata.first?.stands == 200)
  }

  @Test func aSmallStratumIsServedByItsWholeGroup() throws {
    let planted = Self.columns(
      Self.noisy("杉木", ages: 5...40, count: 200, spread: 0.1, outliers: false, curve: Self.pine))
    let fit = GrowthModelFit(stands: planted, species: Survey.species)
    #expect(try #require(fit.stratum(group: "杉木", origin: .planted)).origin == .planted)
    #expect(try #require(fit.stratum(group: "杉木", origin: .natural)).origin == .unknown)
    #expect(fit.stratum(group: "马尾松", origin: .planted) == nil)
  }
}
