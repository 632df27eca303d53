internal import Inventory
public import Mapping

/// 乔木林 of ten years and more has trees above the tally threshold of 5 cm; without a volume its
/// carbon comes out as nothing.
public enum ArborForestWithoutVolumeRule: RowRule {
  public static let definition = RuleDefinition(
    "arbor-forest-without-volume", "乔木林无蓄积",
    summary: "Arbor forest of ten years or more has no growing stock.",
    chineseRemedy: "补填公顷蓄积。",
    defaultPolicy: .warn)

  /// Years. A judgement: eucalyptus is tallied from its third year, fir from about its eighth.
  static let age = 10.0

  public static func check(_ rows: inout SurveyRows, _ report: inout RowReport) {
    let stands = rows.subcompartments
    for row in 0..<rows.count
    where stands.landClass[row] == .arborForest && stands.age[row] >= age
      && !(stands.volume[row] > 0)
    {
      report.add(row: row, field: "volume", value: "", detail: "\(stands.age[row]) years")
    }
  }
}
