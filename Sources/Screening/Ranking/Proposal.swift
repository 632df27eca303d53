/// A candidate with its money and readiness: what is ranked.
public struct Proposal: Sendable, Equatable {
  public var candidate: Candidate
  public var revenue: Revenue
  /// The net revenue reached in nine cases out of ten, where it was computed.
  public var cautiousNet: Double?
  public var readiness: Readiness
  /// The size from which the project pays for itself, tCO2e; nil where no size is enough.
  public var minimumTonnes: Double?

  public init(
    candidate: Candidate, revenue: Revenue, cautiousNet: Double? = nil, readiness: Readiness,
    minimumTonnes: Double?
  ) {
    self.candidate = candidate
    self.revenue = revenue
    self.cautiousNet = cautiousNet
    self.readiness = readiness
    self.minimumTonnes = minimumTonnes
  }
}
