internal import Inventory
internal import Quality

/// Counts findings by rule and keeps the first of each.
struct ProblemTally {
  private var counts: [String: Int] = [:]
  private var examples: [String: Finding] = [:]

  /// Fields for which the layer has no column: that each of them is empty is no news.
  private let absent: Set<String>

  init(absent: Set<String>) { self.absent = absent }

  mutating func add(_ report: RowReport) {
    for finding in report.stops { add(finding) }
    for finding in report.findings { add(finding) }
  }

  /// Takes in what rules about the whole file found.
  mutating func add(_ found: SurveyFindings) {
    for finding in found.stops + found.findings { add(finding) }
  }

  private mutating func add(_ finding: Finding) {
    if absent.contains(finding.field) { return }
    counts[finding.rule, default: 0] += 1
    if examples[finding.rule] == nil { examples[finding.rule] = finding }
  }

  /// Rules that stop a run first, then those that set rows aside, then those about the whole file,
  /// then by number of rows.
  func worst(_ limit: Int) -> [ProblemCount] {
    let found = RuleCatalog.definitions.enumerated().compactMap { place, rule in
      counts[rule.identifier].map { (place: place, rule: rule, count: $0) }
    }
    return found.sorted { a, b in
      let (first, second) = (Self.weight(a.rule), Self.weight(b.rule))
      if first != second { return first > second }
      if a.count != b.count { return a.count > b.count }
      return a.place < b.place
    }.prefix(limit).map { entry in
      let example = examples[entry.rule.identifier]
      return ProblemCount(
        rule: entry.rule.identifier, chineseTitle: entry.rule.chineseTitle,
        summary: entry.rule.summary, policy: entry.rule.defaultPolicy.rawValue,
        rows: entry.count, isOfFile: entry.rule.scope == .file, exampleRow: example?.sourceRow ?? 0,
        exampleField: example?.field ?? "", exampleValue: example?.value ?? "",
        exampleDetail: example?.detail ?? "")
    }
  }

  private static func weight(_ rule: RuleDefinition) -> Int {
    switch rule.defaultPolicy {
    case .stop: 4
    case .quarantine: 3
    case .repair: 2
    case .warn, .ignore: rule.scope == .file && rule.severity != .information ? 1 : 0
    }
  }
}
