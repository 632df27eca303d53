internal import Inventory
public import Mapping

/// Land that bears no stand has no mean age. With wood on it the row is reported as
/// `volume-on-unstocked-land`.
public enum AgeOnUnstockedLandRule: RowRule {
  public static let definition = RuleDefinition(
    "age-on-unstocked-land", "无立木林地或非林地有年龄",
    summary: "There is a mean age, and no growing stock, on land that bears no stand.",
    chineseRemedy: "核对地类与平均年龄；采伐、火烧后应同时更新林分因子。",
    defaultPolicy: .warn, severity: .information)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count where stands.age[row] > 0 && !(stands.volume[row] > 0) {
      switch stands.landClass[row] {
      case .cutover, .burned, .otherUnstocked, .plantable, .auxiliary, .nonForest:
        report.add(
          row: row, field: "age", value: "\(stands.age[row])",
          detail: stands.landClass[row].chineseName)
      default: continue
      }
    }
  }
}
