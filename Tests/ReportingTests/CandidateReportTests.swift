import Foundation
import Inventory
import Testing

@testable import Reporting

@Test func pageIsWellFormedAndNeedsNothingElse() {
  let html = CandidateReportRenderer(SampleReport.report).html()
  let reader = MarkupReader(Array(html.utf8))
  #expect(reader.isWellFormed)
  #expect(reader.count("script") + reader.count("link") + reader.count("img") == 0)
  let addresses = html.split(separator: "http").dropFirst()
  #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg") })
  #expect(!html.contains("@import") && !html.contains("url("))
  let headings = reader.texts.filter { $0.name == "h2" }.map(\.text)
  #expect(
    headings == [
      "总体情况", "候选村排序", "空间分布", "图表", "分村情况", "权属概况", "数据质量", "方法与参数", "数据来源",
    ])
}

@Test func hostileTextsStayTexts() {
  let attack = "</style><script>alert(1)</script>\"'&\u{0}"
  var report = SampleReport.report
  report.countyNames = [attack]
  report.runFacts = [ReportFact(attack, attack)]
  for index in report.candidates.indices {
    report.candidates[index].village.name = attack
    report.candidates[index].village.town = attack
    report.candidates[index].method = attack
    report.candidates[index].shareRule = attack + "\(index)"
    report.candidates[index].missingItems = [attack]
    report.candidates[index].hectares = .missing(MissingReason(code: attack, explanation: attack))
  }
  report.methods[0].title = attack
  report.findings[0].explanation = attack
  report.sources[0].path = attack
  report.sources[0].digest = attack
  report.target?.source = attack
  report.creditPath?.villageName = attack
  report.ageGroups[0].name = attack
  report.map?.title = attack
  report.map?.villages[0].name = attack
  let renderer = CandidateReportRenderer(report)
  let reader = MarkupReader(Array(renderer.html().utf8))
  #expect(reader.isWellFormed)
  #expect(reader.count("script") == 0)
  for part in renderer.workbook() { #expect(MarkupReader(part.bytes).isWellFormed) }
}

@Test func bannerCannotLeaveTheStyleSheet() {
  let document = ReportDocument(
    title: "t", banner: "\"}</style><script>x</script>\\\n", sections: [])
  let reader = MarkupReader(Array(document.html().utf8))
  #expect(reader.isWellFormed)
  #expect(reader.count("script") == 0)
  #expect(document.html().contains(#"content:"\22 }\3c /style\3e "#))
}

@Test func noticeStandsOnEveryFormUntilEverythingIsOfficial() {
  let notice = CandidateReport.indicativeNotice
  func forms(_ report: CandidateReport) -> [String] {
    let renderer = CandidateReportRenderer(report)
    let sheets = renderer.workbook().filter { $0.path.contains("worksheets") }
    return [renderer.html(), renderer.terminal(), String(decoding: renderer.csv(), as: UTF8.self)]
      + sheets.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
  for form in forms(SampleReport.report) { #expect(form.contains(notice)) }

  var official = SampleReport.report
  official.surrogates = []
  official.methods[0].standing = .official
  official.methods[0].mayBeFiled = true
  #expect(official.isIndicative)
  for index in official.methods[0].parameters.indices {
    official.methods[0].parameters[index].standing = .official
  }
  #expect(!official.isIndicative)
  for form in forms(official) { #expect(!form.contains("不得用于申报")) }
  #expect(official.methods[0].displayTitle == "深圳市森林经营碳普惠方法学")
  #expect(SampleReport.report.methods[0].displayTitle == "深圳市森林经营碳普惠方法学（替代算法）")
  official.methods = []
  #expect(official.isIndicative)
}

@Test func totalsCountFirstChoicesOnce() {
  var report = SampleReport.report
  let before = CandidateTotals(firstChoicesOf: report.candidates)
  #expect(before.villages == 26)
  #expect(before.villagesWithoutCredit == 1)
  var alternative = report.candidates[0]
  alternative.isFirstChoice = false
  alternative.rank = nil
  alternative.method = "other"
  report.candidates.append(alternative)
  #expect(CandidateTotals(firstChoicesOf: report.candidates) == before)

  let three = (0..<3).map { index in
    var candidate = SampleReport.candidate(index)
    candidate.hectares = .known([10, 20, 70][index])
    candidate.increment = .known([30, 40, 0][index])
    candidate.netToVillage = .known([100.4, 200.4, 300.4][index])
    if index == 2 { candidate.increment = .missing(SampleReport.noModel) }
    return candidate
  }
  let totals = CandidateTotals(firstChoicesOf: three)
  #expect(totals.hectares == 100)
  // Where growth is not known, its area does not water down the rate.
  #expect(totals.incrementRate == 70.0 / 30)
  #expect(Quantity.yuan(totals.netToVillage) == "601")
  #expect(totals.periodCredit.low == nil)
}

@Test func quotaLineStandsBelowTheLastVillageOfTheQuota() throws {
  let table = CandidateReportRenderer(SampleReport.report).rankingTable()
  guard case .group(let line) = table.rows[20] else {
    Issue.record("no line after 20 villages")
    return
  }
  #expect(line.contains("20"))
  #expect(table.rows.count { if case .group = $0 { true } else { false } } == 1)
  var report = SampleReport.report
  report.target?.villages = 26
  #expect(!CandidateReportRenderer(report).rankingTable().hasGroups)
}

@Test func everyFigureHasAUnitInItsHeading() {
  let renderer = CandidateReportRenderer(SampleReport.report)
  let tables = [
    renderer.rankingTable(), renderer.detailTable(), renderer.tenureTable(),
    renderer.findingsTable(), renderer.methodTable(), renderer.sourcesTable(),
    renderer.terminalTable(),
  ]
  for table in tables {
    for column in table.columns where column.isNumeric && column.kind != .rank {
      #expect(!column.unit.isEmpty, "\(table.title) \(column.heading)")
    }
    let headings = table.columns.map(\.headingWithUnit)
    #expect(Set(headings).count == headings.count)
  }
}

@Test func emptyReportRendersInEveryForm() {
  let report = CandidateReport(
    countyNames: [], runFacts: [], surveyYears: [], period: 2021...2021, methods: [],
    candidates: [])
  let renderer = CandidateReportRenderer(report)
  #expect(MarkupReader(Array(renderer.html().utf8)).isWellFormed)
  #expect(renderer.workbook().allSatisfy { MarkupReader($0.bytes).isWellFormed })
  #expect(renderer.terminal().contains("0 villages"))
}

@Test func sameReportGivesTheSameBytes() {
  let (first, second) = (
    CandidateReportRenderer(SampleReport.report), CandidateReportRenderer(SampleReport.report)
  )
  #expect(first.html() == second.html())
  #expect(Array(first.workbook()) == Array(second.workbook()))
  #expect(first.csv() == second.csv())
}

@Test func terminalSummaryFitsEightyColumns() {
  let text = CandidateReportRenderer(SampleReport.report).terminal()
  for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
  #expect(!text.contains("\n+ "))
}

@Test(arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")])
func sectionsAreNumberedInChinese(number: Int, text: String) {
  #expect(ReportDocument.chineseNumber(number) == text)
}

@Test func aChartTooLongForAPageSaysWhatItLeavesOut() {
  var report = SampleReport.report
  report.candidates += report.candidates
  let html = CandidateReportRenderer(report).html()
  #expect(html.contains("只画前 40 村"))
  #expect(!CandidateReportRenderer(SampleReport.report).html().contains("只画前"))
}

@Test func methodsAreComparedBesideTheRankingNotInIt() {
  var report = SampleReport.report
  let second = MethodFacts(
    identifier: "second", title: "乙法", edition: "1", standing: .surrogate, mayBeFiled: false,
    citation: "无", parameters: [])
  report.methods.append(second)
  var other = report.candidates[0]
  other.method = second.identifier
  other.isFirstChoice = false
  other.rank = nil
  other.periodCredit = Estimate(.known(4321))
  #expect(!CandidateReportRenderer(report).html().contains("方法比较"))
  report.candidates.append(other)
  let page = CandidateReportRenderer(report).html()
  #expect(page.components(separatedBy: "方法比较").count == 2)
  #expect(page.components(separatedBy: "4,321").count == 2, "shown once: in the comparison")
  #expect(page.components(separatedBy: "★ ").count - 1 >= report.totals.villages)
}
