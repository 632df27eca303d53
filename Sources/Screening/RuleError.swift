/// A condition that cannot be used as written in the parameter file. Correct it there.
public enum RuleError: Error, Sendable, Equatable {
  /// There is no such rule; choose one of `known`.
  case unknownRule(name: String, known: [String])
  /// The rule needs a limit.
  case missingNumber(rule: String)
  /// The limit must lie between `lowest` and `highest`.
  case numberOutOfRange(rule: String, number: Double, lowest: Double, highest: Double)
  /// The rule needs at least one admitted value.
  case missingValues(rule: String)
  /// A rule made of other rules needs at least one.
  case missingParts(rule: String)
  /// A value is none of `allowed`.
  case unknownValue(rule: String, value: String, allowed: [String])
  /// A method may have at most `limit` conditions.
  case tooManyRules(count: Int, limit: Int)
}
