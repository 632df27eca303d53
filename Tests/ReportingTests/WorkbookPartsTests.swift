import Testing

@testable import Reporting

private func sheet(_ parts: WorkbookParts, _ number: Int) throws -> MarkupReader {
  let part = try #require(parts.first { $0.path == "xl/worksheets/sheet\(number).xml" })
  return MarkupReader(part.bytes)
}

@Test func everyPartIsWellFormedAndNamedInTheContentTypes() throws {
  let parts = CandidateReportRenderer(SampleReport.report).workbook()
  #expect(parts.first?.path == "[Content_Types].xml")
  for part in parts { #expect(MarkupReader(part.bytes).isWellFormed, "\(part.path)") }
  let types = MarkupReader(try #require(parts.first).bytes)
  let named = Set(types.elements.compactMap { $0.attributes["PartName"] })
  for part in parts where part.path.hasPrefix("xl/") && !part.path.contains("_rels") {
    #expect(named.contains("/" + part.path))
  }
  let workbook = MarkupReader(try #require(parts.first { $0.path == "xl/workbook.xml" }).bytes)
  #expect(
    workbook.elements.filter { $0.name == "sheet" }.compactMap { $0.attributes["name"] } == [
      "候选排序", "分村明细", "权属缺口", "权属缺口明细", "圈占资源预警", "两期减少", "数据问题", "方法与参数",
      "数据来源",
    ])
}

@Test func everyCellRefersToAStyleThatExists() throws {
  let parts = CandidateReportRenderer(SampleReport.report).workbook()
  let styles = MarkupReader(try #require(parts.first { $0.path == "xl/styles.xml" }).bytes)
  // One `xf` belongs to the cell style formats, the rest to cells.
  let count = styles.count("xf") - 1
  #expect(count > 5)
  for number in 1...6 {
    for cell in try sheet(parts, number).elements where cell.name == "c" {
      let style = try #require(cell.attributes["s"].flatMap { Int($0) })
      #expect(style < count)
    }
  }
}

@Test func numbersStayNumbersAndCodesStayText() throws {
  var table = ReportTable(
    title: "", columns: [.code("代码"), .decimal("面积", unit: "公顷", places: 2)])
  table.append([.text("004416"), .number(1234.5678)])
  table.append([.text("=1+1"), .number(.nan)])
  let reader = try sheet(WorkbookParts(worksheets: [Worksheet(name: "a", table: table)]), 1)
  #expect(reader.texts.filter { $0.name == "v" }.map(\.text) == ["1234.5678"])
  #expect(reader.count("f") == 0)
  let texts = reader.texts.filter { $0.name == "t" }.map(\.text)
  #expect(texts == ["代码", "面积\n（公顷）", "004416", "=1+1", "—"])
}

@Test(arguments: [
  ("a<b>&\"'", "a<b>&\"'"), ("x\u{0}y\u{B}", "x\u{FFFD}y\u{FFFD}"),
  ("_x0041_ _x00zz_", "_x005F_x0041_ _x00zz_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
  ("a\r\nb", "a\r\nb"),
])
func cellTextsSurvive(text: String, stored: String) throws {
  var table = ReportTable(title: "", columns: [.text("a")])
  table.append([.text(text)])
  let parts = WorkbookParts(worksheets: [Worksheet(name: "a", table: table)])
  let reader = try sheet(parts, 1)
  #expect(reader.isWellFormed)
  #expect(reader.texts.last { $0.name == "t" }?.text == stored)
}

@Test func longTextsAreCutToWhatACellHolds() {
  let text = String(repeating: "林", count: 40_000)
  #expect(SheetWriter.cellText(text).utf16.count == 32_767)
}

@Test func sheetNamesAreAcceptableAndUnique() {
  let names = SheetName.unique([
    "候选", "候选", "a[b]:c*d?e/f\\g", "", "'x'", "History", "HISTORY_",
    String(repeating: "长", count: 40), String(repeating: "长", count: 41),
  ])
  #expect(names.prefix(5) == ["候选", "候选 (2)", "a_b__c_d_e_f_g", "Sheet", "x"])
  #expect(Set(names.map { $0.lowercased() }).count == names.count)
  for name in names { #expect((1...31).contains(name.utf16.count)) }
}

@Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
func columnsAreNamedLikeInASpreadsheet(index: Int, name: String) {
  #expect(SheetWriter.columnName(index) == name)
}

@Test func anEmptyWorkbookStillHasASheet() throws {
  let parts = WorkbookParts(worksheets: [])
  #expect(try sheet(parts, 1).isWellFormed)
}

/// Sheets are made when they are asked for, by whichever thread: nothing in one may depend on which
/// were made before.
@Test func sheetsAreTheSameInWhicheverOrderTheyAreMade() {
  let parts = CandidateReportRenderer(SampleReport.report).workbook()
  let inOrder = parts.map(\.bytes)
  for number in parts.indices.reversed() { #expect(parts[number].bytes == inOrder[number]) }
}

/// Each cell of a column is looked at, though only the outermost numbers are written out.
@Test func columnsFitWhatStandsInThem() {
  let values: [Double] = [
    0, -0.004, 0.006, -1, 9.994, 9.996, 999.994, 999.996, -999.996, 1e6, -123_456.7, 1e20, .nan,
  ]
  for count in 0...values.count {
    for column in [
      ReportColumn.decimal("a", unit: "b", places: 2), .integer("a", unit: "b"), .percent("a"),
      .rank("a"), .text("a"),
    ] {
      var table = ReportTable(title: "", columns: [column])
      for value in values.suffix(count) { table.append([.number(value)]) }
      table.append([.text("未登记；")])
      table.append([.missing(MissingReason(code: "a", explanation: "b"))])
      let widest = table.rows.map { row -> Int in
        guard case .cells(let cells) = row else { return 0 }
        return DisplayWidth.of(column.display(cells[0])) + 3
      }.max()
      #expect(ColumnWidths.of(table) == [min(widest ?? 0, 44)])
    }
  }
}
