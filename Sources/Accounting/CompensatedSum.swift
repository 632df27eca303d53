/// A sum that loses no digit: the nearest number to the true sum of what was added, whatever the
/// order (Shewchuk 1997, rounded once at the end).
public struct CompensatedSum: Sendable, Equatable {
  /// Numbers that do not overlap, small before large; their true sum is the sum. Sums of one kind of
  /// quantity have few, so they lie in the value itself.
  private var few = InlineArray<8, Double>(repeating: 0)
  /// How many of `few` are in use.
  private var count = 0
  /// All parts, when `few` was not enough; `count` is 0 then.
  private var many: [Double] = []
  /// Infinities and NaN, which no part can hold.
  private var special = 0.0

  public init() {}

  public mutating func add(_ value: Double) {
    guard value.isFinite else {
      special += value
      return
    }
    guard many.isEmpty else { return addToMany(value) }
    var carried = value
    var kept = 0
    for place in 0..<count {
      let low = Self.add(few[place], to: &carried)
      if low != 0 {
        few[kept] = low
        kept += 1
      }
    }
    if kept < few.count {
      few[kept] = carried
      count = kept + 1
    } else {
      many = (0..<kept).map { few[$0] } + [carried]
      count = 0
    }
  }

  private mutating func addToMany(_ value: Double) {
    var carried = value
    var kept = 0
    for place in many.indices {
      let low = Self.add(many[place], to: &carried)
      if low != 0 {
        many[kept] = low
        kept += 1
      }
    }
    many.removeSubrange(kept...)
    many.append(carried)
  }

  /// Adds a part; what the sum cannot hold is returned.
  @inline(__always)
  private static func add(_ part: Double, to carried: inout Double) -> Double {
    let (small, large) = abs(carried) < abs(part) ? (carried, part) : (part, carried)
    carried = large + small
    return small - (carried - large)
  }

  public var value: Double {
    guard special == 0 else { return special }
    let parts = many.isEmpty ? (0..<count).map { few[$0] } : many
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
