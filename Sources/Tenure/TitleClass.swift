/// The state of title of one 小班.
public enum TitleClass: String, Sendable, CaseIterable, Codable {
  /// No tenure data were delivered for the place, so nothing can be said.
  case unknown
  /// There are tenure data, and they leave open who holds the right: no holder is named, sources
  /// name different ones, or the 小班 has no polygon to lay over parcels.
  case undetermined
  /// One holder, or one group of co-holders.
  case singleHolder = "single-holder"
  /// Different holders side by side.
  case severalHolders = "several-holders"
  /// Titles of different holders over one spot.
  case conflictingClaims = "conflicting-claims"
  /// Tenure data were delivered, and too much of the 小班 is under no title.
  case noTitle = "no-title"
  /// The right ends before the end of crediting.
  case expiresTooEarly = "expires-too-early"
  /// The register notes a dispute.
  case disputed

  public var chineseName: String {
    switch self {
    case .unknown: "无林权资料"
    case .undetermined: "权属无法判定"
    case .singleHolder: "权属清晰（单一权利人）"
    case .severalHolders: "多个权利人"
    case .conflictingClaims: "权属重叠"
    case .noTitle: "无证或证不全"
    case .expiresTooEarly: "期限不足"
    case .disputed: "有争议"
    }
  }
}
