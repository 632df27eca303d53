/// One outside body that holds, or lately acquired, much of one village or of several.
///
/// A sign to look, no accusation: a state farm's tenant or a large grower shows up as well.
public struct EnclosureWarning: Sendable, Equatable {
  public enum Sign: String, Sendable, CaseIterable, Codable {
    /// 多村集中
    case manyVillages = "many-villages"
    /// 单村集中
    case largeVillageShare = "large-village-share"
    /// 全县集中
    case largeShare = "large-share"
    /// 近期集中流转
    case recentTransfers = "recent-transfers"

    public var chineseText: String {
      switch self {
      case .manyVillages: "同一主体在多个村各持有较大份额"
      case .largeVillageShare: "同一主体在单个村持有份额过高"
      case .largeShare: "同一主体占全部面积份额偏高"
      case .recentTransfers: "同一主体近期在多个村取得较大份额"
      }
    }
  }

  public var holder: String
  public var type: HolderType
  /// In the order of `Sign`.
  public var signs: [Sign]
  /// Positions of all villages in which it holds anything, ascending.
  public var villages: [Int32]
  /// Of each of these villages' area, 0 to 1 and more where records overlap; NaN where the area of
  /// the village is not known.
  public var villageShares: [Double]
  /// The villages whose share draws attention, ascending.
  public var markedVillages: [Int32]
  /// ha
  public var area: Double
  /// Of the area of all villages.
  public var areaShare: Double
  /// Area entered since the first recent day, ha.
  public var recentArea: Double
  public var recentVillages: [Int32]

  /// Warnings in descending order of area, then by name. State and collective bodies are not
  /// outside bodies; persons, companies, groups and unrecognised names are.
  /// - Parameter villageAreas: ha of 小班 by village.
  public static func scan(
    _ holdings: [Holding], villageAreas: [Double],
    thresholds: EnclosureThresholds = EnclosureThresholds()
  ) -> [EnclosureWarning] {
    // Sums must not depend on the order in which rows arrive.
    let holdings = holdings.sorted {
      ($0.holder, $0.village, $0.area) < ($1.holder, $1.village, $1.area)
    }
    var warnings: [EnclosureWarning] = []
    var start = holdings.startIndex
    while start < holdings.endIndex {
      let holder = holdings[start].holder
      let end = holdings[start...].firstIndex { $0.holder != holder } ?? holdings.endIndex
      let own = holdings[start..<end].filter { $0.type != .state && $0.type != .collective }
      start = end
      guard !holder.isEmpty, !own.isEmpty else { continue }
      if let warning = warning(holder, own, villageAreas, thresholds) { warnings.append(warning) }
    }
    return warnings.sorted { ($1.area, $0.holder) < ($0.area, $1.holder) }
  }

  private static func warning(
    _ holder: String, _ own: [Holding], _ villageAreas: [Double],
    _ thresholds: EnclosureThresholds
  ) -> EnclosureWarning? {
    func area(_ holdings: some Sequence<Holding>) -> Double {
      holdings.reduce(0) { $0 + ($1.area.isFinite ? $1.area : 0) }
    }
    func share(_ area: Double, of village: Int32) -> Double {
      guard villageAreas.indices.contains(Int(village)), villageAreas[Int(village)] > 0 else {
        return .nan
      }
      return area / villageAreas[Int(village)]
    }
    let ownArea = area(own)
    guard ownArea >= thresholds.smallestArea else { return nil }
    let recent = own.filter {
      guard let from = thresholds.recentFrom, let since = $0.since else { return false }
      return since >= from
    }
    let villages = Set(own.map(\.village)).sorted()
    let shares = villages.map { village in
      share(area(own.lazy.filter { $0.village == village }), of: village)
    }
    let whole = villageAreas.reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
    var result = EnclosureWarning(
      holder: holder, type: own[0].type, signs: [], villages: villages, villageShares: shares,
      markedVillages: [], area: ownArea, areaShare: whole > 0 ? ownArea / whole : 0,
      recentArea: area(recent), recentVillages: Set(recent.map(\.village)).sorted())
    func having(_ least: Double) -> [Int32] {
      villages.indices.filter { shares[$0] >= least }.map { villages[$0] }
    }
    var marked = Set<Int32>()
    let held = having(thresholds.villageShare)
    if held.count >= thresholds.villages {
      result.signs.append(.manyVillages)
      marked.formUnion(held)
    }
    let single = having(thresholds.singleShare)
    if !single.isEmpty {
      result.signs.append(.largeVillageShare)
      marked.formUnion(single)
    }
    // Of a run of one village the village's own share says all.
    if result.areaShare >= thresholds.countyShare, villages.count > 1 {
      result.signs.append(.largeShare)
      marked.formUnion(held)
    }
    let lately = result.recentVillages.filter { village in
      share(area(recent.lazy.filter { $0.village == village }), of: village)
        >= thresholds.recentShare
    }
    if lately.count >= thresholds.recentVillages {
      result.signs.append(.recentTransfers)
      marked.formUnion(lately)
    }
    result.markedVillages = marked.sorted()
    return result.signs.isEmpty ? nil : result
  }
}
