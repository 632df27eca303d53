/// Finds what was recorded or issued twice. A certificate with several parcels is no duplicate.
enum TenureDuplicates {
  static func find(_ records: [TenureRecord]) -> [TenureFinding] {
    var byCertificate: [String: [Int]] = [:]
    var byParcel: [String: [Int]] = [:]
    var byNumber: [String: [Int]] = [:]
    for (place, record) in records.enumerated() {
      for certificate in record.certificates {
        // Digits alone and old papers are numbered anew in every place.
        if certificate.kind == .legacyForest || certificate.kind == .realEstate,
          !certificate.serial.isEmpty, !record.leading().isEmpty
        {
          byNumber[certificate.key, default: []].append(place)
        }
        byCertificate[certificate.key + "\u{1F}" + ground(record), default: []].append(place)
      }
      if record.parcel.kind == .cadastral || record.parcel.kind == .local {
        byParcel[record.parcel.key + "\u{1F}" + TextNormalization.key(record.village), default: []]
          .append(place)
      }
    }
    var findings: [TenureFinding] = []
    for (key, places) in byCertificate where places.count > 1 {
      let certificate = String(key.prefix { $0 != "\u{1F}" })
      findings.append(
        .duplicateCertificate(key: certificate, rows: places.map { records[$0].row }))
    }
    for (key, places) in byParcel where places.count > 1 {
      let certificates = Set(places.flatMap { records[$0].certificates.map(\.key) }).sorted()
      guard certificates.count > 1 else { continue }
      let parcel = String(key.prefix { $0 != "\u{1F}" })
      findings.append(
        .parcelUnderSeveralCertificates(
          parcel: parcel, certificates: certificates, rows: places.map { records[$0].row }))
    }
    for (key, places) in byNumber where places.count > 1 {
      var different: [HolderList] = []
      for place in places {
        let holders = records[place].leading()
        if !different.contains(where: { HolderComparison.agree($0, holders) }) {
          different.append(holders)
        }
      }
      guard different.count > 1 else { continue }
      findings.append(
        .certificateOfSeveralHolders(
          key: key, holders: different.map(\.printed), rows: places.map { records[$0].row }))
    }
    return findings.sorted { ($0.row, $0.rule, text($0)) < ($1.row, $1.rule, text($1)) }
  }

  /// What tells the parcels of one certificate apart: their number, else their place.
  private static func ground(_ record: TenureRecord) -> String {
    if record.parcel.kind != .none { return record.parcel.key }
    let places = [record.village, record.compartment, record.subcompartment, record.placeName]
    return places.map(TextNormalization.key).joined(separator: "/")
  }

  private static func text(_ finding: TenureFinding) -> String {
    switch finding {
    case .duplicateCertificate(let key, _): key
    case .parcelUnderSeveralCertificates(let parcel, _, _): parcel
    case .certificateOfSeveralHolders(let key, _, _): key
    default: ""
    }
  }
}
