/// A figure with the band around it, all in the same unit.
public struct Estimate: Sendable, Equatable {
  public var mid: ReportValue
  /// The ends of the band, such as P10 and P90; nil where no band was computed.
  public var low: Double?
  public var high: Double?

  public init(_ mid: ReportValue, low: Double? = nil, high: Double? = nil) {
    self.mid = mid
    self.low = low
    self.high = high
  }
}
