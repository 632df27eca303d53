public import Inventory

/// How the growth of a 小班 between two dates is known, best first.
///
/// The rung is written on every row: nothing below `previousFields` was measured twice.
public enum EvidenceRung: UInt8, Sendable, CaseIterable, Codable {
  /// Two inventories in which the same 小班 was found.
  case twoSurveys = 0
  /// Previous-period fields (`Q_…`) of one inventory.
  case previousFields = 1
  /// Back-cast with a curve fitted on the user's own inventory.
  case fittedCurve = 2
  /// Back-cast with a published curve of another place.
  case publishedCurve = 3
  /// A flat growth rate.
  case flatRate = 4
  /// Nothing is known of an earlier date.
  case none = 5

  /// Whether the earlier volume comes out of a model instead of a survey.
  public var isModelled: Bool {
    switch self {
    case .twoSurveys, .previousFields, .none: false
    case .fittedCurve, .publishedCurve, .flatRate: true
    }
  }

  /// The word for it in files and tables.
  public var identifier: String {
    switch self {
    case .twoSurveys: "two-surveys"
    case .previousFields: "previous-fields"
    case .fittedCurve: "fitted-curve"
    case .publishedCurve: "published-curve"
    case .flatRate: "flat-rate"
    case .none: "none"
    }
  }

  /// The best that growth on this rung can be known: what was surveyed is as good as the survey, a
  /// curve of this inventory is reckoned from it, one of another place or a flat rate stands in.
  public var standing: Standing {
    switch self {
    case .twoSurveys, .previousFields, .none: .official
    case .fittedCurve: .derived
    case .publishedCurve, .flatRate: .surrogate
    }
  }

  /// The name printed in Chinese reports.
  public var chineseName: String {
    switch self {
    case .twoSurveys: "两期调查"
    case .previousFields: "前期因子"
    case .fittedCurve: "本地拟合曲线"
    case .publishedCurve: "公开生长曲线"
    case .flatRate: "统一生长率"
    case .none: "无前期资料"
    }
  }
}
