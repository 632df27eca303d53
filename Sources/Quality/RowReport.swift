public import Inventory
public import Mapping

/// What the rules found in one batch, row by row, and which rows must be set aside.
public struct RowReport: Sendable {
  /// The findings so far, in the order of rules and then of rows.
  public private(set) var findings: [Finding] = []
  /// Findings of rules whose policy is `stop`.
  public private(set) var stops: [Finding] = []
  /// Whether a row is quarantined; one entry a row.
  public private(set) var isQuarantined: [Bool]

  private let source: Int
  private let rows: [Int64]
  private let mapping: MappingFile
  private var rule: RuleDefinition
  private var policy: RulePolicy

  /// - Parameters:
  ///   - source: position of the file in the run's list of sources.
  ///   - rows: the batch's source rows.
  ///   - mapping: for the names that the file gives its columns.
  public init(source: Int, rows: [Int64], mapping: MappingFile) {
    self.source = source
    self.rows = rows
    self.mapping = mapping
    isQuarantined = [Bool](repeating: false, count: rows.count)
    rule = RuleDefinition("", "", summary: "", chineseRemedy: "", defaultPolicy: .ignore)
    policy = .ignore
  }

  /// Makes `rule` the one that reports from now on.
  public mutating func begin(_ rule: RuleDefinition, policy: RulePolicy) {
    self.rule = rule
    self.policy = policy
  }

  /// Whether the rule at work should put right what it finds.
  public var shouldRepair: Bool { policy == .repair }

  /// Reports one row.
  ///
  /// - Parameters:
  ///   - row: position in the batch.
  ///   - field: field of the vocabulary.
  ///   - value: what was found, as text.
  ///   - detail: what a person should know beyond the rule's own text.
  public mutating func add(row: Int, field: String, value: String, detail: String = "") {
    let action: Finding.Action
    let severity: Finding.Severity
    switch policy {
    case .ignore: return
    case .warn: (action, severity) = (.accepted, .warning)
    case .repair: (action, severity) = (.repaired, .warning)
    case .quarantine: (action, severity) = (.quarantined, .error)
    case .stop: (action, severity) = (.quarantined, .error)
    }
    let finding = Finding(
      rule: rule.identifier, severity: severity, source: source, sourceRow: rows[row],
      field: mapping[field]?.names.first ?? field, value: value, action: action, detail: detail)
    if policy == .stop { stops.append(finding) } else { findings.append(finding) }
    if action == .quarantined { isQuarantined[row] = true }
  }
}
