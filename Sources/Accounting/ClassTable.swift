/// A factor by class of volume or biomass, such as the BCEF of IPCC 2006 table 4.5 (by growing stock)
/// or the root ratio of table 4.4 (below and above 125 t/ha): recalled, for files to give.
public struct ClassTable: Sendable, Equatable {
  /// Upper bounds of all classes but the last, rising; a value on a bound belongs below it.
  public var bounds: [Double]
  /// One more than there are bounds.
  public var values: [Double]

  public init(bounds: [Double], values: [Double]) {
    self.bounds = bounds
    self.values = values
  }

  /// The same for all.
  public init(_ value: Double) { self.init(bounds: [], values: [value]) }

  public func value(_ measure: Double) -> Double {
    let place = bounds.firstIndex { measure <= $0 } ?? bounds.count
    return values[place]
  }
}
