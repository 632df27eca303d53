import Inventory
import Tenure
import Testing

@Suite struct AreaTextTests {
  /// Printed areas and the same in 亩, times 100.
  private static let cases: [(String, Int)] = [
    ("12.50亩", 1250), ("12.5", 1250), ("1.2公顷", 1800), ("800平方米", 120), ("１２．５亩", 1250),
    ("1,234.5", 123_450), ("１，２３４．５亩", 123_450), ("3hm²", 4500), ("2 ha", 3000), ("800㎡", 120),
    ("12亩5分", 1250), ("12亩5分5厘", 1255), ("约12亩", 1200), ("0", 0),
  ]

  @Test(arguments: cases)
  func areas(_ text: String, _ hundredthsOfMu: Int) throws {
    let read = try #require(AreaText(text, defaultUnit: .mu).hectares)
    #expect(abs(read * 1500 - Double(hundredthsOfMu)) < 1e-9)
  }

  @Test(arguments: [
    "-3", "12.5.6", "12,5", "1e3", "亩", "一百亩", "12亩左右", "1/2", "NaN亩", "∞", "12.", "0x10",
  ])
  func whatIsNoArea(_ text: String) {
    guard case .unreadable = AreaText(text, defaultUnit: .mu) else {
      Issue.record("\(text) was read as an area")
      return
    }
  }

  @Test func unitsAreNeverGuessed() {
    #expect(AreaText("12.5", defaultUnit: nil) == .unitUnknown(12.5))
    #expect(
      AreaText("12.5亩", defaultUnit: .hectare)
        == .area(hectares: 12.5 / 15, unit: .mu, isStated: true))
    #expect(AreaText("—", defaultUnit: .mu) == .missing)
  }

  @Test func mistakenUnitsAreSuspected() {
    #expect(AreaAgreement.compare(printed: 1.2, polygon: 1) == .agrees)
    #expect(AreaAgreement.compare(printed: 2, polygon: 1) == .differs(ratio: 2))
    guard case .unitSuspected(.mu, _) = AreaAgreement.compare(printed: 16, polygon: 1) else {
      Issue.record("亩 taken for 公顷 was not noticed")
      return
    }
    #expect(AreaAgreement.compare(printed: .nan, polygon: 1) == .unknown)
  }
}
