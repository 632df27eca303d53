import Inventory

extension CandidateReportRenderer {
  /// The ranking as a leader reads it.
  func rankingTable() -> ReportTable {
    var columns: [ReportColumn] = [
      .rank("名次"), .text("村", width: 14), .text("乡镇", width: 14),
    ]
    if showsMethods { columns.append(.text("方法", width: 28)) }
    columns += [
      .decimal("计入面积", unit: "公顷", places: 2), .decimal("计入面积", unit: "亩", places: 1),
      .integer("年减排量", unit: "tCO2e/年"), .integer("计入期减排量", unit: "tCO2e"),
      .integer("减排量低值", unit: "tCO2e"), .integer("减排量高值", unit: "tCO2e"),
      .integer("村净收益", unit: "元"), .integer(cautiousHeading, unit: "元"),
      .text("就绪程度", width: 12, alignment: .centre),
    ]
    var table = ReportTable(
      title: report.title, subtitles: subtitles, notices: notices, columns: columns,
      footnotes: tableFootnotes)
    func row(_ candidate: VillageCandidate) -> [ReportCell] {
      var cells: [ReportCell] = [
        ReportCell(candidate.rank.map(Double.init)), .text(candidate.village.name),
        .text(candidate.village.town),
      ]
      if showsMethods { cells.append(.text(methodTitle(candidate))) }
      return cells + [
        ReportCell(candidate.hectares), ReportCell(candidate.hectares.map(Self.mu)),
        ReportCell(candidate.yearlyCredit.mid), ReportCell(candidate.periodCredit.mid),
        ReportCell(candidate.periodCredit.low), ReportCell(candidate.periodCredit.high),
        ReportCell(candidate.netToVillage), ReportCell(candidate.cautiousNet),
        .text(candidate.readiness.chineseName),
      ]
    }
    append(row, to: &table)
    let totals = report.totals
    var total: [ReportCell] = [.empty, .text("合计"), .text("\(totals.villages) 村")]
    if showsMethods { total.append(.empty) }
    table.setTotal(
      total + [
        .number(totals.hectares), .number(Self.mu(totals.hectares)),
        ReportCell(totals.yearlyCredit.mid), ReportCell(totals.periodCredit.mid),
        ReportCell(totals.periodCredit.low), ReportCell(totals.periodCredit.high),
        .number(totals.netToVillage), .empty, .empty,
      ])
    return table
  }

  /// The column by which villages are put in order says so.
  var cautiousHeading: String {
    report.isRankedByCautiousNet ? "村净收益低值 P10（排序依据）" : "村净收益低值 P10"
  }

  /// Every figure of every village.
  func detailTable() -> ReportTable {
    var table = ReportTable(
      title: "分村明细", subtitles: subtitles, notices: notices,
      columns: [
        .rank("名次"), .code("村代码", width: 15), .text("村", width: 14), .text("乡镇", width: 14),
        .text("县区", width: 12), .text("方法", width: 28), .text("首选", width: 8, alignment: .centre),
        .decimal("计入面积", unit: "公顷", places: 2), .decimal("计入面积", unit: "亩", places: 1),
        .integer("计入小班", unit: "个"), .integer("全部小班", unit: "个"),
        .integer("碳储量", unit: "tC"), .integer("年增汇量", unit: "tCO2e/年"),
        .decimal("单位面积年增汇量", unit: "tCO2e/公顷·年", places: 2),
        .integer("年减排量", unit: "tCO2e/年"), .integer("年减排量低值", unit: "tCO2e/年"),
        .integer("年减排量高值", unit: "tCO2e/年"), .integer("计入期减排量", unit: "tCO2e"),
        .integer("计入期低值", unit: "tCO2e"), .integer("计入期高值", unit: "tCO2e"),
        .decimal("价格", unit: "元/tCO2e", places: 2), .integer("总收益", unit: "元"),
        .integer("村净收益", unit: "元"), .integer(cautiousHeading, unit: "元"),
        .text("分配规则", width: 30),
        .text("就绪程度", width: 12, alignment: .centre), .text("待补事项", width: 40),
        .integer("未计入小班", unit: "个"), .decimal("未计入面积", unit: "公顷", places: 2),
        .text("未计入原因（可重叠）", width: 40),
      ], footnotes: tableFootnotes)
    append(detailRow, to: &table)
    let totals = report.totals
    table.setTotal([
      .empty, .empty, .text("合计"), .text("\(totals.villages) 村"), .empty, .empty, .empty,
      .number(totals.hectares), .number(Self.mu(totals.hectares)),
      .number(Double(totals.subcompartmentsCounted)), .number(Double(totals.subcompartmentsTotal)),
      .number(totals.stock), .number(totals.increment),
      ReportCell(totals.incrementRate),
      ReportCell(totals.yearlyCredit.mid), ReportCell(totals.yearlyCredit.low),
      ReportCell(totals.yearlyCredit.high), ReportCell(totals.periodCredit.mid),
      ReportCell(totals.periodCredit.low), ReportCell(totals.periodCredit.high), .empty,
      .number(totals.gross), .number(totals.netToVillage), .empty, .empty, .empty, .empty, .empty,
      .empty, .empty,
    ])
    return table
  }

