/// Why two surveys cannot be laid side by side.
public enum SurveyPairError: Error, Sendable, Equatable {
  /// The years between the surveys are not within 0 to 100: check the dates of the two surveys in
  /// the pipeline file.
  case years(Double)
  /// The columns differ in length; whoever paired the surveys made a mistake.
  case lengths(first: Int, second: Int, evidence: Int)
  /// A species number without a name; the species table belongs to another survey.
  case species(number: UInt16)
}
