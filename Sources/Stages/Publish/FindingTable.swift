internal import Archive
internal import Inventory
internal import Pipeline
internal import Quality
internal import Reporting

/// Findings of ingest and tenure, summed by rule and action.
enum FindingTable {
  static func summaries(_ context: StageContext) throws -> [FindingSummary] {
    let ingest = try Connection(
      path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
        + InventorySchema.fileName, mode: .readOnly)
    let tenure = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    let ingestRows = try ingest.columns(
      """
      SELECT rule, severity, action, COUNT(*), SUM(area_ha) FROM finding
      GROUP BY rule, severity, action ORDER BY rule, action
      """, kinds: [.text, .text, .text, .integer, .real])
    let tenureRows = try tenure.columns(
      """
      SELECT rule, severity, action, COUNT(*), NULL FROM tenure_finding
      GROUP BY rule, severity, action ORDER BY rule, action
      """, kinds: [.text, .text, .text, .integer, .real])
    let quantify = try Connection(
      path: try context.upstreamFolder(StageName.quantify.rawValue) + "/"
        + QuantitySchema.fileName, mode: .readOnly)
    let pairingRows = try quantify.columns(
      "SELECT 'moved-key', 'warning', 'accepted', moved, moved_area_ha FROM pairing WHERE moved > 0",
      kinds: [.text, .text, .text, .integer, .real])
    return try summaries(ingestRows) + summaries(pairingRows) + summaries(tenureRows)
  }

  private static func summaries(_ set: ColumnSet) throws -> [FindingSummary] {
    let (rules, severities, actions) = (
      try set.texts(0), try set.texts(1), try set.texts(2)
    )
    let (counts, areas) = (try set.integers(3), try set.reals(4))
    return (0..<set.rows).map { row in
      FindingSummary(
        rule: rules[row], severity: Finding.Severity(rawValue: severities[row]) ?? .warning,
        action: Finding.Action(rawValue: actions[row]) ?? .accepted, count: Int(counts[row]),
        hectares: areas[row].isFinite ? areas[row] : nil,
        explanation: explanation(of: rules[row]))
    }
  }

  private static func explanation(of rule: String) -> String {
    if let definition = RuleCatalog.definitions.first(where: { $0.identifier == rule }) {
      return "\(definition.chineseTitle)。\(definition.chineseRemedy)"
    }
    return tenureTexts[rule] ?? rule
  }

  private static let tenureTexts = [
    "moved-key": "编号在前期属于另一块地（重新编号），不按编号而按空间叠置匹配。",
    "reference-invalid-geometry": "参考图层（宗地、排除范围、已计入土地）图形自相交，叠加前已重建；修复前后面积见明细。",
    "reference-unusable-geometry": "参考图层的图形不是可用的多边形，未参与叠加。",
    "tenure-title-void": "登记已注销、作废、属历史登记或无证，不作权属依据。",
    "tenure-list-notes-cancellation": "仅清册注明已注销或属历史登记，按无权属依据处理。",
    "tenure-list-certificate-unmatched": "清册一行列有多个证号，其中的这一个在宗地中找不到。",
    "tenure-missing-holder": "林权记录缺少权利人。",
    "tenure-missing-certificate": "林权记录缺少证号。",
    "tenure-duplicate-certificate": "同一证号、同一宗地重复登记。",
    "tenure-parcel-under-several-certificates": "同一宗地有多本证（重复发证）。",
    "tenure-certificate-of-several-holders": "同一证号对应不同权利人的宗地，请核对证号。",
    "tenure-temporary-parcel-number": "临时不动产单元号，待正式登记。",
    "tenure-unreadable-area": "证载面积无法识别。",
    "tenure-area-unit-unknown": "证载面积没有单位，请在映射文件中注明。",
    "tenure-area-unit-differs": "证载面积单位与表头不一致，以单元格为准。",
    "tenure-area-zero": "证载面积为零。",
    "tenure-unreadable-term-end": "终止日期无法识别。",
    "tenure-term-ends-before-start": "终止日期早于起始日期。",
    "tenure-ambiguous-holders": "一格内多个权利人，分隔不明确。",
    "tenure-holders-not-all-named": "权利人未全部列明（等）。",
    "tenure-text-disagrees-with-map": "文字所指宗地与图形不一致，以图形为准。",
    "tenure-labels-disagree-with-map": "宗地所注林班、小班号与其所在小班不一致，以图形为准。",
    "tenure-claims-on-one-spot": "不同权利人的宗地压盖同一处（重复发证），压盖面积不计为权属清晰。",
    "tenure-total-differs": "合计行与各行之和不符。",
    "tenure-dispute-unclear": "争议栏的内容既非“是”也非“否”，按无法判定处理。",
    "tenure-list-holder-differs": "清册与宗地的权利人不一致，以宗地为准，权属按无法判定处理。",
    "tenure-list-area-differs": "清册与宗地的证载面积不一致，以宗地为准。",
    "tenure-list-term-differs": "清册与宗地的使用期限不一致；只有一方到期时按无法判定处理。",
    "tenure-list-notes-dispute": "仅清册注明有争议，按有争议处理。",
    "tenure-list-record-unmatched": "清册记录未能与任何宗地或小班对应，请核对证号、宗地号。",
    "tenure-area-differs-from-polygon": "证载面积与宗地图形面积相差超过容差（首轮林改目测勾图常差 10–30 %）。",
    "reference-reaches-past-zone": "图层范围远超其坐标带，请确认坐标系无误。",
    "claimed-twice": "两个小班画在同一土地上，由先列出的小班主张，已从本小班扣除。",
    "credited-row-not-placed": "已计入的一行既无图形、又未能落到小班，该村小班是否重复计入无法判定。",
    "exclusion-without-polygon": "排除范围的一行没有图形，不能说任何小班不在其内。",
    "credited-years-unknown": "已计入土地的年份缺失、无法识别或不合理，按占用所有年份处理。",
  ]
}
