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
}
