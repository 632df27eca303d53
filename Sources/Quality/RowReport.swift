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
  /// The mapping of the file, for rules that need a code list or a unit.
  let mapping: MappingFile
  /// The year of the survey; nil where nobody said.
  let survey: Int?
  private let binding: ColumnBinding?
  private var rule: RuleDefinition
  private var policy: RulePolicy

  /// - Parameters:
  ///   - source: position of the file in the run's list of sources.
  ///   - rows: the batch's source rows.
  ///   - mapping: for the names that the file gives its columns.
  ///   - survey: the year of the survey; without it, rules about years are silent.
  public init(source: Int, rows: [Int64], mapping: MappingFile, survey: Int? = nil) {
    self.init(source: source, rows: rows, mapping: mapping, binding: nil, survey: survey)
  }

  /// The same with the mapping bound to the file, so that findings name the columns as the file
  /// does even where the mapping knows several names.
  public init(source: Int, rows: [Int64], binding: ColumnBinding, survey: Int?) {
    self.init(
      source: source, rows: rows, mapping: binding.mapping, binding: binding, survey: survey)
  }

  private init(
    source: Int, rows: [Int64], mapping: MappingFile, binding: ColumnBinding?, survey: Int?
  ) {
    self.source = source
    self.rows = rows
    self.mapping = mapping
    self.binding = binding
    self.survey = survey
    isQuarantined = [Bool](repeating: false, count: rows.count)
    rule = RuleDefinition("", "", summary: "", chineseRemedy: "", defaultPolicy: .ignore)
    policy = .ignore
  }

  /// Makes `rule` the one that reports from now on.
  public mutating func begin(_ rule: RuleDefinition, policy: RulePolicy) {
    self.rule = rule
    self.policy = policy
  }

  /// Whether the file has a column, or the mapping a constant, for a field.
  func isGiven(_ field: String) -> Bool {
    guard let binding else { return mapping[field] != nil }
    return binding.position(field) != nil || mapping[field]?.constant != nil
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
  ///   - isMinor: whether the row should go on even where the rule sets rows aside.
  public mutating func add(
    row: Int, field: String, value: String, detail: String = "", isMinor: Bool = false
  ) {
    let policy = isMinor && self.policy == .quarantine ? .warn : self.policy
    let action: Finding.Action
    let severity: Finding.Severity
    switch policy {
    case .ignore: return
    case .warn: (action, severity) = (.accepted, rule.severity)
    case .repair: (action, severity) = (.repaired, rule.severity)
    case .quarantine: (action, severity) = (.quarantined, .error)
    case .stop: (action, severity) = (.quarantined, .error)
    }
    let finding = Finding(
      rule: rule.identifier, severity: severity, source: source, sourceRow: rows[row],
      field: columnName(field), value: value, action: action, detail: detail)
    if policy == .stop { stops.append(finding) } else { findings.append(finding) }
    if action == .quarantined { isQuarantined[row] = true }
  }

  private func columnName(_ field: String) -> String {
    binding?.columnName(field) ?? mapping[field]?.names.first ?? field
  }
}
