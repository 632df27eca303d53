/// Where a fact comes from: its standing, how sure its author is, and the place to look it up.
public struct Provenance: Sendable, Codable, Equatable, Hashable {
  public var standing: Standing
  /// For recalled facts: `high`, `med-high`, `med`, `med-low` or `low`.
  public var confidence: String?
  /// Document, edition and clause, DOI or public address.
  public var source: String

  public init(_ standing: Standing, confidence: String? = nil, source: String) {
    self.standing = standing
    self.confidence = confidence
    self.source = source
  }
}
