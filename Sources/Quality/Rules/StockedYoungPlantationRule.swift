internal import Inventory
public import Mapping

/// 未成林造林地 holds trees too small or too few to be forest; more than 20 m³/ha on it is a stand
/// that was not reclassified. The limit is a judgement.
public enum StockedYoungPlantationRule: RowRule {
  public static let definition = RuleDefinition(
    "stocked-young-plantation", "未成林造林地蓄积过大",
    summary: "A young plantation or closed hillside holds more than 20 m³/ha.",
    chineseRemedy: "核对地类；已成林的应改为乔木林。",
    defaultPolicy: .warn)

  /// m³/ha
  static let limit = 20.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count where stands.volume[row] > limit {
      let land = stands.landClass[row]
      guard land == .youngPlantation || land == .closedHillside else { continue }
      report.add(
        row: row, field: "volume", value: "\(stands.volume[row])", detail: land.chineseName)
    }
  }
}
