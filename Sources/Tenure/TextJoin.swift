internal import Inventory

/// Connects parcels to 小班 by what both print. A hint: the map leads wherever there is one.
public struct TextJoin: Sendable {
  public var confidence: ClaimConfidence
  private let byKey: [String: [Int32]]
  private let parcels: TenureParcelColumns

  public init(
    parcels: TenureParcelColumns, confidence: ClaimConfidence = ClaimConfidence()
  ) {
    self.confidence = confidence
    self.parcels = parcels
    var byKey: [String: [Int32]] = [:]
    for place in 0..<parcels.count where !parcels.isVoid[place] {
      var keys: [String] = []
      if parcels.parcel[place].kind == .cadastral {
        keys.append(Self.key(.parcelNumber, parcels.parcel[place].key))
      }
      for certificate in parcels.certificates[place] {
        if let evidence = Self.evidence(certificate) {
          keys.append(Self.key(evidence, certificate.key))
        }
      }
      let village = LabelKey.village(parcels.village[place])
      let compartment = parcels.compartment[place]
      let subcompartment = parcels.subcompartment[place]
      if !village.isEmpty, !subcompartment.isEmpty {
        keys.append(Self.key(.inventoryNumber, village, compartment, subcompartment))
      }
      let name = parcels.placeName[place]
      if !village.isEmpty, !name.isEmpty, !TextNormalization.saysNothing(name) {
        keys.append(Self.key(.placeName, village, name))
      }
      for key in Set(keys).sorted() { byKey[key, default: []].append(Int32(place)) }
    }
    self.byKey = byKey
  }

  /// The claims of the strongest evidence that finds anything, for each 小班. Where one key finds
  /// several titles, the confidence is divided among them.
  public func claims(of labels: SubcompartmentLabels) -> ClaimColumns {
    var result = ClaimColumns()
    for row in 0..<labels.count {
      for (evidence, key) in keys(labels, row) {
        guard let found = byKey[key], !found.isEmpty else { continue }
        let titles = distinctTitles(found)
        for parcel in titles {
          result.append(
            subcompartment: Int32(row), parcel: parcel, share: .nan, evidence: evidence,
            confidence: confidence[evidence] / Double(titles.count))
        }
        break
      }
    }
    return result
  }

  private func keys(_ labels: SubcompartmentLabels, _ row: Int) -> [(ClaimEvidence, String)] {
    var result: [(ClaimEvidence, String)] = []
    if !labels.parcelNumber.isEmpty(row) {
      let number = ParcelNumber(labels.parcelNumber[row])
      if number.kind == .cadastral {
        result.append((.parcelNumber, Self.key(.parcelNumber, number.key)))
      }
    }
    if !labels.certificate.isEmpty(row) {
      let certificates = CertificateNumber.list(labels.certificate[row])
      for strong: ClaimEvidence in [.certificate, .bareCertificate] {
        for certificate in certificates where Self.evidence(certificate) == strong {
          result.append((strong, Self.key(strong, certificate.key)))
        }
      }
    }
    let village = labels.village[row]
    guard !village.isEmpty else { return result }
    let subcompartment = labels.subcompartment[row]
    if !subcompartment.isEmpty {
      result.append(
        (
          .inventoryNumber,
          Self.key(.inventoryNumber, village, labels.compartment[row], subcompartment)
        ))
    }
    if !labels.placeName.isEmpty(row) {
      result.append((.placeName, Self.key(.placeName, village, labels.placeName[row])))
    }
    return result
  }

  private func distinctTitles(_ found: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for parcel in found {
      let isKnown = result.contains { parcels.areOneTitle(Int($0), Int(parcel)) }
      if !isKnown { result.append(parcel) }
    }
    return result
  }

  private static func evidence(_ certificate: CertificateNumber) -> ClaimEvidence? {
    switch certificate.kind {
    case .legacyForest, .realEstate, .oldMountain:
      certificate.serial.isEmpty ? nil : .certificate
    case .bareNumber: .bareCertificate
    case .unrecognised, .none: nil
    }
  }

  private static func key(_ evidence: ClaimEvidence, _ parts: String...) -> String {
    evidence.rawValue + "\u{1F}" + parts.joined(separator: "\u{1F}")
  }
}
