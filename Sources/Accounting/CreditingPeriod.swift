/// Over how many years credits are summed.
public enum CreditingPeriod: Sendable, Equatable {
  /// The years between the two surveys: issuance looks back on what grew.
  case surveyInterval
  /// A fixed number of years at the measured rate.
  case fixed(years: Double)

  /// Years of crediting for surveys `interval` years apart.
  public func years(interval: Double) -> Double {
    switch self {
    case .surveyInterval: interval
    case .fixed(let years): years
    }
  }
}
