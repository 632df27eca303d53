internal import Accounting

extension PipelineFile {
  /// The calendar years that a method of this run credits.
  func creditedYears(of method: MethodParameters) -> ClosedRange<Int> {
    var surveys = inventory.map(\.survey)
    if surveys.count == 1, let years = growth.lookBack { surveys.insert(surveys[0] - years, at: 0) }
    return method.crediting.calendarYears(surveys: surveys) ?? 0...9999
  }

  /// The different periods of all methods, in order.
  var creditedPeriods: [ClosedRange<Int>] {
    Set(methods.map { creditedYears(of: $0.parameters) })
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
