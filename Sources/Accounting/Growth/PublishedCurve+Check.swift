internal import Configuration

extension PublishedCurve {
  /// Refuses a curve that cannot be one of growth: without wood at some age that it is given for, or
  /// losing wood as the stand grows older.
  func check(_ reader: ConfigurationReader) throws(ConfigurationError) {
    let first = max(1, Int(guide.youngest.rounded(.up)))
    let last = Int(guide.oldest)
    guard first < last else { return }
    var before = 0.0
    for age in first...last {
      let volume = guide.curve.volume(age: Double(age))
      guard volume > 0, volume.isFinite else {
        throw reader.error(
          .outOfRange(
            value: "a volume of \(Self.short(volume)) m³/ha at age \(age)",
            allowed: "above 0 at every age from minimumAge to maximumAge"))
      }
      guard volume >= before * (1 - 1e-12) else {
        throw reader.error(
          .outOfRange(
            value: "a volume that falls from \(Self.short(before)) to \(Self.short(volume)) m³/ha "
              + "at age \(age)",
            allowed: "no fall from minimumAge to maximumAge"))
      }
      before = volume
    }
    guard before < 5000 else {
      throw reader.error(
        .outOfRange(
          value: "a volume of \(Self.short(before)) m³/ha at age \(last)", allowed: "up to 5000"))
    }
  }

  private static func short(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
