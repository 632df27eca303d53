/// Joins the records of tenure lists to the parcels of the map that they are about.
///
/// By 宗地号, else by certificate number, both normalised. Where a number stands for several parcels
/// those count that agree best in village, 林班, 小班 and 小地名, if any does. The parcel leads: a list
/// fills its blanks, and what it says otherwise is a finding. A dispute in either counts.
public struct RecordJoin: Sendable {
  /// A record of a list with its parcels.
  public struct Match: Sendable, Equatable {
    public var list: Int
    /// Ascending.
    public var parcels: [Int]
    public var evidence: ClaimEvidence
    /// 0 to 1.
    public var confidence: Double
  }

  /// Positions count from 0 in the records given.
  public private(set) var matches: [Match] = []
  public private(set) var unmatched: [Int] = []
  /// Blanks of parcels that lists have filled.
  public private(set) var filled = 0
  /// With the position of the list record that they are about.
  public private(set) var findings: [(list: Int, finding: TenureFinding)] = []

  private let confidence: ClaimConfidence

  /// - Parameters:
  ///   - parcels: those of the map; blanks are filled.
  ///   - lists: the records of all lists.
  public init(
    parcels: inout [TenureRecord], lists: [TenureRecord],
    confidence: ClaimConfidence = ClaimConfidence()
  ) {
    self.confidence = confidence
    guard !lists.isEmpty else { return }
    let index = RecordIndex(parcels, lists: lists, confidence: confidence)
    for (number, record) in lists.enumerated() {
      guard let found = index.find(record) else {
        unmatched.append(number)
        continue
      }
      matches.append(
        Match(
          list: number, parcels: found.parcels, evidence: found.evidence,
          confidence: found.confidence))
    }
    compareAreas(parcels, lists)
    for match in matches where lists[match.list].voidance == nil {
      for parcel in match.parcels { apply(lists[match.list], match, to: &parcels[parcel]) }
    }
    cancel(&parcels, lists)
    for number in lists.indices {
      for certificate in index.unknownCertificates(of: lists[number]) {
        findings.append(
          (
            number,
            .listCertificateMatchesNothing(row: lists[number].row, value: certificate)
          ))
      }
    }
    findings.sort { ($0.list, $0.finding.rule) < ($1.list, $1.finding.rule) }
  }

  // MARK: Areas

  /// Records about the same parcels are compared one by one where areas agree, the rest by sums: a
  /// certificate of several parcels may be one row of a list, or a parcel several rows.
  private mutating func compareAreas(_ parcels: [TenureRecord], _ lists: [TenureRecord]) {
    var groups: [[Int]: [Int]] = [:]
    for (place, match) in matches.enumerated() {
      guard lists[match.list].area.hectares != nil, lists[match.list].voidance == nil else {
        continue
      }
      groups[match.parcels, default: []].append(place)
    }
    for (parcelNumbers, places) in groups {
      var open = parcelNumbers.compactMap { parcels[$0].area.hectares }
      guard open.count == parcelNumbers.count else { continue }
      let whole = open.reduce(0, +)
      var rest: [(place: Int, area: Double)] = []
      for place in places {
        let area = lists[matches[place].list].area.hectares ?? 0
        if let twin = open.firstIndex(where: { RecordDifferences.areasAgree($0, area) }) {
          open.remove(at: twin)
        } else if !RecordDifferences.areasAgree(area, whole) {
          rest.append((place, area))
        }
      }
      let (left, sum) = (open.reduce(0, +), rest.reduce(0) { $0 + $1.area })
      if rest.isEmpty || rest.count > 1 && RecordDifferences.areasAgree(left, sum) { continue }
      for (place, area) in rest {
        let match = matches[place]
        findings.append(
          (
            match.list,
            .listAreaDiffers(
              row: lists[match.list].row, list: area,
              parcel: rest.count == 1 && left > 0 ? left : whole, match.basis)
          ))
      }
    }
  }

  // MARK: Cancelled titles

  /// A parcel is void where all records about it are: an old row beside the one in force says
  /// nothing.
  private mutating func cancel(_ parcels: inout [TenureRecord], _ lists: [TenureRecord]) {
    var inForce = Set<Int>()
    for match in matches where lists[match.list].voidance == nil {
      inForce.formUnion(match.parcels)
    }
    for match in matches {
      guard let voidance = lists[match.list].voidance else { continue }
      for parcel in match.parcels
      where !inForce.contains(parcel) && parcels[parcel].voidance == nil {
        // A list without number does not take away the number of the map.
        if voidance == .uncertified, !parcels[parcel].certificates.isEmpty { continue }
        parcels[parcel].voidance = voidance
        findings.append(
          (match.list, .listNotesCancellation(row: lists[match.list].row, match.basis)))
      }
    }
  }

  // MARK: Blanks and differences

  private mutating func apply(
    _ record: TenureRecord, _ match: Match, to parcel: inout TenureRecord
  ) {
    func note(_ finding: TenureFinding) { findings.append((match.list, finding)) }
    let differing = RecordDifferences.holders(parcel, record)
    if let first = differing.first {
      parcel.doubts.insert(.listHolderDiffers)
      note(
        .listHolderDiffers(
          row: record.row, right: first.right, list: first.list.printed,
          parcel: first.parcel.printed, match.basis))
    }
    for kind in RightKind.allCases
    where parcel.rights[kind].isEmpty && !record.rights[kind].isEmpty
      && parcel.rights.unspecified.isEmpty
    {
      parcel.rights[kind] = record.rights[kind]
      filled += 1
    }
    if parcel.leading().isEmpty, !record.rights.unspecified.isEmpty {
      parcel.rights.unspecified = record.rights.unspecified
      filled += 1
    }
    if !RecordDifferences.termsAgree(parcel.termEnd, record.termEnd) {
      parcel.doubts.insert(.listTermDiffers)
      parcel.otherTermEnd = record.termEnd
      note(
        .listTermDiffers(
          row: record.row, list: record.termEnd.printed, parcel: parcel.termEnd.printed,
          match.basis))
    }
    switch (parcel.termEnd, record.termEnd) {
    case (.missing, .date), (.missing, .unlimited), (.unreadable, .date), (.unreadable, .unlimited):
      parcel.termEnd = record.termEnd
      filled += 1
    default: break
    }
    fill(\.termStart, of: &parcel, from: record)
    fill(\.registrationDate, of: &parcel, from: record)
    if parcel.area.hectares == nil, record.area.hectares != nil, match.parcels.count == 1 {
      parcel.area = record.area
      filled += 1
    }
    if parcel.certificates.isEmpty, !record.certificates.isEmpty {
      parcel.certificates = record.certificates
      parcel.printedCertificate = record.printedCertificate
      filled += 1
    }
    if record.dispute == .disputed, parcel.dispute != .disputed {
      note(.listNotesDispute(row: record.row, match.basis))
    }
    parcel.dispute = parcel.dispute.joined(record.dispute)
  }

  private mutating func fill(
    _ date: WritableKeyPath<TenureRecord, CalendarDate?>, of parcel: inout TenureRecord,
    from record: TenureRecord
  ) {
    guard parcel[keyPath: date] == nil, let known = record[keyPath: date] else { return }
    parcel[keyPath: date] = known
    filled += 1
  }
}

extension RecordJoin.Match {
  /// For findings.
  var basis: TenureFinding.Basis { TenureFinding.Basis(evidence: evidence, confidence: confidence) }
}
