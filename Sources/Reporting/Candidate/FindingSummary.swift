public import Inventory

/// What one rule found in the data, summed over its rows.
public struct FindingSummary: Sendable, Equatable {
  public var rule: String
  public var severity: Finding.Severity
  public var action: Finding.Action
  public var count: Int
  /// Area concerned, ha, where the rule is about areas.
  public var hectares: Double?
  /// What it means and what to do, in Chinese.
  public var explanation: String

  public init(
    rule: String, severity: Finding.Severity, action: Finding.Action, count: Int,
    hectares: Double?, explanation: String
  ) {
    self.rule = rule
    self.severity = severity
    self.action = action
    self.count = count
    self.hectares = hectares
    self.explanation = explanation
  }

  var severityName: String {
    switch severity {
    case .information: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }

  var actionName: String {
    switch action {
    case .accepted: "采用"
    case .repaired: "已修正"
    case .quarantined: "已隔离"
    }
  }
}
