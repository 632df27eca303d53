import Inventory

extension CandidateReportRenderer {
  func document() -> ReportDocument {
    let years = report.surveyYears.map(String.init).joined(separator: "、")
    let methods = report.methods.map { "\($0.displayTitle) \($0.edition)" }
    let facts =
      [
        ReportFact("调查年度", years), ReportFact("计入期", periodText),
        ReportFact("计量方法", methods.joined(separator: "；")),
      ] + report.runFacts
    var sections = [overview(), ranking(), comparison()]
    if let map = report.map {
      sections.append(
        ReportSection(
          heading: "空间分布",
          blocks: [.image(map.render(), caption: "编号为名次。图形经简化，仅作示意，不作权属或界线依据。")]))
    }
    sections += [
      structure(), villages(), losses(), tenure(), enclosure(), quality(), methodSheet(),
      provenance(),
    ]
    return ReportDocument(
      kicker: "林碳 LinTan · 林业碳汇候选村", title: report.title,
      subtitle: "按村排序：减排潜力、就绪程度与待补事项", facts: facts,
      banner: report.isIndicative ? CandidateReport.indicativeNotice : nil,
      warnings: [SetAsideWarning.text(report.sources)].compactMap(\.self),
      sections: sections.filter { !$0.blocks.isEmpty }.map(marked),
      closing: [
        "面积并列公顷与亩（1 公顷 = 15 亩）；减排量以二氧化碳当量（tCO2e）计；各列只在末位四舍五入一次。",
        report.isIndicative ? CandidateReport.indicativeNotice : "",
      ].filter { !$0.isEmpty })
  }

  /// Every table says for itself what it may not be used for: tables are copied out of reports.
  private func marked(_ section: ReportSection) -> ReportSection {
    var section = section
    section.blocks = section.blocks.map { block in
      guard case .table(var table) = block, table.notices.isEmpty else { return block }
      table.notices = notices
      return .table(table)
    }
    return section
  }

  // MARK: Overview

  private func overview() -> ReportSection {
    let totals = report.totals
    let target = report.target
    let ready = firstChoices.count { $0.readiness == .ready }
    let pending = firstChoices.count { $0.readiness == .pending }
    let villagesNote = target?.villages.map { "名额 \($0) 村" } ?? ""
    var tonnesNote = Quantity.range(totals.periodCredit.low, totals.periodCredit.high) ?? ""
    if !tonnesNote.isEmpty { tonnesNote = "区间 \(tonnesNote)" }
    var progress: Double?
    if let goal = target?.tonnes, goal > 0, let sum = totals.periodCredit.mid.number {
      progress = sum / goal
      let share = "目标 \(Quantity.tonnes(goal)) 的 \(Quantity.percent(fraction: sum / goal))"
      tonnesNote = tonnesNote.isEmpty ? share : "\(share)；\(tonnesNote)"
    }
    let figures = [
      KeyFigure(
        name: "候选村", value: "\(totals.villages)", unit: "村",
        note: ["可推进 \(ready)、待补件 \(pending)", villagesNote].filter { !$0.isEmpty }
          .joined(separator: "；")),
      KeyFigure(
        name: "计入面积", value: Quantity.hectares(totals.hectares), unit: "公顷",
        note: "\(Quantity.mu(hectares: totals.hectares)) 亩；"
          + "\(Quantity.number(Double(totals.subcompartmentsCounted))) / "
          + "\(Quantity.number(Double(totals.subcompartmentsTotal))) 个小班"),
      KeyFigure(
        name: "计入期减排量", value: text(totals.periodCredit.mid), unit: "tCO2e",
        note: tonnesNote, progress: progress),
      KeyFigure(
        name: "村集体净收益", value: Quantity.tenThousandYuan(totals.netToVillage), unit: "万元",
        note: "总收益 \(Quantity.tenThousandYuan(totals.gross)) 万元，计入期合计"),
    ]
    var blocks: [ReportBlock] = [.figures(figures)]
    if let target, let goal = target.tonnes, let sum = totals.periodCredit.mid.number {
      let gap = goal - sum
      let verdict =
        gap > 0
        ? "距目标尚差 \(Quantity.tonnes(gap)) tCO2e。" : "已超出目标 \(Quantity.tonnes(-gap)) tCO2e。"
      blocks.append(.note("目标依据：\(target.source)。\(verdict)\(totalsFootnote)"))
    } else {
      blocks.append(.note(totalsFootnote))
    }
    return ReportSection(heading: "总体情况", blocks: blocks)
  }

  private func text(_ value: ReportValue) -> String {
    value.number.map { Quantity.number($0) } ?? Quantity.missing
  }

  // MARK: Charts

