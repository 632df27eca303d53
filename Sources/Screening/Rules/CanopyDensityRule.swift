internal import Inventory

/// 郁闭度 of at least the limit (0 to 1). Missing and impossible values cannot be told.
public struct CanopyDensityRule: ScreeningRule {
  public static let identifier = "canopy-density"
  public static let chineseTitle = "郁闭度达到下限"
  public static let neededFields: [ScreeningField] = [.canopyDensity]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let limit: Double

  public init(_ clause: ScreeningClause) throws(RuleError) {
    limit = try Self.limit(of: clause, lowest: 0, highest: 1)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    columns.subcompartments.canopyDensity.map {
      guard $0 >= 0, $0 <= 1 else { return .cannotTell }
      // Surveys give two decimals; 0.2 stored in single precision must not fail against 0.2.
      return $0 >= limit - 1e-6 ? .pass : .fail
    }
  }
}
