/// Counts of ratios by size, from which a median is read to within 1.6 %. Two histograms add up, in
/// any order, to that of all.
///
/// A bin is a binary exponent and the first six bits of the significand, so nothing depends on how
/// a platform rounds logarithms.
struct RatioHistogram: Sendable, Equatable {
  private static let exponents = -36...20
  private static let steps = 64

  private var counts = [Int](repeating: 0, count: exponents.count * steps)
  private(set) var count = 0

  /// Counts a ratio; zero, negative and infinite ones are left out, those beyond a million or
  /// below a hundred-billionth are counted at the ends.
  mutating func add(_ ratio: Double) {
    guard ratio > 0, ratio.isFinite else { return }
    let first = Self.exponents.lowerBound
    let exponent = min(max(Int(ratio.exponent), first), Self.exponents.upperBound)
    let step = Int(ratio.significandBitPattern >> 46)
    counts[(exponent - first) * Self.steps + step] += 1
    count += 1
  }

  mutating func merge(_ other: RatioHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    count += other.count
  }

  /// The middle of the median's bin; nil without ratios.
  var median: Double? {
    guard count > 0 else { return nil }
    var before = 0
    for bin in counts.indices {
      before += counts[bin]
      guard 2 * before > count else { continue }
      let exponent = Self.exponents.lowerBound + bin / Self.steps
      let significand = 1 + (Double(bin % Self.steps) + 0.5) / Double(Self.steps)
      return Double(sign: .plus, exponent: exponent, significand: significand)
    }
    return nil
  }
}
