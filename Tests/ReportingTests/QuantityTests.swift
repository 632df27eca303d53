import Foundation
import Testing

@testable import Reporting

@Test(arguments: [
  (1.005, 2, "1.01"), (0.125, 2, "0.13"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.5, 0, "1"),
  (0.49999, 0, "0"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"), (999.995, 2, "1,000.00"),
  (1_234_567.891, 1, "1,234,567.9"), (0, 2, "0.00"), (100, 0, "100"), (1000, 0, "1,000"),
  (Double.leastNonzeroMagnitude, 1, "0.0"), (1e21, 0, "1,000,000,000,000,000,000,000"),
  (9.99e-5, 4, "0.0001"),
])
func roundsThePrintedDecimalHalfAwayFromZero(value: Double, places: Int, text: String) {
  #expect(Quantity.number(value, places: places) == text)
}

@Test func agreesWithDecimalArithmetic() throws {
  var state: UInt64 = 7
  for _ in 0..<4000 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let value = Double(Int64(bitPattern: state) >> 20) / 65_536 / Double(1 + state % 997)
    let places = Int(state >> 33 % 5)
    var exact = try #require(Decimal(string: "\(value)"))
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, places, .plain)
    let text = try #require(DecimalText.fixed(value, places: places))
    #expect(Decimal(string: text) == rounded, "\(value) at \(places)")
    #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == places)
  }
}

@Test func aValueThatIsNoNumberIsADash() {
  #expect(Quantity.number(.nan) == "—")
  #expect(Quantity.percent(fraction: .infinity) == "—")
  #expect(Quantity.area(-.infinity) == "—")
  #expect(Quantity.range(1, nil) == nil)
}

@Test func areasStandInBothUnits() {
  #expect(Quantity.area(12.345) == "12.35 公顷（185.2 亩）")
  #expect(Quantity.percent(fraction: 0.6279) == "62.8%")
  #expect(Quantity.tenThousandYuan(8_753_702) == "875.4")
}
