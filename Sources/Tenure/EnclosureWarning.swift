/// One outside body that holds, or lately acquired, rights in many places.
///
/// A sign to look, no accusation: a state farm's tenant or a large grower shows up as well.
public struct EnclosureWarning: Sendable, Equatable {
  public enum Sign: String, Sendable, CaseIterable, Codable {
    /// 多村集中
    case manyVillages = "many-villages"
    /// 面积集中
    case largeShare = "large-share"
    /// 近期集中流转
    case recentTransfers = "recent-transfers"

    public var chineseText: String {
      switch self {
      case .manyVillages: "同一主体在多个村持有林权"
      case .largeShare: "同一主体持有面积占比偏高"
      case .recentTransfers: "同一主体近期在多个村取得林权"
      }
    }
  }

  public var holder: String
  public var type: HolderType
  /// In the order of `Sign`.
  public var signs: [Sign]
  /// Positions of the villages, ascending.
  public var villages: [Int32]
  /// ha
  public var area: Double
  /// Of the area of all holdings, 0 to 1.
  public var areaShare: Double
  /// Area entered since the first recent day, ha.
  public var recentArea: Double
  public var recentVillages: [Int32]

  /// Warnings in descending order of area, then by name. State and collective bodies are not
  /// outside bodies; persons, companies, groups and unrecognised names are.
  public static func scan(
    _ holdings: [Holding], thresholds: EnclosureThresholds = EnclosureThresholds()
  ) -> [EnclosureWarning] {
    // Sums must not depend on the order in which rows arrive.
    let holdings = holdings.sorted {
      ($0.holder, $0.village, $0.area) < ($1.holder, $1.village, $1.area)
    }
    let total = holdings.reduce(0) { $0 + ($1.area.isFinite ? $1.area : 0) }
    var warnings: [EnclosureWarning] = []
    var start = holdings.startIndex
    while start < holdings.endIndex {
      let holder = holdings[start].holder
      let end = holdings[start...].firstIndex { $0.holder != holder } ?? holdings.endIndex
      let own = holdings[start..<end].filter { $0.type != .state && $0.type != .collective }
      start = end
      guard !holder.isEmpty, !own.isEmpty else { continue }
      if let warning = warning(holder, own, total: total, thresholds) { warnings.append(warning) }
    }
    return warnings.sorted { ($1.area, $0.holder) < ($0.area, $1.holder) }
  }

  private static func warning(
    _ holder: String, _ own: [Holding], total: Double, _ thresholds: EnclosureThresholds
  ) -> EnclosureWarning? {
    let recent = own.filter {
      guard let from = thresholds.recentFrom, let since = $0.since else { return false }
      return since >= from
    }
    func area(_ holdings: [Holding]) -> Double {
      holdings.reduce(0) { $0 + ($1.area.isFinite ? $1.area : 0) }
    }
    let ownArea = area(own)
    guard ownArea >= thresholds.smallestArea else { return nil }
    var result = EnclosureWarning(
      holder: holder, type: own[0].type, signs: [], villages: Set(own.map(\.village)).sorted(),
      area: ownArea, areaShare: total > 0 ? ownArea / total : 0, recentArea: area(recent),
      recentVillages: Set(recent.map(\.village)).sorted())
    if result.villages.count >= thresholds.villages { result.signs.append(.manyVillages) }
    // A share of one village's list says little.
    if result.areaShare >= thresholds.areaShare, result.villages.count > 1 {
      result.signs.append(.largeShare)
    }
    if result.recentVillages.count >= thresholds.recentVillages {
      result.signs.append(.recentTransfers)
    }
    return result.signs.isEmpty ? nil : result
  }
}
