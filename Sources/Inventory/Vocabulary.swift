/// A closed list of terms that stores keep as small numbers: the position in `allCases`.
public protocol Vocabulary: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
  var chineseName: String { get }
  /// Position in `allCases`, written out: a row of an inventory asks for four of them.
  var ordinal: Int64 { get }
}

extension LandClass: Vocabulary {}
extension Origin: Vocabulary {}
extension ForestClass: Vocabulary {}
extension AgeGroup: Vocabulary {}
extension KeyLocation: Vocabulary {}

/// The terms of a vocabulary by number.
public struct Ordinals<Term: Vocabulary>: Sendable {
  public let terms: [Term]

  @inlinable public init() { terms = Array(Term.allCases) }

  /// The term of a number; the first term, `unknown`, for a number out of range.
  @inlinable
  public func term(_ number: Int64) -> Term {
    terms.indices.contains(Int(truncatingIfNeeded: number)) ? terms[Int(number)] : terms[0]
  }

  /// The terms of a column of numbers.
  @inlinable
  public func terms(_ numbers: [Int64]) -> [Term] { numbers.map(term) }
}
