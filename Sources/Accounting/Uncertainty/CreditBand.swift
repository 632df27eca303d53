/// Where a credit may lie, tCO2e.
public struct CreditBand: Sendable, Equatable {
  /// Exceeded by nine draws in ten; the figure on which a cautious ranking rests.
  public var p10: Double
  public var p50: Double
  /// Exceeded by one draw in ten.
  public var p90: Double
  public var mean: Double
  /// Standard deviation.
  public var deviation: Double

  /// Nothing could be computed.
  public static let unknown = CreditBand(
    p10: .nan, p50: .nan, p90: .nan, mean: .nan, deviation: .nan)

  public init(p10: Double, p50: Double, p90: Double, mean: Double, deviation: Double) {
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
    self.mean = mean
    self.deviation = deviation
  }

  /// The band of a set of draws; quantiles are interpolated between neighbours in rank, the least
  /// draw being quantile 0 and the greatest quantile 1.
  public init(draws: [Double]) {
    guard !draws.isEmpty else {
      self = .unknown
      return
    }
    let sorted = draws.sorted()
    var sum = CompensatedSum()
    for value in sorted { sum.add(value) }
    let mean = sum.value / Double(sorted.count)
    var squares = CompensatedSum()
    for value in sorted { squares.add((value - mean) * (value - mean)) }
    let freedom = Double(max(sorted.count - 1, 1))
    self.init(
      p10: Self.quantile(0.1, of: sorted), p50: Self.quantile(0.5, of: sorted),
      p90: Self.quantile(0.9, of: sorted), mean: mean,
      deviation: (squares.value / freedom).squareRoot())
  }

  private static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let low = sorted[below]
    return low + (place - Double(below)) * (sorted[below + 1] - low)
  }
}
