import Inventory
import Testing

@Suite struct FindingTests {
  private func finding(_ value: String, detail: String = "") -> Finding {
    Finding(
      rule: "r", severity: .warning, source: 0, sourceRow: 1, field: "f", value: value,
      action: .accepted, detail: detail)
  }

  @Test func shortValuesStayAsTheyAre() {
    for value in ["", "310", "龙川县老隆镇", String(repeating: "a", count: Finding.longestValue)] {
      #expect(finding(value).value == value)
    }
  }

  @Test func longValuesAreCutWithAnEllipsis() {
    for unit in ["x", "林", "e\u{301}", "👨‍👩‍👧"] {
      let value = finding(String(repeating: unit, count: 1_000_000)).value
      #expect(value.count <= Finding.longestValue && value.hasSuffix("…"))
      #expect(value.utf8.count < 2000)
    }
    // One grapheme of a million marks is long, too.
    let marks = finding("e" + String(repeating: "\u{301}", count: 1_000_000)).value
    #expect(marks.utf8.count < 2000 && marks.hasSuffix("…"))
    let detail = finding("", detail: String(repeating: "y", count: 5000)).detail
    #expect(detail.count == Finding.longestDetail)
  }

  @Test func nothingInAValueBreaksTheLineOrSteersATerminal() {
    #expect(finding("a\r\nb\u{1B}[31mc\u{202E}d").value == "a  b [31mc d")
  }
}
