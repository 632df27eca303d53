internal import Configuration
internal import Inventory

extension Litter {
  /// - Parameter groups: the species groups that have coefficients in the file.
  init(
    _ reader: ConfigurationReader, facts: FactReader, groups: [String]
  ) throws(ConfigurationError) {
    let fraction = try reader.number("carbonFraction", in: 0.2...0.6)
    let provenance = try facts.provenance(reader)
    var functions: [Function] = []
    for entry in try reader.objects("functions") {
      let names = try entry.strings("groups")
      guard !names.isEmpty else {
        throw entry.error(
          .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "groups")
      }
      for name in names {
        guard groups.contains(name) else {
          throw entry.error(.invalid("\(name) has no coefficients in this file"), at: "groups")
        }
        guard !functions.contains(where: { $0.groups.contains(name) }) else {
          throw entry.error(.invalid("\(name) has a function already"), at: "groups")
        }
      }
      functions.append(try Self.function(entry, groups: names, facts: facts, default: provenance))
    }
    // What becomes of groups without a function is for the file to say, not for silence.
    var others: Function?
    if reader.holdsObject("others") {
      others = try Self.function(
        try reader.object("others"), groups: [], facts: facts, default: provenance)
    } else {
      let word = try reader.string("others")
      guard word == "none" else {
        throw reader.error(
          .notOneOf(value: word, suggestion: nil, allowed: ["none", "{ a, b }"]), at: "others")
      }
    }
    try reader.finish()
    self.init(
      carbonFraction: fraction, functions: functions, others: others, provenance: provenance)
  }

  private static func function(
    _ reader: ConfigurationReader, groups: [String], facts: FactReader, default common: Provenance
  ) throws(ConfigurationError) -> Function {
    let function = Function(
      groups: groups, a: try reader.number("a", in: 0...60),
      b: try reader.number("b", in: -0.1...0),
      provenance: try facts.provenance(reader, default: common))
    try reader.finish()
    return function
  }
}
