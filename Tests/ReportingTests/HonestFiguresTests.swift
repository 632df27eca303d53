import Foundation
import Reporting
import Testing

@Suite("Figures that cannot be misread")
struct HonestFiguresTests {
  @Test("classes of a map hold about as many values each, with round limits")
  func classes() {
    let values = (0..<100).map { 4.1 + 0.013 * Double($0) }
    let limits = ClassLimits.quantiles(values, classes: 5)
    #expect(limits == [4.4, 4.6, 4.9, 5.1])
    let counts = (0...limits.count).map { number in
      values.count { value in limits.count { $0 <= value } == number }
    }
    #expect(counts.reduce(0, +) == 100 && counts.allSatisfy { (10...30).contains($0) })
    #expect(ClassLimits.names(limits) == ["<4.4", "4.4–4.6", "4.6–4.9", "4.9–5.1", "≥5.1"])
  }

  @Test(
    "values that are alike are one class, and no limit is empty",
    arguments: [[], [3.0], [3.0, 3.0, 3.0], [0.0, 0.0, 0.0, 0.0, 9.0], [.nan, 2.0]])
  func alike(values: [Double]) {
    let limits = ClassLimits.quantiles(values, classes: 5)
    #expect(limits.count <= Set(values.filter(\.isFinite)).count)
    #expect(limits == limits.sorted() && Set(limits).count == limits.count)
    #expect(ClassLimits.names(limits).count == limits.count + 1)
  }

  private static func source(_ path: String, _ taken: Double, _ aside: Double) -> SourceFacts {
    SourceFacts(
      path: path, layer: "a", rows: 100,
      outcome: RowOutcome(
        accepted: .init(rows: 96, hectares: taken), repaired: .init(rows: 0, hectares: 0),
        quarantined: .init(rows: 4, hectares: aside)),
      encoding: "GBK", crs: "", digest: "")
  }

  @Test("more than 5 % of the hectares set aside is said on page 1, in every form")
  func setAside() {
    var report = SampleReport.report
    report.sources = [Self.source("data/甲.shp", 94, 6), Self.source("data/乙.shp", 96, 4)]
    let html = CandidateReportRenderer(report).html()
    let place = html.range(of: "banner warning\">")
    #expect(place != nil)
    #expect(html.contains("甲.shp 隔离 4 条、6.00 公顷（占 6.0%）"))
    #expect(!html.contains("乙.shp 隔离"))
    #expect(CandidateReportRenderer(report).terminal().contains("甲.shp"))
    report.sources = [Self.source("data/乙.shp", 96, 4)]
    #expect(!CandidateReportRenderer(report).html().contains("banner warning\">"))
  }

  @Test("what does not count is said once as a whole, then by reasons that may overlap")
  func overlap() {
    var report = SampleReport.report
    report.candidates[0].uncounted = ExclusionReason(text: "", subcompartments: 23, hectares: 99.5)
    let html = CandidateReportRenderer(report).html()
    #expect(html.contains("共 23 个小班"))
    #expect(html.contains("以下原因可重叠，不可相加"))
  }

  @Test("the figure that decides the order is shown")
  func rankingFigure() {
    var report = SampleReport.report
    report.isRankedByCautiousNet = true
    report.candidates[0].cautiousNet = 123_456
    let renderer = CandidateReportRenderer(report)
    let html = renderer.html()
    #expect(html.contains("低值 123,456"))
    #expect(html.contains("低值 P10，排序依据"))
    let csv = String(decoding: renderer.csv(), as: UTF8.self)
    #expect(csv.contains("123456") && csv.contains("排序依据"))
  }

  @Test("signatures share an undivided part of the table with rows")
  func signatures() throws {
    let plots = (0..<9).map { number in
      var plot = VillagePlot()
      plot.subcompartment = "X\(number)"
      plot.hectares = 1
      return plot
    }
    let village = SampleReport.report.candidates[0].village
    let book = VillageSheetBook(
      countyNames: ["甲县"], year: 2023, edition: "e", sources: [],
      sheets: [VillageSheet(village: village, plots: plots)])
    let html = book.html()
    let parts = html.components(separatedBy: #"<tbody class="end">"#)
    // One for the summary, one for the village.
    #expect(parts.count == 3)
    for part in parts.dropFirst() {
      let end = try #require(part.components(separatedBy: "</tbody>").first)
      #expect(end.contains("盖章处"))
    }
    let end = try #require(parts.last)
    #expect(end.contains("X5") && end.contains("X8") && !end.contains("X4"))
    #expect(html.contains("tbody.end{break-inside:avoid}"))
  }
}
