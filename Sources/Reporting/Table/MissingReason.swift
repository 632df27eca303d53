/// Why a figure is not there. "Cannot tell" is a result, so it has a name.
public struct MissingReason: Sendable, Equatable, Hashable {
  /// Stable identifier, such as `no-growth-model`.
  public var code: String
  /// What a reader of the report should understand by it, in Chinese.
  public var explanation: String

  public init(code: String, explanation: String) {
    self.code = code
    self.explanation = explanation
  }
}
