internal import Inventory
public import Mapping

/// 采伐迹地, 火烧迹地 and 非林地 have no stand. Scattered trees may be left on them, so the row stays;
/// more often the land class was brought up to date and the volume was not.
public enum VolumeOnUnstockedLandRule: RowRule {
  public static let definition = RuleDefinition(
    "volume-on-unstocked-land", "无立木林地或非林地有蓄积",
    summary: "There is growing stock on land that bears no stand.",
    chineseRemedy: "核对地类与蓄积；采伐、火烧后应同时更新蓄积。",
    defaultPolicy: .warn)

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count where stands.volume[row] > 0 && isUnstocked(stands.landClass[row]) {
      report.add(
        row: row, field: "volume", value: "\(stands.volume[row])",
        detail: stands.landClass[row].chineseName)
    }
  }

  private static func isUnstocked(_ land: LandClass) -> Bool {
    switch land {
    case .cutover, .burned, .otherUnstocked, .plantable, .nursery, .auxiliary, .nonForest: true
    default: false
    }
  }
}
