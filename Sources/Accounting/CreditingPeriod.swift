/// Over how many years credits are summed.
public enum CreditingPeriod: Sendable, Equatable {
  /// The years between the two surveys: issuance looks back on what grew.
  case surveyInterval
  /// A fixed number of years at the measured rate.
  case fixed(years: Double)
  /// A monitoring period of whole calendar years, such as 2016 to 2020, at the measured rate. The
  /// next period is another file, or the same with other years.
  case calendar(first: Int, last: Int)

  /// Years of crediting for surveys `interval` years apart.
  public func years(interval: Double) -> Double {
    switch self {
    case .surveyInterval: interval
    case .fixed(let years): years
    case .calendar(let first, let last): Double(last - first + 1)
    }
  }
}
