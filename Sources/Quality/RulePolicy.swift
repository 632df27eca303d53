/// What a pipeline wants done with the rows that a rule finds.
public enum RulePolicy: String, Sendable, CaseIterable {
  /// The rule is not applied.
  case ignore
  /// The row goes on unchanged; the finding is recorded.
  case warn
  /// The value is put right where the rule knows how; the finding says what it was.
  case repair
  /// The row is set aside whole and takes no further part.
  case quarantine
  /// The stage ends with an error after all files have been read, nothing is written.
  case stop
}
