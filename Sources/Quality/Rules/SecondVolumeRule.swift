internal import Inventory
public import Mapping

/// The second species' volume is a part of the whole.
public enum SecondVolumeRule: RowRule {
  public static let definition = RuleDefinition(
    "second-volume", "伴生树种蓄积大于总蓄积",
    summary: "The volume of the second species exceeds that of all species.",
    chineseRemedy: "核对伴生树种蓄积；已按总蓄积计。",
    defaultPolicy: .repair,
    repair: "taken as the whole volume")

  /// A rounding step of the usual two decimals per hectare does not count.
  static let tolerance = 0.01

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    for row in 0..<rows.count {
      let second = rows.subcompartments.secondVolume[row]
      let whole = rows.subcompartments.volume[row]
      guard second > whole + tolerance else { continue }
      report.add(
        row: row, field: "secondVolume", value: "\(AreaUnitRule.rounded(second))",
        detail: "of \(whole) m³/ha")
      if report.shouldRepair { rows.subcompartments.secondVolume[row] = whole }
    }
  }
}
