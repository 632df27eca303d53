/// How far each kind of evidence is believed, 0 to 1. Judgement, to be set by the user; only the
/// order of the defaults is meant.
public struct ClaimConfidence: Sendable, Equatable {
  public var spatial = 1.0
  public var parcelNumber = 0.9
  public var certificate = 0.8
  public var bareCertificate = 0.4
  public var inventoryNumber = 0.5
  public var placeName = 0.2

  public init() {}

  public subscript(evidence: ClaimEvidence) -> Double {
    switch evidence {
    case .spatial: spatial
    case .parcelNumber: parcelNumber
    case .certificate: certificate
    case .bareCertificate: bareCertificate
    case .inventoryNumber: inventoryNumber
    case .placeName: placeName
    }
  }
}
