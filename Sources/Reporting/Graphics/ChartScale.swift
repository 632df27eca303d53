/// Round numbers along an axis.
struct ChartScale {
  let low: Double
  let high: Double
  let step: Double
  let start: Double
  let length: Double

  /// A scale over zero and all `values` that are finite and of a size anyone would plot, drawn from `start` over `length` pixels.
  init(covering values: [Double], start: Double, length: Double, ticks: Double = 5) {
    let finite = values.filter { abs($0) < 1e15 }
    let top = max(finite.max() ?? 0, 0)
    let bottom = min(finite.min() ?? 0, 0)
    step = Self.roundStep(top - bottom > 0 ? (top - bottom) / ticks : 1)
    high = max(Double(WholeNumber.above(top / step)) * step, bottom < 0 ? 0 : step)
    low = Double(WholeNumber.below(bottom / step)) * step
    self.start = start
    self.length = length
  }

  func position(_ value: Double) -> Double {
    start + (value - low) / (high - low) * length
  }

  var ticks: [Double] {
    let count = WholeNumber.nearest((high - low) / step)
    return (0...max(count, 1)).map { low + Double($0) * step }
  }

  /// Places that the ticks need.
  var places: Int {
    var places = 0
    var scaled = step
    while places < 6, abs(scaled - Double(WholeNumber.nearest(scaled))) > 1e-6 * max(1, abs(scaled))
    {
      scaled *= 10
      places += 1
    }
    return places
  }

  /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `value`.
  static func roundStep(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    for factor in [1, 2, 2.5, 5] where factor * power >= value * (1 - 1e-9) {
      return factor * power
    }
    return 10 * power
  }
}
