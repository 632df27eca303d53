internal import Inventory

/// The 起源 is one of those the clause admits. An unknown 起源 cannot be told.
public struct OriginRule: ScreeningRule {
  public static let identifier = "origin"
  public static let chineseTitle = "起源符合要求"
  public static let neededFields: [ScreeningField] = [.origin]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let admitted: Set<Origin>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    admitted = try Self.codes(of: clause, unknown: Origin.unknown)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    Self.membership(columns.subcompartments.origin, in: admitted, unknown: .unknown)
  }
}
