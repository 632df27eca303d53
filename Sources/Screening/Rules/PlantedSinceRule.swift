internal import Inventory
internal import Tenure

/// Planted after a date. Inventories give the year only, so a stand of the very year cannot be
/// told, unless the clause names 1 January.
///
/// The mean age speaks too: a stand older than the years since the limit was not planted after it.
/// Without a planting year that decides; against one that says otherwise the two contradict each
/// other, and nothing can be told. A young age proves nothing: it may be a stand that grew again. Nor
/// does any age of bamboo or shrubs, which is that of culms and shoots.
///
/// The clause gives a year as `number`, or a date such as `2012-11-08` as its only value.
public struct PlantedSinceRule: ScreeningRule {
  public static let identifier = "planted-since"
  public static let chineseTitle = "造林时间晚于规定日期"
  public static let neededFields: [ScreeningField] = [.plantingYear, .age]
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
    let (planted, ages) = (columns.subcompartments.plantingYear, columns.subcompartments.age)
    let landClass = columns.subcompartments.landClass
    let ageless: [LandClass] = [.bambooForest, .designatedShrub, .otherShrub]
    let survey = columns.surveyYear.map(Double.init)
    return planted.indices.map { row in
      let isTooOld =
        !ageless.contains(landClass[row]) && survey.map { ages[row] > $0 - year } ?? false
      guard planted[row] >= 1800, planted[row] <= 2200 else {
        return isTooOld ? .fail : .cannotTell
      }
      let isAfterSurvey = survey.map { planted[row] > $0 } ?? false
      let verdict = verdict(planted[row])
      return verdict == .pass && (isTooOld || isAfterSurvey) ? .cannotTell : verdict
    }
  }

  private func verdict(_ planted: Double) -> Verdict {
    if planted == year { return isWholeYear ? .pass : .cannotTell }
    return planted > year ? .pass : .fail
  }
}
