/// A growth curve with the ages within which it may guide a volume.
public struct GuideCurve: Sendable, Equatable {
  public var curve: GrowthCurve
  /// Years. Beyond either age the curve says nothing: below lies no data, and above a curve that
  /// was never tested on old stands would go on growing them.
  public var youngest: Double
  public var oldest: Double

  public init(_ curve: GrowthCurve, youngest: Double, oldest: Double) {
    self.curve = curve
    self.youngest = max(youngest, curve.minimumAge)
    self.oldest = oldest
  }

  /// The volume some whole years before, by Pressler's step; nil where the stand was or is outside
  /// the ages of the curve.
  /// - Parameters:
  ///   - volume: m³/ha at `age`, above 0
  ///   - age: years
  ///   - years: 1 or more
  public func backcast(volume: Double, age: Double, years: Int) -> Double? {
    guard volume > 0, age <= oldest, age - Double(years) >= youngest else { return nil }
    let before = curve.backcast(volume: volume, age: age, years: years)
    return before > 0 && before.isFinite ? before : nil
  }
}
