/// Turns a `CandidateReport` into what people open: a page, a workbook, a CSV file and a summary
/// for the terminal. All forms show the same figures, rounded the same way.
public struct CandidateReportRenderer: Sendable {
  public let report: CandidateReport

  public init(_ report: CandidateReport) {
    self.report = report
  }

  /// `report.html`.
  public func html() -> String { document().html() }

  /// The sheets 候选排序, 分村明细, 权属缺口, 权属缺口明细, 圈占资源预警, 两期减少, 数据问题, 方法与参数 and 数据来源.
  public func workbook() -> WorkbookParts {
    WorkbookParts(worksheets: [
      Worksheet(name: "候选排序", table: rankingTable(), frozenColumns: 2),
      Worksheet(name: "分村明细", table: detailTable(), frozenColumns: 3),
      Worksheet(name: "权属缺口", table: tenureTable()),
      Worksheet(name: "权属缺口明细", table: tenureGapTable(), frozenColumns: 4),
      Worksheet(
        name: "圈占资源预警",
        table: EnclosureLine.table(report.enclosures, title: "圈占资源预警", notices: notices)),
      Worksheet(
        name: "两期减少",
        table: LossLine.table(
          report.losses, title: "两期之间的减少", subtitles: subtitles, notices: notices)),
      Worksheet(name: "数据问题", table: findingsTable()),
      Worksheet(name: "方法与参数", table: methodTable()),
      Worksheet(name: "数据来源", table: sourcesTable()),
    ])
  }

  /// The details of all villages for programs and Excel.
  public func csv() -> [UInt8] { CSVRenderer().render(detailTable()) }

  /// `tenure-gaps.csv`: each 小班 whose title needs work.
  public func tenureGapCSV() -> [UInt8] { CSVRenderer().render(tenureGapTable()) }

  private func tenureGapTable() -> ReportTable {
    TenureGapPlot.table(report.tenureGapPlots, subtitles: subtitles, notices: notices)
  }

  /// The summary printed at the end of a run, in English with Chinese names.
  public func terminal(_ terminal: TerminalTable = TerminalTable()) -> String {
    terminal.render(terminalTable())
  }

  // MARK: Shared by all forms

  var notices: [String] {
    (report.isIndicative ? [CandidateReport.indicativeNotice] : [])
      + [SetAsideWarning.text(report.sources)].compactMap(\.self)
  }

  var subtitles: [String] {
    let years = report.surveyYears.map(String.init).joined(separator: "、")
    let unit = "单位名称：\(report.countyNames.joined(separator: "、"))"
    return ["\(unit)    调查年度：\(years)    计入期：\(periodText)"]
  }

  var periodText: String {
    let years = report.period.count
    if years == 1 { return "\(report.period.lowerBound) 年" }
    return "\(report.period.lowerBound)–\(report.period.upperBound) 年（\(years) 年）"
  }

  var firstChoices: [VillageCandidate] { report.candidates.filter(\.isFirstChoice) }
  var alternatives: [VillageCandidate] { report.candidates.filter { !$0.isFirstChoice } }
  var showsMethods: Bool { report.methods.count > 1 }

  func methodTitle(_ candidate: VillageCandidate) -> String {
    report.method(candidate.method)?.displayTitle ?? candidate.method
  }

  /// The line drawn below the last village within the quota, if there are villages below it.
  func quotaLine(after index: Int) -> String? {
    guard let quota = report.target?.villages, index + 1 == quota, quota < firstChoices.count else {
      return nil
    }
    return "名额线：以上 \(quota) 村列入名额，以下为储备"
  }

  static let alternativesHeading = "备选方法（仅供比较，不计入合计）"

  var bandFootnote: String? {
    let hasBand = report.candidates.contains {
      $0.yearlyCredit.low != nil || $0.periodCredit.low != nil
    }
    return hasBand ? Self.bandNote : nil
  }

  private static let bandNote =
    "低值、高值为估计区间的两端（P10、P90），来自参数与调查误差，不含政策变化；"
    + "分位数不可相加，合计行的区间由各村合在一起另行模拟得出。"

  /// What decides the order, where it is not the figure shown in large.
  var rankingFootnote: String? {
    report.isRankedByCautiousNet
      ? "名次按村净收益低值（P10）排列，低值不可相加，故合计行不列；未及就绪的村列在其后。" : nil
  }

  var tableFootnotes: [String] {
    [totalsFootnote, bandFootnote, rankingFootnote].compactMap(\.self)
  }

  var totalsFootnote: String {
    let missing = report.totals.villagesWithoutCredit
    let exception = missing > 0 ? "其中 \(missing) 村减排量缺数，未计入。" : ""
    return "合计只含各村首选方法，同一小班不重复计算；合计由未取整的数值相加，与各行取整后相加可能差在末位。"
      + exception
  }
}
