/// Numbers as texts, without a locale.
enum Digits {
  /// With leading zeros.
  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// With a fixed number of places, for magnitudes below 10¹².
  static func fixed(_ value: Double, _ places: Int) -> String {
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let scaled = Int((value * Double(factor)).rounded())
    let sign = scaled < 0 ? "-" : ""
    let whole = scaled.magnitude / UInt(factor)
    if places == 0 { return sign + String(whole) }
    return sign + String(whole) + "." + padded(Int(scaled.magnitude % UInt(factor)), places)
  }

  static func rounded(_ value: Double, _ places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (value * factor).rounded() / factor
  }
}
