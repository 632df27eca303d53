/// Land of a village whose title cannot be used as it stands, and what would cure it.
public struct TenureGap: Sendable, Equatable {
  /// In Chinese, such as `无证` or `证载权利人多于一个`.
  public var kind: String
  public var subcompartments: Int
  public var hectares: Double
  /// What has to be done, in Chinese.
  public var remedy: String

  public init(kind: String, subcompartments: Int, hectares: Double, remedy: String) {
    self.kind = kind
    self.subcompartments = subcompartments
    self.hectares = hectares
    self.remedy = remedy
  }
}
