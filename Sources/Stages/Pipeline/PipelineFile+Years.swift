internal import Accounting

extension PipelineFile {
  /// The calendar years that a method of this run credits.
  func creditedYears(of method: MethodParameters) -> ClosedRange<Int> {
    method.crediting.calendarYears(surveys: inventory.map(\.survey)) ?? 0...9999
  }

  /// The different periods of all methods, in order.
  var creditedPeriods: [ClosedRange<Int>] {
    Set(methods.map { creditedYears(of: $0.parameters) })
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
