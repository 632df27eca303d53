internal import Configuration
internal import Inventory

/// Reads the parts that many objects of a parameter file have in common.
struct FactReader {
  /// Whether the file names the official document, without which nothing may be called official.
  let hasDocument: Bool

  /// The words for how sure a recalled fact is.
  private static let confidences = ["high", "med-high", "med", "med-low", "low"]

  /// `standing`, `confidence`, `source` and `note` of an object; what is not given comes from the
  /// default of the surrounding object.
  func provenance(
    _ reader: ConfigurationReader, default fallback: Provenance? = nil
  ) throws(ConfigurationError) -> Provenance {
    let given = try reader.optionalChoice("standing", Standing.self)
    guard let standing = given ?? fallback?.standing else {
      throw reader.error(.missingKey("standing"))
    }
    if standing == .official, !hasDocument {
      throw reader.error(
        .unusable(
          "official is reserved for files that name the official text under `document`",
          remedy: "add document: { title, number, issuer, issued }, or choose another standing"),
        at: "standing")
    }
    let confidence = try reader.optionalString("confidence")
    if let confidence, !Self.confidences.contains(confidence) {
      throw reader.error(
        .notOneOf(value: confidence, suggestion: nil, allowed: Self.confidences), at: "confidence")
    }
    // A standing of its own needs a source of its own: the default's source tells another story.
    let inherited = given == nil || given == fallback?.standing
    let named = try reader.optionalString("source")
    guard var source = named ?? (inherited ? fallback?.source : nil), !source.isEmpty else {
      throw reader.error(.missingKey("source"))
    }
    if let note = try reader.optionalString("note") { source += "; " + note }
    return Provenance(
      standing, confidence: confidence ?? (inherited ? fallback?.confidence : nil),
      source: source)
  }

  /// Text that is not empty.
  func text(_ reader: ConfigurationReader, _ key: String) throws(ConfigurationError) -> String {
    let value = try reader.string(key)
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw reader.error(
        .outOfRange(value: "an empty text", allowed: "at least one letter"), at: key)
    }
    return value
  }

  /// A list of 地类, none twice.
  func landClasses(
    _ reader: ConfigurationReader, _ key: String
  ) throws(ConfigurationError) -> [LandClass] {
    var result: [LandClass] = []
    for name in try reader.strings(key) {
      let allowed = LandClass.allCases.filter { $0 != .unknown }.map(\.rawValue)
      guard allowed.contains(name), let landClass = LandClass(rawValue: name) else {
        throw reader.error(.notOneOf(value: name, suggestion: nil, allowed: allowed), at: key)
      }
      guard !result.contains(landClass) else {
        throw reader.error(.unusable("\(name) is listed twice", remedy: "keep one"), at: key)
      }
      result.append(landClass)
    }
    return result
  }
}
