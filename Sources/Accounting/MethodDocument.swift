/// The official text from which the user filled a parameter file in.
public struct MethodDocument: Sendable, Equatable {
  public var title: String
  /// 文号 or method code, such as 粤环函〔…〕….
  public var number: String
  public var issuer: String
  /// Date of issue as printed, YYYY-MM-DD.
  public var issued: String

  public init(title: String, number: String, issuer: String, issued: String) {
    self.title = title
    self.number = number
    self.issuer = issuer
    self.issued = issued
  }
}
