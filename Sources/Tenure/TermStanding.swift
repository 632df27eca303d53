/// How the end of a right's term stands to the end of crediting.
public enum TermStanding: String, Sendable, CaseIterable, Codable {
  /// The term is missing or unreadable.
  case unknown
  /// The right lasts until the end of crediting or longer.
  case reaches
  case unlimited
  /// The right ends before the end of crediting.
  case expires

  public var chineseName: String {
    switch self {
    case .unknown: "期限不明"
    case .reaches: "期限足够"
    case .unlimited: "长期"
    case .expires: "期限不足"
    }
  }
}
