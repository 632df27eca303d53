/// A column of a `ReportTable`. Columns are made by the functions below, which is why a column of
/// quantities always has a unit: a figure is never shown without one.
public struct ReportColumn: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case text
    /// Text made of digits, whose leading zeros matter.
    case code
    /// A position in an order; the only number without a unit.
    case rank
    case integer
    case decimal(places: Int)
    /// The cells hold fractions, the reader sees percentages.
    case percent(places: Int)
  }

  public enum Alignment: Sendable, Equatable {
    case leading
    case centre
    case trailing
  }

  public let heading: String
  /// Empty for text, codes and ranks.
  public let unit: String
  public let kind: Kind
  public let alignment: Alignment
  /// Width in cells of a terminal or characters of a worksheet; nil for what the content needs.
  public let width: Int?

  private init(heading: String, unit: String, kind: Kind, alignment: Alignment, width: Int?) {
    self.heading = heading
    self.unit = unit
    self.kind = kind
    self.alignment = alignment
    self.width = width
  }

  public static func text(
    _ heading: String, width: Int? = nil, alignment: Alignment = .leading
  ) -> ReportColumn {
    ReportColumn(heading: heading, unit: "", kind: .text, alignment: alignment, width: width)
  }

  public static func code(_ heading: String, width: Int? = nil) -> ReportColumn {
    ReportColumn(heading: heading, unit: "", kind: .code, alignment: .leading, width: width)
  }

  public static func rank(_ heading: String) -> ReportColumn {
    ReportColumn(heading: heading, unit: "", kind: .rank, alignment: .centre, width: nil)
  }

  public static func integer(
    _ heading: String, unit: String, width: Int? = nil
  ) -> ReportColumn {
    ReportColumn(heading: heading, unit: unit, kind: .integer, alignment: .trailing, width: width)
  }

  public static func decimal(
    _ heading: String, unit: String, places: Int, width: Int? = nil
  ) -> ReportColumn {
    ReportColumn(
      heading: heading, unit: unit, kind: .decimal(places: places), alignment: .trailing,
      width: width)
  }

  public static func percent(
    _ heading: String, places: Int = 1, width: Int? = nil
  ) -> ReportColumn {
    ReportColumn(
      heading: heading, unit: "%", kind: .percent(places: places), alignment: .trailing,
      width: width)
  }

  /// What the column calls itself on one line: `面积（公顷）`.
  public var headingWithUnit: String { unit.isEmpty ? heading : "\(heading)（\(unit)）" }

  var isNumeric: Bool {
    switch kind {
    case .text, .code: false
    case .rank, .integer, .decimal, .percent: true
    }
  }

  /// The text of a cell as a reader sees it, without the unit, which the heading names.
  func display(_ cell: ReportCell) -> String {
    switch cell {
    case .text(let text): text
    case .missing: Quantity.missing
    case .empty: ""
    case .number(let value): format(value, grouped: true) ?? Quantity.missing
    }
  }

  func format(_ value: Double, grouped: Bool) -> String? {
    switch kind {
    case .text, .code, .rank: DecimalText.fixed(value, places: 0)
    case .integer: DecimalText.fixed(value, places: 0, grouped: grouped)
    case .decimal(let places): DecimalText.fixed(value, places: places, grouped: grouped)
    case .percent(let places): DecimalText.fixed(value * 100, places: places, grouped: grouped)
    }
  }
}
