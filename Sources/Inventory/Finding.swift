/// Something a rule noticed about one source row. Findings are results: they are stored and
/// counted, they never end a run by being thrown.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable, Codable {
    case information
    case warning
    case error
  }

  /// What was done with the row because of it.
  public enum Action: String, Sendable, CaseIterable, Codable {
    case accepted
    case repaired
    case quarantined
  }

  /// The rule's identifier, such as `unknown-species-code`.
  public var rule: String
  public var severity: Severity
  /// Position of the file in the run's list of sources.
  public var source: Int
  /// Row in that file, counted from 0 as GDAL counts features.
  public var sourceRow: Int64
  /// The field concerned, as the file names it.
  public var field: String
  /// The value found, as text; cut where it is long (`excerpt`).
  public var value: String
  public var action: Action
  /// What a person should know beyond the rule's own text; may be empty.
  public var detail: String

  public init(
    rule: String, severity: Severity, source: Int, sourceRow: Int64, field: String, value: String,
    action: Action, detail: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.source = source
    self.sourceRow = sourceRow
    self.field = Self.excerpt(field)
    self.value = Self.excerpt(value)
    self.action = action
    self.detail = Self.excerpt(detail, limit: Self.longestDetail)
  }
}
