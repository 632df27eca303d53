/// A survey that stands alone carries previous-period fields (`Q_…`), and nothing says how many years
/// before it they were taken. The user should write `growth: { previousYears: … }` in the pipeline
/// file, or leave the fields out of use with `growth: { rungs: ["two-surveys"] }`.
public struct UndeclaredInterval: Error, Sendable, Equatable {
  /// Year of the survey.
  public var survey: Int
  /// 小班 with a volume of the previous date.
  public var rows: Int

  public init(survey: Int, rows: Int) {
    self.survey = survey
    self.rows = rows
  }
}
