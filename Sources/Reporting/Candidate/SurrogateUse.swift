/// Something that had to be replaced by a stand-in.
public struct SurrogateUse: Sendable, Equatable {
  /// What was not at hand, in Chinese.
  public var subject: String
  /// What was used instead.
  public var substitute: String
  /// What that does to the results.
  public var consequence: String

  public init(subject: String, substitute: String, consequence: String) {
    self.subject = subject
    self.substitute = substitute
    self.consequence = consequence
  }
}
