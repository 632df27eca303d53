/// Over how many years credits are summed, and which years they are.
///
/// Growth is measured between two surveys. Where the period is another one, its years are credited
/// at the measured yearly growth; reports say how many of them the surveys do not cover.
public enum CreditingPeriod: Sendable, Equatable {
  /// The years between the two surveys: issuance looks back on what grew.
  case surveyInterval
  /// A number of years at the measured rate, from the year after the last survey: an estimate of
  /// what is to come.
  case fixed(years: Double)
  /// The years named, both included, such as 2016 to 2020.
  case calendar(first: Int, last: Int)
  /// Monitoring periods of `years` years one after another from the year `first`. Credited is the
  /// last one that has ended by the later survey, or the first if none has.
  case repeating(first: Int, years: Int)

  /// Years of crediting for surveys `interval` years apart.
  public func years(interval: Double) -> Double {
    switch self {
    case .surveyInterval: interval
    case .fixed(let years): years
    case .calendar(let first, let last): Double(last - first + 1)
    case .repeating(_, let years): Double(years)
    }
  }
}
