public import Configuration
internal import Inventory

extension GrowthSettings {
  private static let words: [(word: String, rung: EvidenceRung)] =
    EvidenceRung.allCases.filter { $0 != .none }.map { ($0.identifier, $0) }

  /// Reads a `growth` block and finishes its reader.
  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    self.init()
    let facts = FactReader(hasDocument: false)
    if let words = try reader.optionalStrings("rungs") {
      rungs = try Self.rungs(words, reader: reader)
    }
    years = try reader.optionalInteger("years", in: 1...30)
    previousYears = try reader.optionalInteger("previousYears", in: 1...30)
    if let fit = try reader.optionalObject("fit") {
      ageClassYears = try fit.optionalInteger("ageClassYears", in: 1...20) ?? ageClassYears
      minimumStands = try fit.optionalInteger("minimumStands", in: 5...100_000) ?? minimumStands
      minimumClasses = try fit.optionalInteger("minimumClasses", in: 3...50) ?? minimumClasses
      minimumStandsPerClass =
        try fit.optionalInteger("minimumStandsPerClass", in: 1...1000) ?? minimumStandsPerClass
      try fit.finish()
    }
    if let curves = try reader.optionalObjects("publishedCurves") {
      for entry in curves {
        let curve = try Self.publishedCurve(entry, facts: facts)
        for group in curve.groups
        where publishedCurves.contains(where: { $0.groups.contains(group) }) {
          throw entry.error(.invalid("\(group) has a curve already"), at: "groups")
        }
        publishedCurves.append(curve)
      }
    } else if allows(.publishedCurve) {
      publishedCurves = PublishedCurve.demonstration
    }
    if let entry = try reader.optionalObject("flatRate") {
      flatRate = FlatRate(
        rate: try entry.number("rate", in: -0.2...0.5),
        form: try entry.optionalChoice("form", FlatRate.Form.self) ?? .compound,
        provenance: try facts.provenance(entry))
      try entry.finish()
    }
    if allows(.flatRate), flatRate == nil { throw reader.error(.missingKey("flatRate")) }
    try reader.finish()
  }

  private static func rungs(
    _ words: [String], reader: ConfigurationReader
  ) throws(ConfigurationError) -> [EvidenceRung] {
    for (place, word) in words.enumerated() {
      guard Self.words.contains(where: { $0.word == word }) else {
        throw reader.error(
          .notOneOf(value: word, suggestion: nil, allowed: Self.words.map(\.word)), at: "rungs")
      }
      guard !words[..<place].contains(word) else {
        throw reader.error(.invalid("\(word) is listed twice"), at: "rungs")
      }
    }
    guard !words.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "rungs")
    }
    // The order of the ladder is not for a file to change.
    return Self.words.filter { words.contains($0.word) }.map(\.rung)
  }

  private enum FormName: String, CaseIterable {
    case schumacher, richards, quadratic, logistic, gompertz, korf
    case generalRichards = "general-richards"
  }

  private static func publishedCurve(
    _ reader: ConfigurationReader, facts: FactReader
  ) throws(ConfigurationError) -> PublishedCurve {
    let groups = try reader.strings("groups")
    guard !groups.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "groups")
    }
    let form: GrowthCurve.Form
    switch try reader.choice("form", FormName.self) {
    case .schumacher:
      form = .schumacher(
        a: try reader.number("a", in: 1...3000), b: try reader.number("b", in: 0.1...300))
    case .richards:
      form = .richards(
        a: try reader.number("a", in: 1...3000), k: try reader.number("k", in: 0.001...2),
        c: try reader.number("c", in: 0.1...20))
    case .generalRichards:
      let m = try reader.number("m", in: -5...5)
      guard m != 1 else { throw reader.error(.invalid("1/(1 − m) has no value at 1"), at: "m") }
      form = .generalRichards(
        a: try reader.number("a", in: 1...3000), b: try reader.number("b", in: -1000...1000),
        k: try reader.number("k", in: 0.001...2), m: m)
    case .logistic:
      form = .logistic(
        a: try reader.number("a", in: 1...3000), b: try reader.number("b", in: 0.01...10_000),
        k: try reader.number("k", in: 0.001...2))
    case .gompertz:
      form = .gompertz(
        a: try reader.number("a", in: 1...3000), b: try reader.number("b", in: 0.01...1000),
        k: try reader.number("k", in: 0.001...2))
    case .korf:
      form = .korf(
        a: try reader.number("a", in: 1...100_000), b: try reader.number("b", in: 0.1...1000),
        c: try reader.number("c", in: 0.05...5))
    case .quadratic:
      form = .quadratic(
        c0: try reader.number("c0", in: -1000...1000), c1: try reader.number("c1", in: -100...100),
        c2: try reader.number("c2", in: -10...10))
    }
    let youngest = try reader.number("minimumAge", in: 0...200)
    let oldest = try reader.number("maximumAge", in: 1...500)
    guard youngest < oldest else {
      throw reader.error(.invalid("maximumAge is not above minimumAge"), at: "maximumAge")
    }
    let provenance = try facts.provenance(reader)
    try reader.finish()
    let curve = PublishedCurve(
      groups: groups,
      guide: GuideCurve(
        GrowthCurve(form, minimumAge: youngest), youngest: youngest, oldest: oldest),
      provenance: provenance)
    try curve.check(reader)
    return curve
  }
}
