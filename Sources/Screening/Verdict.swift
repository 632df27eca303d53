/// The answer of a rule for one 小班. A missing field gives `cannotTell`, never `pass`.
public enum Verdict: UInt8, Sendable, CaseIterable {
  case pass = 0
  case cannotTell = 1
  case fail = 2

  /// Both must hold: one failure decides, one open question leaves the whole open.
  public func and(_ other: Verdict) -> Verdict {
    rawValue >= other.rawValue ? self : other
  }

  /// One of the two is enough: one pass decides, one open question leaves the whole open.
  public func or(_ other: Verdict) -> Verdict {
    rawValue <= other.rawValue ? self : other
  }

  public var chineseName: String {
    switch self {
    case .pass: "符合"
    case .cannotTell: "无法判定"
    case .fail: "不符合"
    }
  }
}
