internal import Inventory
public import Mapping

/// Age 0 means "not recorded" (a .dbf cannot tell the two apart); with wood on the land it is a
/// gap in the survey. A file without a column for ages has one finding of its own instead of one for
/// every row.
public enum VolumeWithoutAgeRule: RowRule {
  public static let definition = RuleDefinition(
    "volume-without-age", "有蓄积无年龄",
    summary: "There is growing stock on arbor forest but no mean age.",
    chineseRemedy: "补填平均年龄。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    guard report.isGiven("age") else { return }
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.volume[row] > 0 && stands.landClass[row] == .arborForest
      && !(stands.age[row] > 0)
    {
      report.add(row: row, field: "age", value: "", detail: "\(stands.volume[row]) m³/ha")
    }
  }
}
