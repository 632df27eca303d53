internal import Inventory

/// The 森林类别 is one of those the clause admits. An unknown 森林类别 cannot be told.
public struct ForestClassRule: ScreeningRule {
  public static let identifier = "forest-class"
  public static let chineseTitle = "森林类别符合要求"
  public static let neededFields: [ScreeningField] = [.forestClass]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let admitted: Set<ForestClass>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    admitted = try Self.codes(of: clause, unknown: ForestClass.unknown)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    Self.membership(columns.subcompartments.forestClass, in: admitted, unknown: .unknown)
  }
}