  private func detailRow(_ candidate: VillageCandidate) -> [ReportCell] {
    let village = candidate.village
    let names: [ReportCell] = [
      ReportCell(candidate.rank.map(Double.init)), .text(village.code), .text(village.name),
      .text(village.town), .text(village.county), .text(methodTitle(candidate)),
      .text(candidate.isFirstChoice ? "是" : "否"),
    ]
    let forest: [ReportCell] = [
      ReportCell(candidate.hectares), ReportCell(candidate.hectares.map(Self.mu)),
      .number(Double(candidate.subcompartmentsCounted)),
      .number(Double(candidate.subcompartmentsTotal)), ReportCell(candidate.stock),
      ReportCell(candidate.increment), ReportCell(candidate.incrementRate),
    ]
    let credit: [ReportCell] = [
      ReportCell(candidate.yearlyCredit.mid), ReportCell(candidate.yearlyCredit.low),
      ReportCell(candidate.yearlyCredit.high), ReportCell(candidate.periodCredit.mid),
      ReportCell(candidate.periodCredit.low), ReportCell(candidate.periodCredit.high),
      ReportCell(candidate.price), ReportCell(candidate.gross), ReportCell(candidate.netToVillage),
      ReportCell(candidate.cautiousNet),
    ]
    return names + forest + credit + [
      .text(candidate.shareRule), .text(candidate.readiness.chineseName),
      .text(candidate.missingItems.joined(separator: "；")),
      ReportCell(candidate.uncounted.map { Double($0.subcompartments) }),
      ReportCell(candidate.uncounted?.hectares),
      .text(candidate.exclusions.map(Self.exclusionText).joined(separator: "；")),
    ]
  }

  /// What is wrong with titles: the county by class, then each village.
  func tenureTable() -> ReportTable {
    var table = ReportTable(
      title: "权属缺口", subtitles: subtitles, notices: notices,
      columns: [
        .code("村代码", width: 15), .text("村", width: 14), .text("权属状况", width: 26),
        .integer("小班", unit: "个"), .decimal("面积", unit: "公顷", places: 2),
        .decimal("面积", unit: "亩", places: 1), .percent("占比"), .text("需办事项", width: 44),
      ], footnotes: ["全县占比以纳入核查的面积为分母；各村不另计占比。"])
    if !report.tenureShares.isEmpty { table.appendGroup("全部范围，按权属状况") }
    let examined = report.tenureShares.reduce(0) { $0 + $1.hectares }
    for share in report.tenureShares {
      table.append([
        .empty, .text("全部"), .text(share.name), .number(Double(share.subcompartments)),
        .number(share.hectares), .number(Self.mu(share.hectares)),
        examined > 0 ? .number(share.hectares / examined) : .empty, .empty,
      ])
    }
    let withGaps = firstChoices.filter { !$0.tenureGaps.isEmpty }
    if !withGaps.isEmpty { table.appendGroup("分村缺口") }
    for candidate in withGaps {
      for gap in candidate.tenureGaps {
        table.append([
          .text(candidate.village.code), .text(candidate.village.name), .text(gap.kind),
          .number(Double(gap.subcompartments)), .number(gap.hectares),
          .number(Self.mu(gap.hectares)), .empty, .text(gap.remedy),
        ])
      }
    }
    return table
  }

  func findingsTable() -> ReportTable {
    var table = ReportTable(
      title: "数据问题", subtitles: subtitles, notices: notices,
      columns: [
        .text("级别", width: 8), .text("处理", width: 10), .integer("条数", unit: "条"),
        .decimal("涉及面积", unit: "公顷", places: 2), .text("说明", width: 64),
        .text("规则", width: 30),
      ])
    for finding in report.findings {
      table.append([
        .text(finding.severityName), .text(finding.actionName), .number(Double(finding.count)),
        ReportCell(finding.hectares), .text(finding.explanation), .text(finding.rule),
      ])
    }
    return table
  }

