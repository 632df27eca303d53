internal import Glibc

/// Limits between the classes of a map, chosen so that the map tells something: each class holds
/// about as many values, and limits are round.
public enum ClassLimits {
  /// Ascending limits between at most `classes` classes; fewer, or none, where values are too much
  /// alike. A value equal to a limit belongs above it.
  public static func quantiles(_ values: [Double], classes: Int) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last, first < last, classes > 1 else {
      return []
    }
    var limits: [Double] = []
    for part in 1..<classes {
      let limit = rounded(sorted[sorted.count * part / classes])
      guard limit > first, limit <= last, limit > limits.last ?? -.infinity else { continue }
      limits.append(limit)
    }
    return limits
  }

  /// `<2.5`, `2.5–3.1`, `≥3.1`; a single class has no name of this kind.
  public static func names(_ limits: [Double]) -> [String] {
    let texts = limits.map { Quantity.number($0, places: places(limits)) }
    guard let first = texts.first, let last = texts.last else { return ["全部"] }
    return ["<" + first] + zip(texts, texts.dropFirst()).map { "\($0)–\($1)" } + ["≥" + last]
  }

  /// Two significant digits.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    let scale = pow(10, 1 - floor(log10(abs(value))))
    return (value * scale).rounded() / scale
  }

  /// Enough decimals to tell the limits apart.
  private static func places(_ limits: [Double]) -> Int {
    (0...6).first { places in
      let scale = pow(10, Double(places))
      return limits.allSatisfy { abs(($0 * scale).rounded() / scale - $0) < 1e-9 * abs($0) + 1e-12 }
    } ?? 6
  }
}
