internal import Inventory
internal import Reporting
internal import Stages

/// An explanation for people, 80 columns wide. Facts out of parameter files carry a number that
/// leads to their source at the end.
struct ExplanationText {
  private var out = AlignedText(labelWidth: 12)
  private var sources: [Provenance] = []

  init(_ explanation: SubcompartmentExplanation) {
    heading(explanation)
    if !explanation.notice.isEmpty { out.field("注意", explanation.notice) }
    row(explanation.subject, title: "一、源记录与入库值（\(explanation.subject.survey) 年）")
    findings(explanation.subject)
    if let earlier = explanation.earlier {
      row(earlier, title: "前期记录（\(earlier.survey) 年）")
      findings(earlier)
    }
    if let title = explanation.title { append(title) }
    if let growth = explanation.growth { Self.append(growth, to: &out) }
    for method in explanation.methods { append(method) }
    footer(explanation)
  }

  var text: String { out.text }

  // MARK: What and where

  private mutating func heading(_ explanation: SubcompartmentExplanation) {
    let (subject, place) = (explanation.subject, explanation.place)
    out.heading("小班 \(subject.key)")
    out.field(
      "位置",
      "\(place.countyName)\(place.townName)\(place.villageName)（\(place.villageCode)）"
        + "林班 \(place.compartment) 小班 \(place.number)")
    out.field(
      "入库行号", "\(subject.row)，\(subject.survey) 年调查，\(explanation.state.chineseName)")
    out.field("运行", explanation.run.identifier)
    out.field("结果目录", explanation.run.results.map(\.folder).joined(separator: " "))
    for note in explanation.notes { out.item(note, mark: "※") }
  }

  // MARK: Source and values

  private static let valueColumns: [(width: Int, isNumber: Bool)] = [
    (18, false), (11, false), (14, true), (22, true), (7, false),
  ]

  private mutating func row(_ row: SurveyRow, title: String) {
    out.line("")
    out.heading(title)
    let source = row.source
    out.field("文件", "\(source.file)，图层 \(source.layer)（\(source.driver)）")
    out.field("源行", "要素号 \(source.row)；映射 \(source.mapping)；入库行号 \(row.row)")
    out.field("编码", source.encoding)
    out.field("坐标", source.coordinates)
    let problem = source.problem.isEmpty ? "" : "（\(source.problem)）"
    out.field("源值", source.standing.chineseName + problem)
    out.line("")
    out.row(["因子", "源字段", "源值", "入库值", "单位"], Self.valueColumns)
    for value in row.values {
      let unit = value.columnUnit.isEmpty || value.columnUnit == "1" ? "" : " " + value.columnUnit
      out.row(
        [
          value.chineseName, value.column,
          value.sourceText.map { $0.isEmpty ? "空" : $0 + unit } ?? "",
          value.text.map { $0.isEmpty ? "—" : $0 } ?? Self.number(value),
          value.text == nil ? value.unit : "",
        ], Self.valueColumns)
      if let code = value.code {
        let standing = Standing(rawValue: code.standing)?.chineseName ?? code.standing
        out.paragraph("代码 \(code.code) = \(code.name)，含义 \(code.meaning)（\(standing)）", indent: 20)
      }
    }
    let mapped = Set(row.values.map(\.column))
    let others = row.source.columns.count { !mapped.contains($0.name) }
    if others > 0 { out.item("源记录另有 \(others) 个未映射字段，见 --json", mark: "※") }
  }

  /// Years are written without separators.
  private static func number(_ value: SurveyRow.MappedValue) -> String {
    let text = AlignedText.number(value.number)
    return value.field == "plantingYear" ? text.replacing(",", with: "") : text
  }

  private mutating func findings(_ row: SurveyRow) {
    out.line("")
    guard !row.findings.isEmpty else {
      out.line("质量检查：未发现问题")
      return
    }
    out.line("质量检查：")
    for finding in row.findings {
      let action =
        switch Finding.Action(rawValue: finding.action) {
        case .accepted: "照用"
        case .repaired: "已修正"
        case .quarantined: "已隔离"
        case nil: finding.action
        }
      let value = finding.value.isEmpty ? "" : "，原值 \(finding.value)"
      let detail = finding.detail.isEmpty ? "" : "；\(finding.detail)"
      out.item(
        "\(finding.chineseTitle)（\(finding.rule)）：\(finding.field)\(value)，\(action)\(detail)")
      out.item("建议：" + finding.chineseRemedy, mark: " ", indent: 4)
    }
  }

  // MARK: Title

