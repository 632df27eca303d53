internal import Inventory

/// An area of at least the limit (ha). Both are compared in whole m², the precision in which methods
/// print their limits, so that 0.0667 ha passes where 667 m² are asked for.
///
/// Where the clause has another limit for what was planted up to some year, a stand without a
/// planting year passes only what both limits pass and fails only what both fail.
public struct MinimumAreaRule: ScreeningRule {
  public static let identifier = "minimum-area"
  public static let chineseTitle = "面积达到下限"
  public static let neededFields: [ScreeningField] = [.area]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let squareMetres: Int
  private let older: (throughYear: Double, squareMetres: Int)?

  public init(_ clause: ScreeningClause) throws(RuleError) {
    let hectares = try Self.limit(of: clause, lowest: 0, highest: 10_000)
    squareMetres = Self.wholeSquareMetres(hectares)
    if let other = clause.older {
      guard other.number >= 0, other.number <= 10_000 else {
        throw .numberOutOfRange(
          rule: Self.identifier, number: other.number, lowest: 0, highest: 10_000)
      }
      older = (Double(other.throughYear), Self.wholeSquareMetres(other.number))
    } else {
      older = nil
    }
    self.clause = clause
  }

  public var fields: [ScreeningField] { older == nil ? [.area] : [.area, .plantingYear] }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    let (areas, years) = (columns.subcompartments.area, columns.subcompartments.plantingYear)
    return areas.indices.map { row in
      guard areas[row] > 0, areas[row] < 1e9 else { return .cannotTell }
      let area = Self.wholeSquareMetres(areas[row])
      let newer: Verdict = area >= squareMetres ? .pass : .fail
      guard let older else { return newer }
      let old: Verdict = area >= older.squareMetres ? .pass : .fail
      guard years[row] >= 1800, years[row] <= 2200 else {
        return newer == old ? newer : .cannotTell
      }
      return years[row] <= older.throughYear ? old : newer
    }
  }

  private static func wholeSquareMetres(_ hectares: Double) -> Int {
    Int(hectares * Units.squareMetresPerHectare + 0.5)
  }
}
