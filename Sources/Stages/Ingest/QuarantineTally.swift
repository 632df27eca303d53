internal import Inventory
internal import Quality

/// Counts by survey and rule what was set aside, with the first row of each.
struct QuarantineTally: Sendable {
  private struct Key: Hashable {
    var survey: Int
    var rule: String
  }

  private var reasons: [Key: TooFewUsable.Reason] = [:]

  mutating func add(_ finding: Finding, of source: IngestSource) {
    guard finding.action == .quarantined else { return }
    let key = Key(survey: source.survey, rule: finding.rule)
    if reasons[key] != nil {
      reasons[key]?.count += 1
      return
    }
    let definition = RuleCatalog.definitions.first { $0.identifier == finding.rule }
    reasons[key] = TooFewUsable.Reason(
      rule: finding.rule, chineseTitle: definition?.chineseTitle ?? "", count: 1,
      path: source.file.displayPath, field: finding.field, value: finding.value,
      row: finding.sourceRow)
  }

  /// Most frequent first; of equally frequent ones in the order of their names.
  func sorted(survey: Int) -> [TooFewUsable.Reason] {
    reasons.filter { $0.key.survey == survey }.values.sorted {
      ($1.count, $0.rule) < ($0.count, $1.rule)
    }
  }
}