  /// All parameters by method, then what was replaced.
  func methodTable() -> ReportTable {
    var table = ReportTable(
      title: "方法与参数", subtitles: subtitles, notices: notices,
      columns: [
        .text("参数", width: 34), .text("取值", width: 16, alignment: .trailing),
        .text("单位", width: 18), .text("依据等级", width: 12), .text("来源", width: 64),
      ])
    for method in report.methods {
      table.appendGroup(Self.methodLine(method))
      for parameter in method.parameters {
        table.append([
          .text(parameter.name), .text(parameter.value), .text(parameter.unit),
          .text(parameter.standing.chineseName), .text(parameter.source),
        ])
      }
    }
    if !report.surrogates.isEmpty { table.appendGroup("替代项") }
    for surrogate in report.surrogates {
      table.append([
        .text(surrogate.subject), .empty, .empty, .text(Standing.surrogate.chineseName),
        .text("\(surrogate.substitute)；影响：\(surrogate.consequence)"),
      ])
    }
    return table
  }

  func sourcesTable() -> ReportTable {
    var table = ReportTable(
      title: "数据来源", subtitles: subtitles, notices: notices,
      columns: [
        .text("文件", width: 34), .text("图层", width: 20), .integer("记录", unit: "条"),
        .integer("采用", unit: "条"), .decimal("采用面积", unit: "公顷", places: 2),
        .integer("修正后采用", unit: "条"), .decimal("修正后采用面积", unit: "公顷", places: 2),
        .integer("隔离", unit: "条"), .decimal("隔离面积", unit: "公顷", places: 2),
        .text("编码", width: 12), .text("坐标系", width: 36), .code("摘要 SHA-256", width: 68),
      ])
    for source in report.sources {
      table.append(
        [
          .text(source.path), .text(source.layer), .number(Double(source.rows)),
        ]
          + (source.outcome?.named.flatMap { (_, part) -> [ReportCell] in
            [.number(Double(part.rows)), .number(part.hectares)]
          } ?? [ReportCell](repeating: .empty, count: 6))
          + [.text(source.encoding), .text(source.crs), .text(source.digest)])
    }
    return table
  }

  /// Rank, names and the four figures that decide, in 80 columns.
  func terminalTable() -> ReportTable {
    var table = ReportTable(
      title: "LinTan 林碳 candidates: \(report.countyNames.joined(separator: ", "))",
      notices: notices,
      columns: [
        .rank("#"), .text("Village"), showsMethods ? .text("Method") : .text("Town"),
        .decimal("Area", unit: "ha", places: 2), .integer("Period", unit: "tCO2e"),
        .integer("Net", unit: "CNY"), .text("Ready"),
      ])
    for (index, candidate) in firstChoices.enumerated() {
      table.append([
        ReportCell(candidate.rank.map(Double.init)), .text(candidate.village.name),
        .text(showsMethods ? shortName(candidate) : candidate.village.town),
        ReportCell(candidate.hectares), ReportCell(candidate.periodCredit.mid),
        ReportCell(candidate.netToVillage), .text(candidate.readiness.chineseName),
      ])
      if quotaLine(after: index) != nil { table.appendGroup("- - quota; reserve below - -") }
    }
    if report.isRankedByCautiousNet {
      table.footnotes = ["in the order of the low estimate (P10) of Net, see candidates.csv"]
    }
    let totals = report.totals
    table.setTotal([
      .empty, .text("Total"), .text("\(totals.villages) villages"), .number(totals.hectares),
      ReportCell(totals.periodCredit.mid), .number(totals.netToVillage), .empty,
    ])
    return table
  }

  private func shortName(_ candidate: VillageCandidate) -> String {
    guard let method = report.method(candidate.method), !method.shortName.isEmpty else {
      return candidate.method
    }
    return method.shortName
  }

  // MARK: Pieces

  private func append(
    _ row: (VillageCandidate) -> [ReportCell], to table: inout ReportTable
  ) {
    for (index, candidate) in firstChoices.enumerated() {
      table.append(row(candidate))
      if let line = quotaLine(after: index) { table.appendGroup(line) }
    }
    if !alternatives.isEmpty { table.appendGroup(Self.alternativesHeading) }
    for candidate in alternatives { table.append(row(candidate)) }
  }

  static func mu(_ hectares: Double) -> Double { hectares * Units.muPerHectare }

  static func exclusionText(_ exclusion: ExclusionReason) -> String {
    "\(exclusion.text)：\(exclusion.subcompartments) 个小班，\(Quantity.area(exclusion.hectares))"
  }

  static func methodLine(_ method: MethodFacts) -> String {
    let filing = method.isFileable ? "可用于申报" : "不得用于申报"
    return
      "\(method.displayTitle) · \(method.edition) · 依据：\(method.standing.chineseName) · \(filing)"
  }
}
