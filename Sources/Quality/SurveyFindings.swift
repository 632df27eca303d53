public import Inventory
internal import Mapping

/// What rules about a whole file, or about two surveys, found. Their findings
/// mostly have no row: `sourceRow` is -1.
public struct SurveyFindings: Sendable, Equatable {
  public private(set) var findings: [Finding] = []
  /// Findings of rules whose policy is `stop`. A file cannot be set aside, so `quarantine` counts
  /// as `stop`.
  public private(set) var stops: [Finding] = []

  public init() {}

  /// Reports by the policy of the rule.
  ///
  /// - Parameter row: the source row, where one stands for the finding.
  public mutating func add(
    _ rule: RuleDefinition, _ catalog: RuleCatalog, source: Int, row: Int64 = -1, field: String,
    value: String, detail: String
  ) {
    var finding = Finding(
      rule: rule.identifier, severity: rule.severity, source: source, sourceRow: row, field: field,
      value: value, action: .accepted, detail: detail)
    switch catalog.policy(rule) {
    case .ignore: return
    case .warn, .repair: findings.append(finding)
    case .quarantine, .stop:
      finding.severity = .error
      stops.append(finding)
    }
  }

  /// Two decimals.
  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// A share as a percentage with one decimal.
  static func percent(_ part: Double, of whole: Double) -> String {
    let tenths = Int((1000 * part / whole).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