  private mutating func append(_ title: TitleExplanation) {
    out.line("")
    out.heading("二、林权与占用")
    out.field("权属状态", "\(title.titleName)；\(title.termName)")
    for reason in title.reasons { out.item("\(reason.code) \(reason.text)") }
    out.field(
      "面积份额",
      "清晰 \(share(title.clearShare))，无证 \(share(title.untitledShare))，"
        + "重叠 \(share(title.contestedShare))，争议 \(share(title.disputedShare))，"
        + "期限不足 \(share(title.expiringShare))")
    out.field(
      "排除范围", title.hasExclusions ? "占 " + share(title.excludedShare) : "未提供图层，无法判定")
    let mechanisms = title.creditedMechanisms.isEmpty ? "" : "（\(title.creditedMechanisms)）"
    out.field(
      "已计入范围",
      title.hasCredited ? "占 " + share(title.creditedShare) + mechanisms : "未提供图层，无法判定")
    if title.claims.isEmpty { out.field("宗地", "无") }
    for claim in title.claims {
      out.field(
        "宗地",
        "\(claim.parcel.isEmpty ? "（无宗地号）" : claim.parcel)，证号 "
          + "\(claim.certificate.isEmpty ? "缺" : claim.certificate)")
      out.field(
        "",
        "\(claim.holder.isEmpty ? "权利人缺" : claim.holder)（\(claim.holderType)），"
          + "至 \(claim.termEnd.isEmpty ? "缺" : claim.termEnd)"
          + (claim.isDisputed ? "，登记有争议" : ""))
      let rights = [
        ("林地所有权人", claim.landOwner), ("林地使用权人", claim.landUser), ("林木所有权人", claim.treeOwner),
        ("林木使用权人", claim.treeUser),
      ].filter { !$0.1.isEmpty }
      if !rights.isEmpty {
        out.field("", rights.map { "\($0.0) \($0.1)" }.joined(separator: "，"))
      }
      out.field(
        "",
        "占 \(share(claim.share))，\(AlignedText.number(claim.area, places: 4)) ha；"
          + "依据 \(claim.evidenceName)（把握 \(AlignedText.number(claim.confidence))）；"
          + "\(claim.file) 第 \(claim.sourceRow) 行")
    }
  }

  private func share(_ share: Double?) -> String {
    share.map { Quantity.percent(fraction: $0, places: 2) } ?? Quantity.missing
  }

  // MARK: Methods

  private static let stepColumns: [(width: Int, isNumber: Bool)] = [
    (5, false), (35, false), (16, true), (12, false), (4, false),
  ]
  private static let resultColumns: [(width: Int, isNumber: Bool)] = [
    (16, false), (18, true), (18, true), (12, false), (6, false),
  ]

  private mutating func append(_ method: MethodExplanation) {
    out.line("")
    out.heading("三、\(method.title)")
    out.field("标识", "\(method.id)，版本 \(method.edition)")
    out.field("参数", method.parameters)
    out.field("依据", method.citation)
    out.field("公式", method.formula)
    out.field(
      "可靠程度",
      method.standing.chineseName + (method.notice.isEmpty ? "" : "；" + method.notice))
    out.field("状态", "\(method.statusName)；增长依据：\(method.evidence)")
    for remark in method.remarks { out.item(remark, mark: "※") }
    for choice in method.species {
      out.field(
        "\(choice.date)树种",
        "\(choice.species)（\(choice.group)）：\(choice.choice)"
          + (choice.provenance.map { note($0) } ?? ""))
    }
    out.line("")
    out.row(["符号", "含义", "值", "单位", "来源"], Self.stepColumns)
    for step in method.steps {
      out.row(
        [
          step.symbol, step.meaning, AlignedText.number(step.value), step.unit,
          step.provenance.map { note($0) } ?? "",
        ], Self.stepColumns)
      if !step.formula.isEmpty {
        // A formula that names its own left side is printed as it is.
        out.paragraph(
          (step.formula.contains(" = ") && !step.formula.contains("，") ? "" : "= ") + step.formula,
          indent: 7)
      }
    }
    out.line("")
    out.row(["结果", "推导值", "存储值", "单位", "一致"], Self.resultColumns)
    for result in method.results {
      out.row(
        [
          result.chineseName, AlignedText.number(result.explained),
          AlignedText.number(result.stored), result.unit, result.agrees ? "是" : "否",
        ], Self.resultColumns)
    }
    for difference in method.differences { out.item(difference, mark: "✗") }
    out.line(
      method.agrees ? "推导结果与存储的计量结果逐位一致。" : "错误：推导结果与存储的计量结果不一致。")
    if let band = method.band { Self.append(band, to: &out) }
    if let screening = method.screening { append(screening) }
  }

  private mutating func append(_ screening: MethodExplanation.Screening) {
    out.line("")
    let share = share(screening.eligibleShare)
    out.line("适用条件：\(screening.verdictName)；可计入面积份额 \(share)")
    if let tonnes = screening.contribution {
      let kind = screening.verdict == "pass" ? "计入本村" : "列入本村待定"
      out.line("\(kind)：计入期减排量 × 可计入份额 = \(AlignedText.number(tonnes)) tCO2e")
    }
    for rule in screening.rules {
      let demand = rule.demand.isEmpty ? "" : "（\(rule.demand)）"
      out.item(
        "\(rule.verdictName)  \(rule.chineseTitle)\(demand)：" + rule.observed.joined(separator: "，")
      )
      out.item("条款：\(rule.clause)" + note(rule.provenance), mark: " ", indent: 4)
    }
  }

  // MARK: Sources

  /// The number of a source; equal ones share it.
  private mutating func note(_ provenance: Provenance) -> String {
    if let known = sources.firstIndex(of: provenance) { return "[\(known + 1)]" }
    sources.append(provenance)
    return "[\(sources.count)]"
  }

  private mutating func footer(_ explanation: SubcompartmentExplanation) {
    guard !sources.isEmpty else { return }
    out.line("")
    out.heading("来源")
    for (index, source) in sources.enumerated() {
      let confidence = source.confidence.map { "，把握 \($0)" } ?? ""
      out.item(
        "\(source.standing.chineseName)\(confidence)：\(source.source)", mark: "[\(index + 1)]",
        indent: 0)
    }
  }
}
