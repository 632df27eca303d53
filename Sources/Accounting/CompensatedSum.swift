/// A sum that loses no digit: the nearest number to the true sum of what was added, whatever the
/// order (Shewchuk 1997, rounded once at the end).
public struct CompensatedSum: Sendable, Equatable {
  /// Numbers that do not overlap, small before large; their true sum is the sum.
  private var parts: [Double] = []
  /// Infinities and NaN, which no part can hold.
  private var special = 0.0

  public init() {}

  public mutating func add(_ value: Double) {
    guard value.isFinite else {
      special += value
      return
    }
    var carried = value
    var kept = 0
    for place in parts.indices {
      var part = parts[place]
      if abs(carried) < abs(part) { swap(&carried, &part) }
      let high = carried + part
      let low = part - (high - carried)
      if low != 0 {
        parts[kept] = low
        kept += 1
      }
      carried = high
    }
    parts.removeSubrange(kept...)
    parts.append(carried)
  }

  public var value: Double {
    guard special == 0 else { return special }
    guard var sum = parts.last else { return 0 }
    var place = parts.count - 1
    var low = 0.0
    while place > 0 {
      place -= 1
      let high = sum
      let part = parts[place]
      sum = high + part
      low = part - (sum - high)
      if low != 0 { break }
    }
    // What lies below may tip a tie that was rounded to even.
    if place > 0, (low < 0) == (parts[place - 1] < 0), low != 0, parts[place - 1] != 0 {
      let twice = low * 2
      let next = sum + twice
      if next - sum == twice { sum = next }
    }
    return sum
  }

  public static func == (one: CompensatedSum, two: CompensatedSum) -> Bool {
    one.value == two.value
  }
}
