/// A closed list of terms that stores keep as small numbers: the position in `allCases`.
public protocol Vocabulary: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
  var chineseName: String { get }
}

extension LandClass: Vocabulary {}
extension Origin: Vocabulary {}
extension ForestClass: Vocabulary {}
extension AgeGroup: Vocabulary {}

/// The numbers of a vocabulary's terms, both ways.
public struct Ordinals<Term: Vocabulary>: Sendable {
  public let terms: [Term]
  private let numbers: [Term: Int64]

  public init() {
    terms = Array(Term.allCases)
    var numbers: [Term: Int64] = [:]
    for (number, term) in terms.enumerated() { numbers[term] = Int64(number) }
    self.numbers = numbers
  }

  public func number(_ term: Term) -> Int64 { numbers[term] ?? 0 }

  /// The term of a number; the first term, `unknown`, for a number out of range.
  public func term(_ number: Int64) -> Term {
    terms.indices.contains(Int(number)) ? terms[Int(number)] : terms[0]
  }
}
