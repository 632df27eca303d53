import Inventory

extension CandidateReportRenderer {
  /// The ranking for the page: main figures with their companions in small type below.
  func ranking() -> ReportSection {
    guard !report.candidates.isEmpty else { return ReportSection(heading: "", blocks: []) }
    let html = HTMLBuilder()
    let columns: [ReportColumn] = [
      .rank("名次"), .text("村"), .decimal("计入面积", unit: "公顷（亩）", places: 2),
      .integer("计入小班", unit: "个 / 全部"),
      .decimal("年增汇", unit: "tCO2e/公顷·年", places: 2),
      .integer("年减排量", unit: "tCO2e/年（区间）"),
      .integer("计入期减排量", unit: "tCO2e（区间）"),
      .integer("村净收益", unit: report.isRankedByCautiousNet ? "元（低值 P10，排序依据）" : "元"),
      .text("就绪程度", alignment: .centre),
    ]
    var markup = #"<div class="table">"#
    markup += notices.map { html.element("p", "notice", $0) }.joined()
    markup += #"<table class="ranking"><thead><tr>"#
    markup += columns.map(html.heading).joined() + "</tr></thead><tbody>"
    func line(_ style: String, _ text: String) -> String {
      #"<tr class="\#(style)"><td colspan="\#(columns.count)">\#(MarkupText.escape(text))</td></tr>"#
    }
    for (index, candidate) in firstChoices.enumerated() {
      markup += row(candidate, html)
      if let quota = quotaLine(after: index) { markup += line("cut", quota) }
    }
    markup += #"</tbody><tbody class="total">\#(totalRow())</tbody></table>"#
    for note in rankingTable().allFootnotes { markup += html.element("p", "small", note) }
    return ReportSection(
      heading: "候选村排序", blocks: [.fragment(HTMLFragment(markup: markup + "</div>"))])
  }

  private func row(_ candidate: VillageCandidate, _ html: HTMLBuilder) -> String {
    var place = candidate.village.town
    if report.countyNames.count > 1 { place = "\(candidate.village.county) \(place)" }
    let rank = candidate.rank.map { html.element("span", "rank", String($0)) } ?? ""
    var markup = #"<tr><td class="mid">\#(rank)</td><td class="keep">"#
    markup += MarkupText.escape(candidate.village.name) + html.element("span", "sub", place)
    if showsMethods { markup += html.element("span", "sub", methodTitle(candidate)) }
    markup += "</td>"
    markup += figure(candidate.hectares, places: 2) { Quantity.mu(hectares: $0) + " 亩" }
    markup += pair(
      Quantity.number(Double(candidate.subcompartmentsCounted)),
      "/ \(Quantity.number(Double(candidate.subcompartmentsTotal)))")
    markup += figure(candidate.incrementRate, places: 2) { _ in "" }
    markup += estimate(candidate.yearlyCredit) + estimate(candidate.periodCredit)
    markup += figure(candidate.netToVillage, places: 0) { _ in
      guard report.isRankedByCautiousNet, let low = candidate.cautiousNet else { return "" }
      return "低值 " + Quantity.number(low)
    }
    let pill = html.pill(candidate.readiness.chineseName, candidate.readiness.tone)
    return markup + #"<td class="mid">\#(pill)</td></tr>"#
  }

  private func totalRow() -> String {
    let totals = report.totals
    var markup = "<tr><td></td><td>合计 \(totals.villages) 村</td>"
    markup += figure(.known(totals.hectares), places: 2) { Quantity.mu(hectares: $0) + " 亩" }
    markup += pair(
      Quantity.number(Double(totals.subcompartmentsCounted)),
      "/ \(Quantity.number(Double(totals.subcompartmentsTotal)))")
    if let rate = totals.incrementRate {
      markup += figure(.known(rate), places: 2) { _ in "" }
    } else {
      markup += "<td></td>"
    }
    markup += estimate(totals.yearlyCredit) + estimate(totals.periodCredit)
    return markup + figure(.known(totals.netToVillage), places: 0) { _ in "" } + "<td></td></tr>"
  }

  private func estimate(_ estimate: Estimate) -> String {
    figure(estimate.mid, places: 0) { _ in Quantity.range(estimate.low, estimate.high) ?? "" }
  }

  private func figure(
    _ value: ReportValue, places: Int, companion: (Double) -> String
  ) -> String {
    if case .missing(let reason) = value {
      let title = MarkupText.escape(reason.explanation)
      return #"<td class="num missing" title="\#(title)">\#(Quantity.missing)</td>"#
    }
    guard let number = value.number else { return #"<td class="num">\#(Quantity.missing)</td>"# }
    return pair(HTMLBuilder.sign(Quantity.number(number, places: places)), companion(number))
  }

  func pair(_ main: String, _ companion: String) -> String {
    let below = companion.isEmpty ? "" : HTMLBuilder().element("span", "sub", companion)
    return #"<td class="num">\#(MarkupText.escape(main))\#(below)</td>"#
  }
}
