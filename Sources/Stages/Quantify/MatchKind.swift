/// How the earlier state of a 小班 was found.
enum MatchKind: Int64, Sendable, CaseIterable {
  /// Not in an earlier survey.
  case none = 0
  /// The earlier survey has a row of the same key.
  case key = 1
  /// Put together from the earlier polygons that lie under it: it was split, merged or redrawn.
  case overlay = 2

  var identifier: String {
    switch self {
    case .none: "none"
    case .key: "key"
    case .overlay: "overlay"
    }
  }

  var chineseName: String {
    switch self {
    case .none: "未匹配"
    case .key: "同号"
    case .overlay: "空间叠置"
    }
  }
}
