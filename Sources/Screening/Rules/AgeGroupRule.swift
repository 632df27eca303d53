internal import Inventory

/// The 龄组 is one of those the clause admits. An unknown 龄组 cannot be told.
public struct AgeGroupRule: ScreeningRule {
  public static let identifier = "age-group"
  public static let chineseTitle = "龄组符合要求"
  public static let neededFields: [ScreeningField] = [.ageGroup]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let admitted: Set<AgeGroup>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    admitted = try Self.codes(of: clause, unknown: AgeGroup.unknown)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    Self.membership(columns.subcompartments.ageGroup, in: admitted, unknown: .unknown)
  }
}
