import Inventory

/// How the quantities of a report are written: one place, so that an area looks the same in a
/// heading, a table and a chart.
///
/// Nothing here depends on a locale. Halves are rounded away from zero, thousands are separated by
/// commas, and a value that is not a finite number is written as `missing`.
public enum Quantity {
  /// What stands for a figure that is not known.
  public static let missing = "—"

  /// A plain number with thousands separators.
  public static func number(_ value: Double, places: Int = 0) -> String {
    DecimalText.fixed(value, places: places, grouped: true) ?? missing
  }

  /// An area in hectares, two places, without its unit.
  public static func hectares(_ hectares: Double) -> String { number(hectares, places: 2) }

  /// The same area in 亩, one place, without its unit.
  public static func mu(hectares: Double) -> String {
    number(hectares * Units.muPerHectare, places: 1)
  }

  /// An area in both units as running text, such as `12.34 公顷（185.1 亩）`.
  public static func area(_ hectares: Double) -> String {
    guard hectares.isFinite else { return missing }
    return "\(self.hectares(hectares)) 公顷（\(mu(hectares: hectares)) 亩）"
  }

  /// Tonnes, whole, without their unit.
  public static func tonnes(_ tonnes: Double) -> String { number(tonnes) }

  /// Amounts of money in whole yuan, without their unit.
  public static func yuan(_ yuan: Double) -> String { number(yuan) }

  /// Amounts of money in units of 10 000 yuan, one place, without their unit.
  public static func tenThousandYuan(_ yuan: Double) -> String {
    number(yuan / 10_000, places: 1)
  }

  /// A share given as a fraction: 0.125 is `12.5%`.
  public static func percent(fraction: Double, places: Int = 1) -> String {
    guard let text = DecimalText.fixed(fraction * 100, places: places, grouped: true) else {
      return missing
    }
    return text + "%"
  }

  /// `low–high`, or nil where one end is not known.
  public static func range(_ low: Double?, _ high: Double?, places: Int = 0) -> String? {
    guard let low, let high, low.isFinite, high.isFinite else { return nil }
    return "\(number(low, places: places))–\(number(high, places: places))"
  }
}