  /// More bars than this do not fit a printed page; the ranking has them all.
  private static let mostBars = 40

  private func structure() -> ReportSection {
    var blocks: [ReportBlock] = []
    let bars = firstChoices.prefix(Self.mostBars).map { candidate in
      BarChart.Bar(
        label: "\(candidate.rank.map(String.init) ?? "") \(candidate.village.name)",
        mid: candidate.yearlyCredit.mid.number ?? .nan, low: candidate.yearlyCredit.low,
        high: candidate.yearlyCredit.high,
        classIndex: ReadinessGrade.allCases.firstIndex(of: candidate.readiness) ?? 0)
    }
    if !bars.isEmpty {
      let chart = BarChart(
        title: "各村年减排量", unit: "tCO2e/年",
        classes: ReadinessGrade.allCases.map(\.chartClass), bars: bars)
      let cut = firstChoices.count > bars.count ? "只画前 \(bars.count) 村。" : ""
      let caption = cut + (bandFootnote ?? "")
      blocks += [.heading("各村年减排量"), .image(chart.render(), caption: caption)]
    }
    // One bar rising to the next of the same height says nothing.
    if let path = report.creditPath, path.steps.count > 1 {
      var steps = path.steps.map { WaterfallChart.Step.change(label: $0.name, $0.tonnes) }
      steps.append(.sum(label: "年减排量"))
      let chart = WaterfallChart(
        title: "\(path.villageName)年减排量的构成", unit: "tCO2e/年", steps: steps)
      blocks += [
        .heading("减排量怎样得出：以\(path.villageName)为例"), .image(chart.render(), caption: ""),
      ]
    }
    if !report.ageGroups.isEmpty {
      let groups = AgeGroup.allCases.filter { $0 != .unknown } + [.unknown]
      let fills = Palette.sequence + [Palette.grey]
      let chart = StackedBars(
        title: "龄组面积", unit: "公顷",
        classes: zip(groups, fills).map { ChartClass(name: $0.chineseName, fill: $1) },
        bars: report.ageGroups.map { areas in
          StackedBars.Bar(label: areas.name, values: groups.map { areas.hectares[$0] ?? 0 })
        })
      blocks += [.heading("龄组结构"), .image(chart.render(), caption: "")]
    }
    return ReportSection(heading: "图表", blocks: blocks)
  }

  // MARK: Villages

  private func villages() -> ReportSection {
    // A rule that all share is said once.
    let rules = firstChoices.map(\.shareRule)
    let commonRule = rules.allSatisfy { $0 == rules.first } ? rules.first ?? "" : ""
    let cards = firstChoices.map { candidate in
      let village = candidate.village
      let facts = [
        ReportFact("计入面积", candidate.hectares.number.map(Quantity.area) ?? Quantity.missing),
        ReportFact(
          "计入小班",
          "\(candidate.subcompartmentsCounted) / \(candidate.subcompartmentsTotal) 个"),
        ReportFact("碳储量", unit(candidate.stock, "tC")),
        ReportFact("价格", unit(candidate.price, "元/tCO2e", places: 2)),
        ReportFact("总收益 / 村净收益", "\(text(candidate.gross)) / \(text(candidate.netToVillage)) 元"),
      ]
      let gaps = candidate.tenureGaps.map {
        "\($0.kind)：\($0.subcompartments) 个小班，\(Quantity.area($0.hectares))。\($0.remedy)"
      }
      return DetailCard(
        badge: candidate.rank.map(String.init) ?? Quantity.missing, title: village.name,
        subtitle: "\(village.county) \(village.town) · \(village.code)"
          + (showsMethods ? " · " + methodTitle(candidate) : ""),
        state: candidate.readiness.chineseName, tone: candidate.readiness.tone, facts: facts,
        items: [
          DetailCard.Item(heading: "还缺什么", lines: candidate.missingItems),
          DetailCard.Item(
            heading: "未计入的面积", lines: Self.exclusionLines(candidate)),
          DetailCard.Item(heading: "两期之间的减少", lines: candidate.losses.map(\.text)),
          DetailCard.Item(heading: "权属缺口", lines: gaps),
          DetailCard.Item(
            heading: "收益分配", lines: [candidate.shareRule].filter { $0 != commonRule && !$0.isEmpty }
          ),
        ])
    }
    var blocks: [ReportBlock] = cards.isEmpty ? [] : [.details(cards)]
    if !commonRule.isEmpty { blocks.insert(.note("收益分配：\(commonRule)"), at: 0) }
    return ReportSection(heading: "分村情况", blocks: blocks)
  }

