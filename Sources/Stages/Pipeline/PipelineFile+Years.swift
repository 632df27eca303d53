internal import Accounting

extension PipelineFile {
  /// The calendar years that a method of this run credits.
  func creditedYears(of method: MethodParameters) -> ClosedRange<Int> {
    var surveys = pairedSurveys
    if surveys.count == 1, let years = growth.lookBack { surveys.insert(surveys[0] - years, at: 0) }
    return method.crediting.calendarYears(surveys: surveys) ?? 0...9999
  }

  /// The surveys between which growth is measured, or the only one.
  var pairedSurveys: [Int] {
    let years = inventory.map(\.survey)
    guard let last = years.max(), let first = pairing.first ?? years.min(), first < last else {
      return years
    }
    return [first, last]
  }

  /// The calendar years whose growth the evidence is of; nil where nothing is known of growth.
  var measuredYears: ClosedRange<Int>? {
    var surveys = pairedSurveys
    if surveys.count == 1, let years = growth.lookBack { surveys.insert(surveys[0] - years, at: 0) }
    guard let first = surveys.first, let last = surveys.last, first < last else { return nil }
    return first + 1...last
  }

  /// The different periods of all methods, in order.
  var creditedPeriods: [ClosedRange<Int>] {
    Set(methods.map { creditedYears(of: $0.parameters) })
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
