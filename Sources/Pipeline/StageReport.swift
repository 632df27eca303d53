/// What a stage has to say about its result. Stored with it, so that a reused result reports the
/// same; hence nothing in it may depend on the clock.
public struct StageReport: Codable, Sendable, Equatable {
  /// Counts and amounts in the order they are to be shown.
  public var facts: [Fact]
  /// Notes for people.
  public var lines: [String]

  public init(facts: [Fact] = [], lines: [String] = []) {
    self.facts = facts
    self.lines = lines
  }

  public mutating func add(_ name: String, _ count: Int) {
    facts.append(Fact(name: name, value: .integer(Int64(count))))
  }

  public mutating func add(_ name: String, _ number: Double) {
    facts.append(Fact(name: name, value: .number(number)))
  }

  public mutating func add(_ name: String, _ text: String) {
    facts.append(Fact(name: name, value: .text(text)))
  }

  /// The value of the first fact of that name.
  public subscript(name: String) -> Fact.Value? { facts.first { $0.name == name }?.value }
}