  /// The whole once, then the reasons, of which several may concern one 小班.
  private static func exclusionLines(_ candidate: VillageCandidate) -> [String] {
    let reasons = candidate.exclusions.map(exclusionText)
    guard let whole = candidate.uncounted, !reasons.isEmpty else { return reasons }
    var sum = "共 \(whole.subcompartments) 个小班，\(Quantity.area(whole.hectares))"
    if reasons.count > 1 { sum += "；以下原因可重叠，不可相加" }
    return [sum] + reasons
  }

  private func unit(_ value: ReportValue, _ unit: String, places: Int = 0) -> String {
    value.number.map { "\(Quantity.number($0, places: places)) \(unit)" } ?? Quantity.missing
  }

  // MARK: Losses, tenure, quality, method, provenance

  private func losses() -> ReportSection {
    guard !report.losses.isEmpty else { return ReportSection(heading: "", blocks: []) }
    return ReportSection(
      heading: "两期之间的减少", blocks: [.table(LossLine.table(report.losses, title: ""))])
  }

  private func tenure() -> ReportSection {
    guard !report.tenureShares.isEmpty else { return ReportSection(heading: "", blocks: []) }
    let sum = report.tenureShares.reduce(0) { $0 + $1.hectares }
    var table = ReportTable(
      title: "",
      columns: [
        .text("权属状况"), .integer("小班", unit: "个"), .decimal("面积", unit: "公顷", places: 2),
        .decimal("面积", unit: "亩", places: 1), .percent("占比"),
      ])
    for share in report.tenureShares {
      table.append([
        .text(share.name), .number(Double(share.subcompartments)), .number(share.hectares),
        .number(Self.mu(share.hectares)), sum > 0 ? .number(share.hectares / sum) : .empty,
      ])
    }
    table.setTotal([
      .text("合计"),
      .number(Double(report.tenureShares.reduce(0) { $0 + $1.subcompartments })), .number(sum),
      .number(Self.mu(sum)), sum > 0 ? .number(1) : .empty,
    ])
    return ReportSection(heading: "权属概况", blocks: [.table(table)])
  }

  private func enclosure() -> ReportSection {
    guard !report.enclosures.isEmpty else { return ReportSection(heading: "", blocks: []) }
    return ReportSection(
      heading: "圈占资源预警", blocks: [.table(EnclosureLine.table(report.enclosures, title: ""))])
  }

  private func quality() -> ReportSection {
    guard !report.findings.isEmpty else { return ReportSection(heading: "", blocks: []) }
    return ReportSection(heading: "数据质量", blocks: [.table(bare(findingsTable()))])
  }

  private func methodSheet() -> ReportSection {
    var blocks: [ReportBlock] = []
    for method in report.methods {
      var table = ReportTable(
        title: "\(method.displayTitle) · \(method.edition)",
        subtitles: [
          "标识 \(method.identifier) · 依据等级：\(method.standing.chineseName) · "
            + (method.isFileable ? "可用于申报" : "不得用于申报"),
          "出处：\(method.citation)",
        ],
        columns: [
          .text("参数"), .text("取值", alignment: .trailing), .text("单位"),
          .text("依据等级", alignment: .centre),
        ])
      // Sources are long and often shared: each is printed once below and referred to by number.
      var sources: [String] = []
      for parameter in method.parameters {
        let number: Int
        if let index = sources.firstIndex(of: parameter.source) {
          number = index + 1
        } else {
          sources.append(parameter.source)
          number = sources.count
        }
        table.append([
          .text("\(parameter.name) [\(number)]"), .text(parameter.value), .text(parameter.unit),
          .text(parameter.standing.chineseName),
        ])
      }
      table.footnotes = sources.enumerated().map { "[\($0 + 1)] \($1)" }
      blocks.append(.table(table))
    }
    if !report.surrogates.isEmpty {
      var table = ReportTable(
        title: "替代项", columns: [.text("缺少"), .text("代之以"), .text("对结果的影响")])
      for surrogate in report.surrogates {
        table.append([
          .text(surrogate.subject), .text(surrogate.substitute), .text(surrogate.consequence),
        ])
      }
      blocks.append(.table(table))
    }
    return ReportSection(heading: "方法与参数", blocks: blocks)
  }

  private func provenance() -> ReportSection {
    guard !report.sources.isEmpty else { return ReportSection(heading: "", blocks: []) }
    return ReportSection(
      heading: "数据来源",
      blocks: [.fragment(HTMLFragment(markup: HTMLBuilder().sources(report.sources)))])
  }

  /// A table without the lines that the page already shows.
  private func bare(_ table: ReportTable) -> ReportTable {
    var table = table
    table.title = ""
    table.subtitles = []
    table.notices = []
    return table
  }
}
