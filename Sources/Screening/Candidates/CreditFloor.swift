/// What becomes of a negative credit, once all 小班 of a project are added up. Never applied to a
/// single 小班: that would leave out losses and overstate the sum.
public enum CreditFloor: Sendable, Equatable {
  case none
  case atLeast(Double)

  public func apply(_ tonnes: Double) -> Double {
    switch self {
    case .none: tonnes
    case .atLeast(let floor): tonnes < floor ? floor : tonnes
    }
  }
}
