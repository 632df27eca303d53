/// One condition on a 小班.
public protocol ScreeningRule: Sendable {
  /// The name in parameter files and results.
  static var identifier: String { get }
  static var chineseTitle: String { get }
  static var neededFields: [ScreeningField] { get }
  /// What this rule has to know: `neededFields`, unless it depends on the clause.
  var fields: [ScreeningField] { get }

  /// Whether it asks for the state of the stand, which felling changes, rather than for the bounds
  /// of the project (title, exclusions, other credits) or for evidence.
  static var isOfState: Bool { get }

  /// The condition as the method states it.
  var clause: ScreeningClause { get }

  init(_ clause: ScreeningClause) throws(RuleError)

  /// One verdict for each row.
  func evaluate(_ columns: ScreeningColumns) -> [Verdict]
}

extension ScreeningRule {
  public static var isOfState: Bool { false }
  public var fields: [ScreeningField] { Self.neededFields }

  static func limit(
    of clause: ScreeningClause, lowest: Double, highest: Double
  ) throws(RuleError) -> Double {
    guard let number = clause.number else { throw .missingNumber(rule: identifier) }
    guard number >= lowest, number <= highest else {
      throw .numberOutOfRange(
        rule: identifier, number: number, lowest: lowest, highest: highest)
    }
    return number
  }

  /// The admitted codes; `unknown` cannot be admitted.
  static func codes<Code: RawRepresentable & CaseIterable & Hashable>(
    of clause: ScreeningClause, unknown: Code? = nil
  ) throws(RuleError) -> Set<Code> where Code.RawValue == String {
    guard !clause.values.isEmpty else { throw .missingValues(rule: identifier) }
    var result = Set<Code>()
    for value in clause.values {
      guard let code = Code(rawValue: value), code != unknown else {
        throw .unknownValue(
          rule: identifier, value: value,
          allowed: Code.allCases.filter { $0 != unknown }.map(\.rawValue))
      }
      result.insert(code)
    }
    return result
  }

  static func membership<Code: Hashable>(
    _ column: [Code], in admitted: Set<Code>, unknown: Code
  ) -> [Verdict] {
    column.map { $0 == unknown ? .cannotTell : admitted.contains($0) ? .pass : .fail }
  }
}
