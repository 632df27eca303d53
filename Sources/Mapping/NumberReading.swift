internal import Inventory

/// A column of numbers as it was read, and the cells that were no plain numbers.
public struct NumberReading: Sendable, Equatable {
  /// A cell that a person should look at.
  public struct Oddity: Sendable, Equatable {
    /// Position of the row among those read.
    public var row: Int
    /// As the source has it; the beginning of a long one.
    public var text: String
    /// The number in the column's unit, where the cell names another unit; NaN for what is no
    /// number.
    public var value: Double

    public var isUnreadable: Bool { value.isNaN }

    public init(row: Int, text: String, value: Double) {
      self.row = row
      self.text = text
      self.value = value
    }
  }

  /// In the source's unit; NaN where there is none.
  public var values: [Double]
  public var oddities: [Oddity] = []
  /// Cells of a column of texts that are not blank; 0 for a column of numbers, all of which can be
  /// read.
  public var filled = 0

  /// A column of texts.
  init(_ texts: TextColumn, rows: Int, unit: QuantityUnit?) {
    values = []
    values.reserveCapacity(rows)
    for row in 0..<rows {
      let range = texts.byteRange(row)
      if range.isEmpty {
        values.append(.nan)
        continue
      }
      filled += 1
      let text = texts.bytes[range]
      var number = NumberText.parse(text)
      if number.isNaN { number = odd(text, row, unit) }
      values.append(number)
    }
  }

  init(_ values: [Double]) { self.values = values }

  private mutating func odd(
    _ text: ArraySlice<UInt8>, _ row: Int, _ unit: QuantityUnit?
  ) -> Double {
    switch QuantityText.read(text, in: unit) {
    case .nothing:
      filled -= 1
      return .nan
    case .number(let value, let isConverted):
      if isConverted { oddities.append(Oddity(row: row, text: Self.shown(text), value: value)) }
      return value
    case .unreadable:
      oddities.append(Oddity(row: row, text: Self.shown(text), value: .nan))
      return .nan
    }
  }

  /// A million characters are no finding.
  private static func shown(_ text: ArraySlice<UInt8>) -> String {
    let shown = String(String(decoding: text.prefix(160), as: UTF8.self).prefix(40))
    return text.count > shown.utf8.count ? shown + "…" : shown
  }
}
