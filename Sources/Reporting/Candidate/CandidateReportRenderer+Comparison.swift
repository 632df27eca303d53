import Inventory

extension CandidateReportRenderer {
  /// The same land by every method side by side: a village chooses one, since one 小班 and year can
  /// be credited once only. Empty where there is nothing to compare.
  func comparison() -> ReportSection {
    guard !alternatives.isEmpty else { return ReportSection(heading: "", blocks: []) }
    let html = HTMLBuilder()
    var columns: [ReportColumn] = [.rank("名次"), .text("村")]
    columns += report.methods.map {
      .integer(Self.columnName($0), unit: "计入期 tCO2e（村净收益）")
    }
    var markup = #"<div class="table">"#
    markup += notices.map { html.element("p", "notice", $0) }.joined()
    markup += #"<table class="ranking"><thead><tr>"#
    markup += columns.map(html.heading).joined() + "</tr></thead><tbody>"
    for chosen in firstChoices {
      let rank = chosen.rank.map { html.element("span", "rank", String($0)) } ?? ""
      markup += #"<tr><td class="mid">\#(rank)</td><td class="keep">"#
      markup += MarkupText.escape(chosen.village.name)
      markup += html.element("span", "sub", chosen.village.town) + "</td>"
      for method in report.methods { markup += cell(chosen.village, method) }
      markup += "</tr>"
    }
    return ReportSection(
      heading: "方法比较",
      blocks: [
        .note("同一小班同一年只能进入一个机制，各方法的数字不可相加；★ 为该村首选。"),
        .fragment(HTMLFragment(markup: markup + "</tbody></table></div>")),
      ])
  }

  private func cell(_ village: Village, _ method: MethodFacts) -> String {
    let candidate = report.candidates.first {
      $0.village.code == village.code && $0.method == method.identifier
    }
    guard let candidate else { return #"<td class="num missing">\#(Quantity.missing)</td>"# }
    let credit = candidate.periodCredit.mid.number.map { Quantity.number($0) } ?? Quantity.missing
    let net =
      candidate.netToVillage.number.map { Quantity.number($0) + " 元" } ?? "价格未知"
    return pair((candidate.isFirstChoice ? "★ " : "") + credit, net)
  }

  /// The method's name without what the banner says anyway.
  private static func columnName(_ method: MethodFacts) -> String {
    var name = method.title
    for suffix in ["（替代参数）", "（替代算法）"] where name.hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return method.isFileable ? name : name + "（替代）"
  }
}
