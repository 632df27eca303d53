internal import Accounting
internal import Screening

/// A kind of layer that a rule of some method asks for and the pipeline does not have: no 小班 can
/// pass that rule.
struct MissingLayer: Equatable {
  /// In English, for the terminal.
  var note: String
  var chineseNote: String
}

extension PipelineFile {
  /// Why nothing may be eligible: layers that are left out and not declared to be empty.
  var missingLayers: [MissingLayer] {
    let asked = Set(methods.flatMap { $0.parameters.eligibility.map(\.rule) })
    var missing: [MissingLayer] = []
    if asked.contains(ClearTitleRule.identifier), tenureParcels.isEmpty {
      missing.append(
        MissingLayer(
          note: tenureLists.isEmpty
            ? "no 小班 is eligible: no tenure data. Add sources.tenureParcels (polygons), and "
              + "sources.tenureLists if there are registers"
            : "no 小班 is eligible: tenure lists alone prove no title on the ground. Add "
              + "sources.tenureParcels (polygons)",
          chineseNote: "没有林权宗地图层（sources.tenureParcels），全部小班权属无法判定、不计入"))
    }
    if asked.contains(NotExcludedRule.identifier), exclusions.isEmpty,
      !declaredNone.contains(.exclusions)
    {
      missing.append(
        MissingLayer(
          note: "no 小班 is eligible: no layer of exclusion zones. Add sources.exclusions, or say "
            + "exclusions: \"none\" if there are no red lines or reserves",
          chineseNote: "没有排除范围图层（sources.exclusions），全部小班无法判定、不计入；"
            + "确无红线、保护地时请写 exclusions: \"none\""))
    }
    if asked.contains(NotCreditedRule.identifier), credited.isEmpty,
      !declaredNone.contains(.credited)
    {
      missing.append(
        MissingLayer(
          note: "no 小班 is eligible: no layer of land credited before. Add sources.credited, or "
            + "say credited: \"none\" if nothing has been issued",
          chineseNote: "没有已计入土地图层（sources.credited），全部小班无法判定、不计入；"
            + "确未签发过时请写 credited: \"none\""))
    }
    return missing
  }
}
