/// A tree species or species group as a survey names it, with the group whose coefficients it uses.
public struct Species: Sendable, Hashable {
  /// As in the code list, such as 马尾松.
  public var name: String
  /// The neutral group for which parameter files give coefficients, such as 马尾松 or 栎类.
  public var group: String

  public init(name: String, group: String) {
    self.name = name
    self.group = group
  }
}

/// The species met in one inventory, numbered in the order of name and group, so that columns can
/// hold small numbers. Number 0 is "none recorded".
public struct SpeciesTable: Sendable, Equatable {
  public static let none: UInt16 = 0
  /// `species[0]` stands for none.
  public private(set) var species: [Species]
  private var numbers: [Species: UInt16]

  public init(_ species: some Sequence<Species>) {
    let distinct = Set(species).sorted { ($0.name, $0.group) < ($1.name, $1.group) }
    self.species = [Species(name: "", group: "")] + distinct
    numbers = [:]
    for (offset, one) in distinct.enumerated() { numbers[one] = UInt16(offset + 1) }
  }

  public func number(of species: Species) -> UInt16? { numbers[species] }
  public subscript(number: UInt16) -> Species { species[Int(number)] }
}
