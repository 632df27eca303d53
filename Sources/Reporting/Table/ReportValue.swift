/// A figure that is either known or missing for a reason.
public enum ReportValue: Sendable, Equatable, ExpressibleByFloatLiteral {
  case known(Double)
  case missing(MissingReason)

  public init(floatLiteral value: Double) { self = .known(value) }

  /// The number, where it is known and finite.
  public var number: Double? {
    if case .known(let value) = self, value.isFinite { value } else { nil }
  }

  /// The same figure in another unit or sense.
  public func map(_ transform: (Double) -> Double) -> ReportValue {
    switch self {
    case .known(let value): .known(transform(value))
    case .missing: self
    }
  }
}
