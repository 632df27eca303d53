/// What the deductions make of a loss (negative growth).
///
/// AR-CM-003-V01 applies (1 − DR) where the stock rises and (1 + DR) where it falls (recalled,
/// med-high): a deduction must not make a loss smaller.
public enum LossDeduction: String, Sendable, CaseIterable, Codable {
  /// (1 + u). Shares for risk and leakage are taken off gains only.
  case increased
  /// 1
  case unreduced
  /// The same factor as gains, so that rows add up to what the deduction leaves of the net sum.
  case asGains = "as-gains"

  public var chineseName: String {
    switch self {
    case .increased: "减少量乘 (1 + u)"
    case .unreduced: "减少量不扣减"
    case .asGains: "减少量与增长量同样扣减"
    }
  }
}
