import Reporting
import Testing

private func sample() -> ReportTable {
  var table = ReportTable(
    title: "Candidates", notices: ["indicative"],
    columns: [
      .rank("#"), .text("Village"), .decimal("Area", unit: "ha", places: 2), .text("Ready"),
    ])
  table.append([.number(1), .text("青溪村"), .number(1244.17), .text("可推进")])
  table.append([
    .number(10), .text("Li\u{1B}[31m"),
    .missing(MissingReason(code: "no-area", explanation: "面积缺失")), .text("待补件"),
  ])
  table.setTotal([.empty, .text("Total"), .number(1244.17), .empty])
  return table
}

@Test func tableLooksLikeThis() {
  let expected = """
    Candidates
    indicative

     #  Village      Area  Ready
                       ha
    ─────────────────────────────
     1  青溪村   1,244.17  可推进
    10  Li [31m         —  待补件
    ─────────────────────────────
        Total    1,244.17
    — 面积缺失（no-area）

    """
  #expect(TerminalTable().render(sample()) == expected)
}

@Test(arguments: [24, 30, 40, 60, 80, 120])
func rowsFitAndNumbersStayWhole(width: Int) {
  var table = ReportTable(
    title: "",
    columns: [
      .text("Village"), .text("Town"), .integer("Credit", unit: "tCO2e"), .text("Why"),
      .integer("Net", unit: "CNY"),
    ])
  table.append([
    .text("一个名字非常长的行政村集体经济合作社"), .text("麻布岗镇"), .number(123_456_789),
    .text("a reason that goes on and on and on"), .number(987_654_321),
  ])
  let lines = TerminalTable(width: width).render(table).split(separator: "\n")
  let rows = lines.prefix { !$0.hasPrefix("+") }
  for line in rows { #expect(DisplayWidth.of(String(line)) <= width) }
  #expect(lines.contains { $0.contains("123,456,789") } || width < 32)
  // What is not shown is named.
  let text = lines.joined()
  #expect(text.contains("987,654,321") != text.contains("+ Net（CNY）") || text.contains("Why, Net"))
}

@Test func decorationIsOnlyDecoration() {
  let plain = TerminalTable().render(sample())
  let bold = TerminalTable(decorated: true).render(sample())
  #expect(bold != plain)
  var stripped = ""
  var isEscape = false
  for character in bold {
    if character == "\u{1B}" { isEscape = true }
    if !isEscape { stripped.append(character) }
    if character == "m" { isEscape = false }
  }
  #expect(stripped == plain)
}
