/// Finds the parcels that a record of a list may be about.
struct RecordIndex {
  struct Found {
    var parcels: [Int]
    var evidence: ClaimEvidence
    var confidence: Double
  }

  private let parcels: [TenureRecord]
  private let confidence: ClaimConfidence
  private var byKey: [String: [Int]] = [:]
  /// By running number alone, for lists that print nothing else; and the reverse.
  private var bySerial: [String: [Int]] = [:]

  /// Records of lists by key.
  private var listed: [String: Int] = [:]

  init(_ parcels: [TenureRecord], lists: [TenureRecord], confidence: ClaimConfidence) {
    self.parcels = parcels
    self.confidence = confidence
    for record in lists {
      for (_, key, _) in keys(record) { listed[key, default: 0] += 1 }
    }
    for (place, parcel) in parcels.enumerated() {
      for (_, key, _) in keys(parcel) { byKey[key, default: []].append(place) }
      for serial in Set(parcel.certificates.map(\.serial)).sorted() where !serial.isEmpty {
        bySerial[serial, default: []].append(place)
      }
    }
  }

  /// Nil where nothing is found. A record of several certificates is about the parcels of all.
  func find(_ record: TenureRecord) -> Found? {
    var result: Found?
    for (evidence, key, confidence) in keys(record) {
      if let result, !isCertificate(evidence) || result.evidence != evidence { continue }
      guard let candidates = byKey[key] else { continue }
      var best = closest(candidates, to: record)
      // Where each parcel has a row of its own, the row that says the same is the one.
      if best.count > 1, listed[key] ?? 0 >= candidates.count { best = alike(best, to: record) }
      let isLocal = evidence == .parcelNumber && record.parcel.kind != .cadastral
      if isLocal, best.count > 1 { continue }
      // Digits alone are used again by every authority.
      let isShared = evidence == .bareCertificate && best.count > 1
      let believed = isShared ? confidence / Double(best.count) : confidence
      guard let known = result else {
        result = Found(parcels: best, evidence: evidence, confidence: believed)
        continue
      }
      result = Found(
        parcels: Set(known.parcels + best).sorted(), evidence: evidence,
        confidence: min(known.confidence, believed))
    }
    if let result { return result }
    // 001234 in the list, 将政林证字(2008)第001234号 on the map, or the other way round.
    var parcels: [Int] = []
    for certificate in record.certificates where !certificate.serial.isEmpty {
      let best = closest(bare(certificate), to: record)
      if best.count == 1 { parcels += best }
    }
    if parcels.isEmpty { return nil }
    return Found(
      parcels: Set(parcels).sorted(), evidence: .bareCertificate,
      confidence: confidence.bareCertificate / 2)
  }

  /// Of a record with several certificates, those that no parcel has, where some parcel has others.
  func unknownCertificates(of record: TenureRecord) -> [String] {
    guard record.certificates.count > 1, find(record) != nil else { return [] }
    return record.certificates.filter { certificate in
      byKey[Self.key(certificate)] == nil && closest(bare(certificate), to: record).count != 1
    }.map(\.key)
  }

  private func isCertificate(_ evidence: ClaimEvidence) -> Bool {
    evidence == .certificate || evidence == .bareCertificate
  }

  private static func key(_ certificate: CertificateNumber) -> String {
    (certificate.kind == .bareNumber ? "B" : "C") + certificate.key
  }

  /// Parcels with the same running number, where one of the two is a running number only.
  private func bare(_ certificate: CertificateNumber) -> [Int] {
    (bySerial[certificate.serial] ?? []).filter { place in
      parcels[place].certificates.contains {
        $0.serial == certificate.serial
          && ($0.kind == .bareNumber || certificate.kind == .bareNumber)
      }
    }
  }

  /// What a record can be found by, strongest first.
  private func keys(_ record: TenureRecord) -> [(ClaimEvidence, String, Double)] {
    var result: [(ClaimEvidence, String, Double)] = []
    if record.parcel.kind == .cadastral {
      result.append((.parcelNumber, "P" + record.parcel.key, confidence.parcelNumber))
    }
    var bare: [(ClaimEvidence, String, Double)] = []
    for certificate in record.certificates {
      switch certificate.kind {
      case .bareNumber:
        bare.append((.bareCertificate, Self.key(certificate), confidence.bareCertificate))
      case .none: break
      case .legacyForest, .realEstate, .oldMountain, .unrecognised:
        result.append((.certificate, Self.key(certificate), confidence.certificate))
      }
    }
    // A village's own parcel numbers repeat from village to village.
    if record.parcel.kind == .local || record.parcel.kind == .temporary {
      result.append((.parcelNumber, "P" + record.parcel.key, confidence.parcelNumber * 2 / 3))
    }
    return result + bare
  }

  /// Those of the candidates that agree with the record in most of what both say of the place.
  private func closest(_ candidates: [Int], to record: TenureRecord) -> [Int] {
    guard candidates.count > 1 else { return candidates }
    let scores = candidates.map { score(parcels[$0], record) }
    let best = scores.max() ?? 0
    return candidates.indices.filter { scores[$0] == best }.map { candidates[$0] }
  }

  /// Those of the candidates that agree with the record in most of holders, area and term.
  private func alike(_ candidates: [Int], to record: TenureRecord) -> [Int] {
    let scores = candidates.map { place -> Int in
      let parcel = parcels[place]
      let areasAgree =
        if let one = parcel.area.hectares, let other = record.area.hectares {
          RecordDifferences.areasAgree(one, other)
        } else {
          false
        }
      let isOneHolder =
        !parcel.leading().isEmpty && RecordDifferences.holders(parcel, record).isEmpty
      let isOneTerm = parcel.termEnd != .missing && parcel.termEnd == record.termEnd
      return [areasAgree, isOneHolder, isOneTerm].count { $0 }
    }
    let best = scores.max() ?? 0
    return candidates.indices.filter { scores[$0] == best }.map { candidates[$0] }
  }

  private func score(_ parcel: TenureRecord, _ record: TenureRecord) -> Int {
    func agree(_ one: String, _ other: String) -> Int {
      one.isEmpty || other.isEmpty ? 0 : one == other ? 1 : -1
    }
    var score = agree(LabelKey.village(parcel.village), LabelKey.village(record.village))
    score += agree(LabelKey.number(parcel.compartment), LabelKey.number(record.compartment))
    score += agree(
      LabelKey.number(parcel.subcompartment), LabelKey.number(record.subcompartment))
    score += agree(
      TextNormalization.key(parcel.placeName), TextNormalization.key(record.placeName))
    if parcel.parcel.kind != .none, record.parcel.kind != .none {
      score += 2 * agree(parcel.parcel.key, record.parcel.key)
    }
    return score
  }
}
