internal import Tenure

/// The right lasts until the end of crediting. A missing or unreadable term cannot be told.
public struct TitleTermRule: ScreeningRule {
  public static let identifier = "title-until-crediting-end"
  public static let chineseTitle = "林权期限覆盖计入期"
  public static let neededFields: [ScreeningField] = [.titleTerm]

  public let clause: ScreeningClause

  public init(_ clause: ScreeningClause) throws(RuleError) { self.clause = clause }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    guard let terms = columns.titleTerm else {
      return [Verdict](repeating: .cannotTell, count: columns.count)
    }
    return terms.map {
      switch $0 {
      case .reaches, .unlimited: .pass
      case .unknown: .cannotTell
      case .expires: .fail
      }
    }
  }
}
