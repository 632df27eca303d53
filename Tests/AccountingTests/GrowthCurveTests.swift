import Accounting
import Foundation
import Testing

@Suite struct GrowthCurveTests {
  static let pine = GrowthCurve(.schumacher(a: 123.38506, b: 8.52159), minimumAge: 5)
  static let broadleaf = GrowthCurve(
    .quadratic(c0: 1.19575, c1: 3.05656, c2: -0.02154), minimumAge: 5)
  static let eucalypt = GrowthCurve(.richards(a: 194.86753, k: 0.29260, c: 2.01492))

  @Test func pressleresStepsFollowTheWorkedExample() {
    let printed = [81.6231, 83.1286, 84.5285, 85.8334, 87.0525]
    for (step, value) in printed.enumerated() {
      let projected = Self.pine.project(volume: 80, age: 20, years: step + 1)
      #expect(abs(projected - value) < 5e-5)
    }
    let growth = (Self.pine.project(volume: 80, age: 20, years: 5) - 80) * 1.119880
    #expect(abs(growth - 7.898) < 5e-4)
  }

  @Test func curvesHaveThePublishedRates() {
    let pine = [10.0: 7.74, 15: 3.55, 20: 2.03, 30: 0.92]
    for (age, rate) in pine {
      #expect(abs(Self.pine.presslerRate(age: age) * 100 - rate) < 0.01)
    }
    let broadleaf = [10.0: 8.43, 20: 3.97, 30: 2.34, 50: 0.88]
    for (age, rate) in broadleaf {
      #expect(abs(Self.broadleaf.presslerRate(age: age) * 100 - rate) < 0.01)
    }
    let eucalypt = [2.0: 54.4, 3: 33.1, 5: 14.8, 7: 7.4]
    for (age, rate) in eucalypt {
      #expect(abs(Self.eucalypt.presslerRate(age: age) * 100 - rate) < 0.06)
    }
  }

  @Test func aBackcastLeadsBackToTheSurveyedVolume() {
    for curve in [Self.pine, Self.broadleaf, Self.eucalypt] {
      let before = curve.backcast(volume: 80, age: 20, years: 5)
      #expect(before < 80)
      #expect(abs(curve.project(volume: before, age: 15, years: 5) - 80) < 1e-9)
    }
  }

  @Test func belowItsFirstAgeACurveTellsNothing() {
    #expect(Self.pine.volume(age: 4.9).isNaN)
    #expect(Self.pine.backcast(volume: 10, age: 7, years: 5).isNaN)
    #expect(Self.eucalypt.volume(age: 0).isNaN)
    #expect(Self.pine.volume(age: .nan).isNaN)
  }

  @Test func aParabolaStaysAtItsPeak() {
    let peak = 3.05656 / (2 * 0.02154)
    #expect(abs(peak - 70.95) < 0.01)
    #expect(Self.broadleaf.volume(age: 200) == Self.broadleaf.volume(age: peak))
    #expect(Self.broadleaf.presslerRate(age: 100) == 0)
  }

  /// Four parameters with b = 1 are three parameters with c = 1/(1 − m).
  @Test func theGeneralFormHoldsTheSpecialOne() {
    let general = GrowthCurve(.generalRichards(a: 364.306, b: 1, k: 0.018, m: 0.523))
    let special = GrowthCurve(.richards(a: 364.306, k: 0.018, c: 1 / (1 - 0.523)))
    for age in stride(from: 5.0, through: 100, by: 5) {
      #expect(abs(general.volume(age: age) - special.volume(age: age)) < 1e-9)
    }
    let hebei = GrowthCurve(.generalRichards(a: 364.306, b: 1.050, k: 0.018, m: 0.523))
    let expected = 364.306 * pow(1 - 1.050 * exp(-0.018 * 40), 1 / (1 - 0.523))
    #expect(abs(hebei.volume(age: 40) - expected) < 1e-9)
  }
}
