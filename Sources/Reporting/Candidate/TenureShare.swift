/// How much of the examined forest has a certain state of title.
public struct TenureShare: Sendable, Equatable {
  /// In Chinese, such as `村集体，权属清晰`.
  public var name: String
  public var subcompartments: Int
  public var hectares: Double

  public init(name: String, subcompartments: Int, hectares: Double) {
    self.name = name
    self.subcompartments = subcompartments
    self.hectares = hectares
  }
}
