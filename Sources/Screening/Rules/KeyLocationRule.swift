internal import Inventory

/// The 生态区位 is one of those the clause admits. An unknown one cannot be told.
public struct KeyLocationRule: ScreeningRule {
  public static let identifier = "key-location"
  public static let chineseTitle = "生态区位符合要求"
  public static let neededFields: [ScreeningField] = [.keyLocation]

  public let clause: ScreeningClause
  private let admitted: Set<KeyLocation>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    admitted = try Self.codes(of: clause, unknown: KeyLocation.unknown)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    Self.membership(columns.subcompartments.keyLocation, in: admitted, unknown: .unknown)
  }
}
