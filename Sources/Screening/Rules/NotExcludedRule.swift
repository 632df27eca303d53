/// Not wholly inside areas where no project is possible. What lies inside is taken off the eligible
/// area; the row fails only where the inside share exceeds the limit (0.99 unless stated).
public struct NotExcludedRule: ScreeningRule {
  public static let identifier = "not-excluded"
  public static let chineseTitle = "不在排除范围内"
  public static let neededFields: [ScreeningField] = [.exclusions]

  public let clause: ScreeningClause
  private let limit: Double

  public init(_ clause: ScreeningClause) throws(RuleError) {
    limit = clause.number == nil ? 0.99 : try Self.limit(of: clause, lowest: 0, highest: 1)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    guard let shares = columns.excludedShare else {
      return [Verdict](repeating: .cannotTell, count: columns.count)
    }
    return shares.map { $0.isNaN ? .cannotTell : $0 <= limit ? .pass : .fail }
  }
}
