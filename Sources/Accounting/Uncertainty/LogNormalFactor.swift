internal import Glibc

/// A log-normal factor with mean 1: its logarithm is normal.
struct LogNormalFactor: Sendable {
  /// Standard deviation of the logarithm.
  let sigma: Double

  init(sigma: Double) { self.sigma = sigma }

  /// - Parameter relativeError: standard deviation of the factor.
  init(relativeError: Double) { sigma = log(1 + relativeError * relativeError).squareRoot() }

  var variance: Double { exp(sigma * sigma) - 1 }

  /// The factor of a normal deviate.
  func value(normal: Double) -> Double { exp(sigma * normal - sigma * sigma / 2) }

  /// Values of `cells` equally probable parts of the distribution, in rising order, each the mean
  /// of its part, then spread about 1 so that the table has the variance of the factor exactly.
  ///
  /// To pick one of 4096 at random takes a few instructions where a deviate takes a logarithm and
  /// an exponential, and what is lost is the shape of the outermost 1/4096 on either side.
  func table(cells: Int) -> [Double] { table(boundaries: Self.boundaries(cells: cells)) }

  /// The normal deviates between which `cells` equally probable parts lie, one fewer than those.
  static func boundaries(cells: Int) -> [Double] {
    var boundary = -3.0
    return (1..<max(cells, 1)).map { cell in
      boundary = quantile(Double(cell) / Double(cells), from: boundary)
      return boundary
    }
  }

  /// The same, where many tables are made of one set of boundaries.
  func table(boundaries: [Double]) -> [Double] {
    let cells = boundaries.count + 1
    guard sigma > 0 else { return [Double](repeating: 1, count: cells) }
    var result: [Double] = []
    result.reserveCapacity(cells)
    var lower = 0.0
    for cell in 1...cells {
      let upper = cell < cells ? Self.cumulative(boundaries[cell - 1] - sigma) : 1
      result.append((upper - lower) * Double(cells))
      lower = upper
    }
    var second = 0.0
    for value in result { second += (value - 1) * (value - 1) }
    let spread = (variance * Double(cells) / second).squareRoot()
    return result.map { max(1 + (($0 - 1) * spread), 0) }
  }

  /// The normal distribution function.
  static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

  /// Its inverse by Newton's method in the logarithm, which converges from anywhere below 1/2;
  /// above it the mirror image is taken.
  static func quantile(_ probability: Double, from start: Double) -> Double {
    guard probability <= 0.5 else { return -quantile(1 - probability, from: -start) }
    var z = min(start, 0)
    for _ in 0..<60 {
      let value = cumulative(z)
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let move = value / density * log(value / probability)
      z -= move
      if abs(move) < 1e-14 * max(1, abs(z)) { break }
    }
    return z
  }
}
