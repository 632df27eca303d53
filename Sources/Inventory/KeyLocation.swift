/// 生态区位: whether a 小班 lies where the forest is protected for its place (江河源头, 库区, 沿海防护…),
/// which makes a commercial forest 重点区位商品林.
public enum KeyLocation: String, Sendable, CaseIterable, Codable {
  case unknown
  /// 重点区位
  case key
  /// 非重点区位
  case ordinary

  public var chineseName: String {
    switch self {
    case .unknown: "区位不明"
    case .key: "重点区位"
    case .ordinary: "非重点区位"
    }
  }

  /// Position in `allCases`, which stores keep instead of the text.
  public var ordinal: Int64 {
    switch self {
    case .unknown: 0
    case .key: 1
    case .ordinary: 2
    }
  }
}
