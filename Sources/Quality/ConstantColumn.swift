/// Whether a column has one value in all its rows that have any.
struct ConstantColumn: Sendable, Equatable {
  private(set) var count = 0
  private(set) var isConstant = true
  private(set) var value = 0.0

  /// Zeros stand for "not recorded" and are passed over, like NaN.
  mutating func add(_ values: [Double]) {
    for next in values where next.isFinite && next != 0 {
      if count == 0 { value = next } else if next != value { isConstant = false }
      count += 1
    }
  }

  mutating func merge(_ other: ConstantColumn) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    isConstant = isConstant && other.isConstant && value == other.value
    count += other.count
  }
}
