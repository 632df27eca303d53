internal import Inventory
public import Mapping

/// 乔木林 begins at a canopy density of 0.20; from 0.10 to 0.19 the land is 疏林地 (GB/T 26424-2010,
/// recalled). A density of 0 stands for "not recorded" and is not reported.
public enum SparseArborForestRule: RowRule {
  public static let definition = RuleDefinition(
    "sparse-arbor-forest", "乔木林郁闭度不足 0.2",
    summary: "Arbor forest has a canopy density below 0.2.",
    chineseRemedy: "核对地类与郁闭度；0.10–0.19 应为疏林地。",
    defaultPolicy: .warn)

  static let limit = 0.2

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count where stands.landClass[row] == .arborForest {
      let density = stands.canopyDensity[row]
      // Stored as a 32-bit figure somewhere on the way, 0.2 comes back a little less.
      guard density > 0, density < limit - 1e-6 else { continue }
      report.add(row: row, field: "canopyDensity", value: "\(density)")
    }
  }
}
