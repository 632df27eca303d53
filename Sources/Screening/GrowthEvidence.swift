/// How growth between two dates is known, as the accounting marks each row; the numbers are those
/// of its evidence rungs.
public enum GrowthEvidence: UInt8, Sendable, CaseIterable {
  case twoSurveys = 0
  case previousFields = 1
  case fittedCurve = 2
  case publishedCurve = 3
  case flatRate = 4
  case none = 5
}
