/// How well a fact is known. It travels with every coefficient from the parameter file to the
/// footnote of the report, and a result is no better than the weakest fact in it.
public enum Standing: String, Sendable, Codable, CaseIterable {
  /// Taken from an official document that the user supplied and names.
  case official
  /// Supplied by the user without an official document.
  case user
  /// Seen in a named public page, paper or data file.
  case sourced
  /// Arithmetic on facts that carry a label of their own.
  case derived
  /// Expert memory, not checked against the document.
  case recalled
  /// A stand-in, used because the official text was not at hand.
  case surrogate
  /// Neither found nor remembered.
  case unknown

  /// Whether a result that rests on this fact may be named after its official method.
  public var mayBeFiled: Bool { self == .official }

  /// The name printed in Chinese reports.
  public var chineseName: String {
    switch self {
    case .official: "官方文本"
    case .user: "用户提供"
    case .sourced: "公开来源"
    case .derived: "推算"
    case .recalled: "凭记忆"
    case .surrogate: "替代值"
    case .unknown: "未知"
    }
  }

  /// The weaker of two standings.
  public func weaker(_ other: Standing) -> Standing {
    rank >= other.rank ? self : other
  }

  private var rank: Int {
    switch self {
    case .official: 0
    case .user: 1
    case .sourced: 2
    case .derived: 3
    case .recalled: 4
    case .surrogate: 5
    case .unknown: 6
    }
  }
}
