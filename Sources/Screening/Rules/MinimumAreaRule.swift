internal import Inventory

/// An area of at least the limit (ha). Both are compared in whole m², the precision in which methods
/// print their limits, so that 0.0667 ha passes where 667 m² are asked for.
public struct MinimumAreaRule: ScreeningRule {
  public static let identifier = "minimum-area"
  public static let chineseTitle = "面积达到下限"
  public static let neededFields: [ScreeningField] = [.area]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let squareMetres: Int

  public init(_ clause: ScreeningClause) throws(RuleError) {
    let hectares = try Self.limit(of: clause, lowest: 0, highest: 10_000)
    squareMetres = Self.wholeSquareMetres(hectares)
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    columns.subcompartments.area.map {
      guard $0 > 0, $0 < 1e9 else { return .cannotTell }
      return Self.wholeSquareMetres($0) >= squareMetres ? .pass : .fail
    }
  }

  private static func wholeSquareMetres(_ hectares: Double) -> Int {
    Int(hectares * Units.squareMetresPerHectare + 0.5)
  }
}
