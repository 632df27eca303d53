/// What became of one row: computed, or the one reason why it was not.
///
/// A row that cannot be computed has NaN in the columns concerned; it never counts as zero.
public enum QuantityStatus: UInt8, Sendable, CaseIterable, Codable {
  case computed = 0
  /// Computed with the coefficients of another group, as the parameter file declares.
  case computedByStandIn = 1
  /// The stock is known, but nothing says what it was before.
  case noEarlierSurvey = 2
  /// The 地类 is not among those the method counts.
  case landClassNotCounted = 3
  case landClassUnknown = 4
  case noArea = 5
  /// The area differs between the dates by more than the file allows: not the same stand.
  case areaChanged = 6
  /// A counted 地类 without a usable volume, at one date or at both.
  case noVolume = 7
  /// The second species holds more than the whole stand, or is not named.
  case volumeInconsistent = 8
  case noSpecies = 9
  /// The species group has neither coefficients nor a declared stand-in.
  case noCoefficient = 10
  /// The parameter file excludes the species group and says why (bamboo, orchards …).
  case speciesNotCounted = 11
  /// The stock is a constant per hectare, or it is of trees at one date and of bamboo at the other
  /// and would have grown: no growth can be told.
  case growthNotMeasured = 12
  /// The volume lies where B = aV + b says nothing: it would give a negative stock, or the whole
  /// of b as growth of a stand that was empty before.
  case routeNotApplicable = 13
  /// The benchmark is chosen by 森林类别, which is not recorded.
  case forestClassUnknown = 14
  /// The parameter file gives no benchmark for the row's 森林类别.
  case noBaseline = 15
  /// A stand where the earlier survey saw none, and its age does not show that it came up since.
  case newStandUnproven = 16
  /// 竹林 that is counted by culms, without their number or the diameter that their mass goes by.
  case noCulms = 17

  /// Computed without the part of the volume that is of a second species which the file does not
  /// count or does not know: nothing is credited for it.
  case computedInPart = 18

  /// Computed as a·(V2 − V1), because at one date the volume lies below those for which B = aV + b
  /// gives a stock. That stock counts as zero in sums.
  case computedByIncrement = 19

  /// Whether the row has a credit.
  public var isComputed: Bool {
    switch self {
    case .computed, .computedByStandIn, .computedInPart, .computedByIncrement: true
    default: false
    }
  }

  /// Stable text for stores and tables.
  public var identifier: String {
    switch self {
    case .computed: "computed"
    case .computedByStandIn: "computed-by-stand-in"
    case .computedInPart: "computed-in-part"
    case .computedByIncrement: "computed-by-increment"
    case .noEarlierSurvey: "no-earlier-survey"
    case .landClassNotCounted: "land-class-not-counted"
    case .landClassUnknown: "land-class-unknown"
    case .noArea: "no-area"
    case .areaChanged: "area-changed"
    case .noVolume: "no-volume"
    case .volumeInconsistent: "volume-inconsistent"
    case .noSpecies: "no-species"
    case .noCoefficient: "no-coefficient"
    case .speciesNotCounted: "species-not-counted"
    case .growthNotMeasured: "growth-not-measured"
    case .routeNotApplicable: "route-not-applicable"
    case .forestClassUnknown: "forest-class-unknown"
    case .noBaseline: "no-baseline"
    case .newStandUnproven: "new-stand-unproven"
    case .noCulms: "no-culms"
    }
  }

  /// The name printed in Chinese reports.
  public var chineseName: String {
    switch self {
    case .computed: "已计算"
    case .computedByStandIn: "以替代树种参数计算"
    case .computedInPart: "已计算（不含无参数的伴生树种）"
    case .computedByIncrement: "已计算（蓄积低于换算式适用范围，增量按 a·ΔV）"
    case .noEarlierSurvey: "无前期数据"
    case .landClassNotCounted: "地类不计量"
    case .landClassUnknown: "地类不明"
    case .noArea: "无面积"
    case .areaChanged: "两期面积不一致"
    case .noVolume: "无蓄积"
    case .volumeInconsistent: "蓄积不一致"
    case .noSpecies: "无优势树种"
    case .noCoefficient: "无树种参数"
    case .speciesNotCounted: "树种不计量"
    case .growthNotMeasured: "无法判定生长量"
    case .routeNotApplicable: "换算式不适用"
    case .forestClassUnknown: "森林类别不明"
    case .noBaseline: "无对应基准值"
    case .newStandUnproven: "新增林分无法证实"
    case .noCulms: "缺立竹株数或胸径"
    }
  }
}
