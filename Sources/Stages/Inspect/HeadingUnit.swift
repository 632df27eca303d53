internal import Inventory

/// Units that stand in the heading of a column: 面积(亩), 亩蓄积, 蓄积量（m³/公顷）.
enum HeadingUnit {
  static func area(_ heading: String) -> AreaUnit? {
    let upper = heading.uppercased()
    if heading.contains("亩") || upper.hasSuffix("_MU") { return .mu }
    if isPerHectare(heading) || upper.hasSuffix("_HA") { return .hectare }
    return ["平方米", "㎡", "m2", "m²"].contains { heading.lowercased().contains($0) }
      ? .squareMetre : nil
  }

  /// The unit of a stand's growing stock per area; nil where the heading is of something else or
  /// names no area.
  static func volumePerArea(_ heading: String) -> VolumeUnit? {
    guard heading.contains("蓄积"),
      !["伴生", "前期", "散生", "四旁", "枯", "年均", "生长"].contains(where: heading.contains)
    else { return nil }
    if heading.contains("亩") { return .cubicMetresPerMu }
    return isPerHectare(heading) ? .cubicMetresPerHectare : nil
  }

  static func stems(_ heading: String) -> StemUnit? {
    guard heading.contains("株") else { return nil }
    if heading.contains("亩") { return .perMu }
    if isPerHectare(heading) { return .perHectare }
    if heading.contains("万株") { return .tenThousands }
    return heading.contains("百株") ? .hundreds : nil
  }

  private static func isPerHectare(_ heading: String) -> Bool {
    let lowered = heading.lowercased()
    return ["公顷", "hm2", "hm²", "/ha", "(ha)", "（ha）"].contains { lowered.contains($0) }
  }
}
