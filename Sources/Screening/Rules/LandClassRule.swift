internal import Inventory

/// The 地类 is one of those the clause admits. An unknown 地类 cannot be told.
public struct LandClassRule: ScreeningRule {
  public static let identifier = "land-class"
  public static let chineseTitle = "地类符合要求"
  public static let neededFields: [ScreeningField] = [.landClass]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let admitted: Set<LandClass>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    admitted = try Self.codes(of: clause, unknown: LandClass.unknown)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    Self.membership(columns.subcompartments.landClass, in: admitted, unknown: .unknown)
  }
}
