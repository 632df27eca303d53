/// 宗地号 or 不动产单元号 in comparable form.
///
/// A unit number of 28 characters starts with the 19 characters of its parcel (宗地代码: county 6 +
/// 地籍区 3 + 子区 3 + 特征码 2 + 顺序 5), so that both are compared by the parcel.
public struct ParcelNumber: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// 19 or 28 characters: unique in the country.
    case cadastral
    /// Marked 临时: given until the parcel is surveyed, so not to be relied on.
    case temporary
    /// A number of a village's own list.
    case local
    case none
  }

  public var kind: Kind
  /// The text to compare; empty for `.none`.
  public var key: String

  public init(_ text: String) {
    guard !TextNormalization.saysNothing(text) else {
      kind = .none
      key = ""
      return
    }
    let full = TextNormalization.key(text)
    if Self.temporaryMark.occurs(in: Array(full.utf8)) {
      kind = .temporary
      key = full
    } else if full.count == 19 || full.count == 28, full.prefix(12).allSatisfy(\.isPlainDigit),
      full.allSatisfy({ $0.isASCII })
    {
      kind = .cadastral
      key = String(full.prefix(19))
    } else {
      kind = .local
      key = full.allSatisfy(\.isPlainDigit) ? TextNormalization.withoutLeadingZeros(full) : full
    }
  }

  private static let temporaryMark = Needle("临时")
}
