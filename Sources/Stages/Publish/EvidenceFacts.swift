internal import Accounting
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Screening

/// On what evidence growth rests, for the head of the report.
enum EvidenceFacts {
  static func facts(_ context: StageContext, _ survey: LatestSurvey) throws -> [ReportFact] {
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let stands = survey.stands
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: GrowthEvidence.allCases.count)
    for (row, evidence) in try quantities.columns(method: 0).evidence.enumerated()
    where stands.area[row].isFinite {
      sums[Int(evidence.rawValue)].add(stands.area[row])
    }
    let areas = EvidenceRung.allCases.compactMap { rung -> String? in
      let area = sums[Int(rung.rawValue)].value
      return area > 0 ? "\(rung.chineseName) \(Quantity.hectares(area)) 公顷" : nil
    }
    var facts = [ReportFact("增长依据", areas.joined(separator: "；"))]
    if let matching = try quantities.matching() {
      facts.append(
        ReportFact(
          "两期匹配",
          "\(matching.overlaid) 个小班按空间叠置匹配（分割、合并或重划）；"
            + "\(matching.unmatched) 个小班（\(Quantity.hectares(matching.area)) 公顷）未能匹配"))
    }
    if let models = try quantities.modelComparison(stands) {
      facts.append(
        ReportFact(
          "两种生长模型",
          "\(models.subcompartments) 个小班的年蓄积增长：所用模型 \(Quantity.number(models.chosen)) m³，"
            + "另一模型 \(Quantity.number(models.other)) m³"))
    }
    facts += try GrowthModelFacts.facts(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    return facts
  }
}
