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
      let first = try reader.integer("from", in: 1950...2200)
      self = .calendar(first: first, last: try reader.integer("to", in: first...first + 99))
    case .repeating:
      self = .repeating(
        first: try reader.integer("from", in: 1950...2200),
        years: try reader.integer("years", in: 1...100))
    }
    try reader.finish()
  }
}
