internal import Inventory
internal import Tenure

/// Planted after a date. Inventories give the year only, so a stand of the very year cannot be
/// told, unless the clause names 1 January.
///
/// The clause gives a year as `number`, or a date such as `2012-11-08` as its only value.
public struct PlantedSinceRule: ScreeningRule {
  public static let identifier = "planted-since"
  public static let chineseTitle = "造林时间晚于规定日期"
  public static let neededFields: [ScreeningField] = [.plantingYear]
  public static let isOfState = true

  public let clause: ScreeningClause
  private let year: Double
  private let isWholeYear: Bool

  public init(_ clause: ScreeningClause) throws(RuleError) {
    if let text = clause.values.first {
      guard clause.values.count == 1, let date = CalendarDate(iso: text) else {
        throw .unknownValue(rule: Self.identifier, value: text, allowed: ["YYYY-MM-DD"])
      }
      year = Double(date.year)
      isWholeYear = date.month == 1 && date.day == 1
    } else {
      year = try Self.limit(of: clause, lowest: 1900, highest: 2200)
      isWholeYear = false
    }
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    columns.subcompartments.plantingYear.map {
      guard $0 >= 1800, $0 <= 2200 else { return .cannotTell }
      if $0 == year { return isWholeYear ? .pass : .cannotTell }
      return $0 > year ? .pass : .fail
    }
  }
}
