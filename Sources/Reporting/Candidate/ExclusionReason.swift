/// Why part of a village's forest does not count.
public struct ExclusionReason: Sendable, Equatable {
  /// In Chinese, such as `林龄超出中龄`.
  public var text: String
  public var subcompartments: Int
  public var hectares: Double

  public init(text: String, subcompartments: Int, hectares: Double) {
    self.text = text
    self.subcompartments = subcompartments
    self.hectares = hectares
  }
}
