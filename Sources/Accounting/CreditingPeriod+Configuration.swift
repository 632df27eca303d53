public import Configuration

extension CreditingPeriod {
  private enum Basis: String, CaseIterable {
    case surveyInterval = "survey-interval"
    case fixedYears = "fixed-years"
    case calendarYears = "calendar-years"
    case repeating
  }

  /// Reads a `crediting` object and finishes its reader.
  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    switch try reader.choice("basis", Basis.self) {
    case .surveyInterval: self = .surveyInterval
    case .fixedYears: self = .fixed(years: try reader.number("years", in: 1...100))
    case .calendarYears:
      let first = try reader.integer("first", in: 1990...2150)
      // Not before it begins, nor for more than a crediting period can last.
      self = .calendar(first: first, last: try reader.integer("last", in: first...first + 99))
    case .repeating:
      self = .repeating(
        first: try reader.integer("first", in: 1990...2150),
        years: try reader.integer("years", in: 1...100))
    }
    try reader.finish()
  }
}
