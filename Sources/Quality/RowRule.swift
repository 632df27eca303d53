public import Mapping

/// A check of mapped rows, one batch at a time. Rules see values only; they hold no state, so
/// that batches may be checked on any thread.
public protocol RowRule: Sendable {
  static var definition: RuleDefinition { get }

  /// Looks at every row and reports what it finds; with the policy `repair` it mends the rows.
  static func check(_ rows: inout SurveyRows, _ report: inout RowReport)
}
