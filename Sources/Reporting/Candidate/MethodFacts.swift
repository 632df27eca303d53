public import Inventory

/// A method that was used, and how far it may be trusted.
public struct MethodFacts: Sendable, Equatable {
  public var identifier: String
  /// The method's name in Chinese.
  public var title: String
  /// What tonnes are called in narrow tables, such as `PHCER-like surrogate`.
  public var shortName: String
  public var edition: String
  public var standing: Standing
  /// Whether the accounting allows a result to be filed; see `isFileable`.
  public var mayBeFiled: Bool
  public var citation: String
  public var parameters: [ParameterFact]

  public init(
    identifier: String, title: String, shortName: String = "", edition: String, standing: Standing,
    mayBeFiled: Bool,
    citation: String, parameters: [ParameterFact]
  ) {
    self.identifier = identifier
    self.title = title
    self.shortName = shortName
    self.edition = edition
    self.standing = standing
    self.mayBeFiled = mayBeFiled
    self.citation = citation
    self.parameters = parameters
  }

  /// Whether results may be shown under the method's own name: only if the accounting says so and
  /// the text and every parameter are official.
  public var isFileable: Bool {
    mayBeFiled && standing.mayBeFiled && parameters.allSatisfy { $0.standing.mayBeFiled }
  }

  /// The name under which results are shown. A stand-in never passes for the method itself.
  public var displayTitle: String {
    isFileable || title.contains("替代") ? title : title + "（替代算法）"
  }
}
