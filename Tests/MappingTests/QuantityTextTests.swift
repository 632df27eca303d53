import Inventory
import Testing

@testable import Mapping

/// Numbers as people type them into text columns.
@Suite struct QuantityTextTests {
  private func column(_ field: String, _ change: (inout ColumnMapping) -> Void = { _ in })
    -> ColumnMapping
  {
    var column = ColumnMapping(field: field, names: [field])
    change(&column)
    return column
  }

  private func read(_ text: String, _ column: ColumnMapping) -> QuantityText.Reading {
    QuantityText.read(Array(text.utf8)[...], in: column.quantityUnit)
  }

  @Test(arguments: [
    ("１００．３５", 100.35), ("1,234.5", 1234.5), ("1，234", 1234), ("12 345.6", 12345.6),
    ("100.35m3", 100.35), ("100.35 m³/ha", 100.35), ("100.35㎥/公顷", 100.35), ("约100", 100),
    ("１.5e2", 150), ("-５", -5), ("80立方米", 80),
  ])
  func volumesAreRead(text: String, value: Double) {
    #expect(read(text, column("volume")) == .number(value, isConverted: false))
  }

  @Test func aUnitInTheCellLeadsOverTheMapping() {
    let hectares = column("area")
    let mu = column("area") { $0.areaUnit = .mu }
    #expect(read("33亩", hectares) == .number(33.0 / 15, isConverted: true))
    #expect(read("33亩6分", mu) == .number(33.6, isConverted: false))
    #expect(read("22,500㎡", hectares) == .number(2.25, isConverted: true))
    #expect(read("2公顷", mu) == .number(30, isConverted: true))
    #expect(read("6立方米/亩", column("volume")) == .number(90, isConverted: true))
    #expect(read("60％", column("canopyDensity")) == .number(0.6, isConverted: true))
    #expect(read("6成", column("canopyDensity")) == .number(0.6, isConverted: true))
    let percent = column("canopyDensity") { $0.ratioUnit = .percent }
    #expect(read("60%", percent) == .number(60, isConverted: false))
    #expect(read("１６０mm", column("diameter")) == .number(16, isConverted: true))
    #expect(read("25年生", column("age")) == .number(25, isConverted: false))
  }

  /// A unit of another kind shows that the column is another one.
  @Test(arguments: [
    "二十五", "2-5", "100,35", "0x1F", "33亩", "12cm", "2.25公顷（33.8亩）", "1.2.3", "m3", "e5", "5%",
  ])
  func whatIsNoVolumeIsUnreadable(text: String) {
    #expect(read(text, column("volume")) == .unreadable)
  }

  @Test func wordsForNothingAreNothing() {
    for text in ["—", "无", "不详", "null", "N/A", "-", "／"] {
      #expect(read(text, column("age")) == .nothing, "\(text)")
    }
    #expect(read("1e400", column("age")) == .number(.infinity, isConverted: false))
    #expect(read("-∞", column("age")) == .number(-.infinity, isConverted: false))
    #expect(read(String(repeating: "9", count: 1_000_000), column("age")) == .unreadable)
  }

  /// The quick way gives what the slow one gives, to the last bit.
  @Test func plainNumbersAreRoundedCorrectly() {
    for text in [
      "0.1", "123456789012345678", "9007199254740993", "0.000000000000001", "1234567.8901234567",
      "-0", "+5.", ".5", "1e-7",
    ] {
      #expect(NumberText.parse(Array(text.utf8)[...]) == Double(text.hasSuffix(".") ? "5" : text))
    }
    for text in ["", "-", ".", "+-1", "1 2", "１"] {
      #expect(NumberText.parse(Array(text.utf8)[...]).isNaN, "\(text)")
    }
  }
}
