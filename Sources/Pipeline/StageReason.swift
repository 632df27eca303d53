/// Why a stage has to be computed.
public struct StageReason: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case forced
    case noResult = "no result yet"
    case resultDamaged = "result damaged"
    /// `subject` is the place in the configuration; nil where there are too many.
    case configurationChanged = "configuration changed"
    case algorithmChanged = "algorithm revision changed"
    /// `subject` is the role.
    case inputChanged = "input changed"
    /// `subject` is the stage.
    case upstreamChanged = "upstream changed"
    /// `subject` is the library.
    case libraryChanged = "library version changed"
    /// The program now records results in another way.
    case formatChanged = "record format changed"
  }

  public var kind: Kind
  public var subject: String?

  public init(_ kind: Kind, _ subject: String? = nil) {
    self.kind = kind
    self.subject = subject
  }
}
