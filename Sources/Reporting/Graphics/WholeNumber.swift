/// Whole numbers near a coordinate. `Double.rounded` would make this module need the C library's
/// mathematics, which nothing else in it does.
enum WholeNumber {
  /// The nearest, halves away from zero; 0 for what no drawing can hold.
  static func nearest(_ value: Double) -> Int {
    guard abs(value) < 1e15 else { return 0 }
    return Int(value < 0 ? value - 0.5 : value + 0.5)
  }

  static func below(_ value: Double) -> Int {
    guard abs(value) < 1e15 else { return 0 }
    let whole = Int(value)
    return Double(whole) > value ? whole - 1 : whole
  }

  static func above(_ value: Double) -> Int { -below(-value) }
}
