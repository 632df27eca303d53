extension CreditingPeriod {
  /// The calendar years whose growth is credited, which is what land × years in a ledger means.
  ///
  /// A survey describes the end of its year. Credits of the survey interval are for the years after
  /// the first survey up to the last (2018 and 2023: 2019 to 2023); with one survey only, for its
  /// year. Named and repeated periods are their own years. A fixed number of years begins with the
  /// year after the last survey; a part of a year
  /// takes the whole year.
  ///
  /// - Parameter surveys: years of the surveys; nil is returned where there is none.
  public func calendarYears(surveys: [Int]) -> ClosedRange<Int>? {
    guard let first = surveys.min(), let last = surveys.max() else { return nil }
    switch self {
    case .surveyInterval: return min(first + 1, last)...last
    case .calendar(let first, let last): return first...max(first, last)
    case .repeating(let start, let years):
      let years = max(1, years)
      let begin = start + max(0, (last - start + 1) / years - 1) * years
      return begin...begin + years - 1
    case .fixed(let years): return last + 1...last + max(1, Int(years.rounded(.up)))
    }
  }
}
