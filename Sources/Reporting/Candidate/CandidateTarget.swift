/// What the county was asked for.
public struct CandidateTarget: Sendable, Equatable {
  /// Villages to put forward; the ranking draws a line below that many.
  public var villages: Int?
  /// Reduction over the crediting period, tCO2e.
  public var tonnes: Double?
  /// The document that sets the target.
  public var source: String

  public init(villages: Int?, tonnes: Double?, source: String) {
    self.villages = villages
    self.tonnes = tonnes
    self.source = source
  }
}
