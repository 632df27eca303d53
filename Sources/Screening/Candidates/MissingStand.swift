/// Land of an earlier stand that the later survey does not show, counted as a loss where any 小班 of
/// its village takes part.
public struct MissingStand: Sendable, Equatable {
  /// Position in the run's list of villages.
  public var village: Int32
  /// ha
  public var area: Double
  /// tCO2e a year; negative.
  public var increment: Double
  /// tCO2e over the crediting period.
  public var credit: Double

  public init(village: Int32, area: Double, increment: Double, credit: Double) {
    self.village = village
    self.area = area
    self.increment = increment
    self.credit = credit
  }
}
