internal import Inventory
public import Mapping

/// The columns of county and town repeat what a full village code begins with. Where they differ,
/// rows were pasted from another table or one of the columns was not brought up to date; the
/// village code counts.
public enum PlaceCodesDisagreeRule: RowRule {
  public static let definition = RuleDefinition(
    "place-codes-disagree", "县、乡代码与村代码不一致",
    summary: "The village code lies in another county or town than the columns beside it say.",
    chineseRemedy: "核对县、乡、村三列代码；计算以村代码为准。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    if rows.statedPlaces.isEmpty { return }
    for row in 0..<rows.count {
      guard let stated = rows.statedPlaces[row] else { continue }
      report.add(row: row, field: "village", value: rows.villageCode[row], detail: stated)
    }
  }
}
