/// Not yet credited under any mechanism: one 小班 and year may be in one at most. Covered slivers
/// below the limit (0.01 unless stated) come from outlines that do not quite meet.
public struct NotCreditedRule: ScreeningRule {
  public static let identifier = "not-credited"
  public static let chineseTitle = "未重复计入减排量"
  public static let neededFields: [ScreeningField] = [.credits]

  public let clause: ScreeningClause
  private let limit: Double

  public init(_ clause: ScreeningClause) throws(RuleError) {
    limit = clause.number == nil ? 0.01 : try Self.limit(of: clause, lowest: 0, highest: 1)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    guard let shares = columns.creditedShare else {
      return [Verdict](repeating: .cannotTell, count: columns.count)
    }
    return shares.map { $0.isNaN ? .cannotTell : $0 <= limit ? .pass : .fail }
  }
}
