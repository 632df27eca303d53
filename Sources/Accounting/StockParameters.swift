public import Inventory

/// Everything a method says about how carbon is got from a survey.
public struct StockParameters: Sendable, Equatable {
  public var route: StockRoute
  /// 地类 whose volume is converted.
  public var landClasses: [LandClass]
  /// 地类 whose stock is truly zero at that date, such as 采伐迹地: a stand felled between two
  /// surveys is a loss, a stand that came up on them is growth. Empty: such rows are not counted.
  public var clearedLandClasses: [LandClass]
  /// 地类 counted by culms, such as 竹林; empty: bamboo is not counted.
  public var culmLandClasses: [LandClass]
  /// Off by default.
  public var landClassStocks: [LandClassStock]
  public var speciesChange: SpeciesChangeRule
  /// What becomes of a stand that is of an uncounted 地类 or species at the later date, such as one
  /// felled and replanted (未成林造林地) or turned into 竹林 or an orchard.
  public var conversion: LossRule
  /// What becomes of a stand whose later volume is recorded as zero although its 地类 is counted.
  public var vanishedVolume: LossRule
  public var areaChange: AreaChangeRule
  /// The largest |A1/A2 − 1| at which two rows pass for one stand; nil: not looked at.
  public var areaTolerance: Double?
  public var coefficients: [StockCoefficient]
  public var standIns: [StandIn]
  public var excluded: [ExcludedGroup]
  /// The group whose coefficients serve every group not named anywhere in the file; nil: none,
  /// such rows get `QuantityStatus.noCoefficient`.
  public var defaultGroup: String?
  /// On whose word `defaultGroup` serves; a stand-in unless the file names who says so.
  public var defaultProvenance: Provenance
  /// Why groups not named anywhere in the file are left out on purpose; nil: they are not dealt
  /// with, and a run that meets one is refused.
  public var excludeOthers: String?
  /// Tonnes of CO2 in a tonne of carbon: 44/12, or the 3.67 that some texts round it to.
  public var carbonDioxideRatio = Units.carbonDioxidePerCarbon
  /// Off by default.
  public var deadWood: DeadWood?
  /// Off by default; only with biomass expansion, which tells above-ground biomass.
  public var litter: Litter?

  public init(
    route: StockRoute, landClasses: [LandClass] = [.arborForest],
    clearedLandClasses: [LandClass] = [], culmLandClasses: [LandClass] = [],
    landClassStocks: [LandClassStock] = [],
    speciesChange: SpeciesChangeRule = .holdLater, conversion: LossRule = .loss,
    vanishedVolume: LossRule = .loss, areaChange: AreaChangeRule = .perHectare,
    areaTolerance: Double? = nil,
    coefficients: [StockCoefficient], standIns: [StandIn] = [], excluded: [ExcludedGroup] = [],
    defaultGroup: String? = nil, defaultProvenance: Provenance? = nil,
    excludeOthers: String? = nil, deadWood: DeadWood? = nil, litter: Litter? = nil
  ) {
    self.route = route
    self.landClasses = landClasses
    self.clearedLandClasses = clearedLandClasses
    self.culmLandClasses = culmLandClasses
    self.landClassStocks = landClassStocks
    self.speciesChange = speciesChange
    self.conversion = conversion
    self.vanishedVolume = vanishedVolume
    self.areaChange = areaChange
    self.areaTolerance = areaTolerance
    self.coefficients = coefficients
    self.standIns = standIns
    self.excluded = excluded
    self.defaultGroup = defaultGroup
    self.defaultProvenance =
      defaultProvenance ?? Provenance(.surrogate, source: "参数文件的 defaultGroup")
    self.excludeOthers = excludeOthers
    self.deadWood = deadWood
    self.litter = litter
  }

  /// Whether coefficients differ by 起源 or 龄组.
  public var isQualified: Bool { coefficients.contains(where: \.isQualified) }

  /// What the file says about a stand: as `resolve(group:)`, and where a group has entries for some
  /// 起源 or 龄组 only, the one for this stand before the one for all. `missing` where the group is
  /// dealt with but not for such stands.
  public func resolve(group: String, origin: Origin, ageGroup: AgeGroup) -> GroupResolution {
    func narrowed(_ index: Int) -> Int? {
      let name = coefficients[index].group
      let own = coefficients.indices.filter { coefficients[$0].group == name }
      return own.first { coefficients[$0].isQualified && coefficients[$0].serves(origin, ageGroup) }
        ?? own.first { !coefficients[$0].isQualified }
    }
    switch resolve(group: group) {
    case .own(let index): return narrowed(index).map { .own($0) } ?? .missing
    case .standIn(let index, let provenance):
      return narrowed(index).map { .standIn($0, provenance) } ?? .missing
    case .excluded: return .excluded
    case .missing: return .missing
    }
  }

  /// What the file says about a species group.
  public func resolve(group: String) -> GroupResolution {
    if let index = coefficients.firstIndex(where: { $0.group == group }) { return .own(index) }
    if let standIn = standIns.first(where: { $0.group == group }) {
      return coefficients.firstIndex(where: { $0.group == standIn.use })
        .map { .standIn($0, standIn.provenance) } ?? .missing
    }
    if excluded.contains(where: { $0.group == group }) { return .excluded }
    if let defaultGroup, let index = coefficients.firstIndex(where: { $0.group == defaultGroup }) {
      return .standIn(index, defaultProvenance)
    }
    return excludeOthers == nil ? .missing : .excluded
  }
}
