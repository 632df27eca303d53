/// 起源: whether a stand grew by itself or was planted.
public enum Origin: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 天然
  case natural
  /// 人工, including coppice of planted stands (人工林萌生)
  case planted

  public var chineseName: String {
    switch self {
    case .unknown: "起源不明"
    case .natural: "天然"
    case .planted: "人工"
    }
  }

  /// Position in `allCases`, which stores keep instead of the text.
  public var ordinal: Int64 {
    switch self {
    case .unknown: 0
    case .natural: 1
    case .planted: 2
    }
  }
}
