internal import Inventory
internal import Tenure

/// All 林权 records of a run, polygons first, lists after them.
struct TenureEvidence: Sendable {
  /// A file that was read for this stage.
  struct Source: Sendable {
    var role: String
    var path: String
    var layer: String
    var rows: Int
    var records = 0
    var skipped: [SkippedRow] = []
    var encoding: String
    var coordinates: String
  }

  /// A record with what the map says of it.
  struct Entry: Sendable {
    var record: TenureRecord
    /// Of a list, not of a layer of parcels.
    var isListed: Bool
    /// m²; NaN without a polygon.
    var polygonArea: Double
    /// The parcels that a record of a list is about.
    var joined: [Int32] = []
  }

  private(set) var sources: [Source] = []
  private(set) var entries: [Entry] = []
  /// The records as columns; empty until `settle`.
  private(set) var parcels = TenureParcelColumns()
  /// Position in `sources` of each parcel's file.
  private(set) var sourceOfParcel: [Int32] = []
  private(set) var findings: [Finding] = []
  /// Records of lists joined to parcels, and blanks of parcels that they filled.
  private(set) var joinedRecords = 0
  private(set) var filledBlanks = 0

  mutating func append(_ source: Source) { sources.append(source) }

  /// Completes the source appended last.
  mutating func describeSource(_ change: (inout Source) -> Void) {
    if !sources.isEmpty { change(&sources[sources.count - 1]) }
  }

  /// Adds a record of the source appended last; `record.row` is the row in its file.
  mutating func append(_ record: TenureRecord, isListed: Bool, polygonArea: Double) {
    entries.append(Entry(record: record, isListed: isListed, polygonArea: polygonArea))
    sourceOfParcel.append(Int32(sources.count - 1))
  }

  /// Adds what was noticed about the source appended last.
  mutating func append(_ noticed: [Finding]) { append(noticed, to: sources.count - 1) }

  /// Adds what was noticed about a source.
  mutating func append(_ noticed: [Finding], to number: Int) {
    findings += noticed.map {
      var finding = $0
      finding.source = number
      return finding
    }
  }

  // MARK: When all is read

  /// Joins lists to parcels, compares certificates with polygons, and fills `parcels`.
  ///
  /// - Parameter areaTolerance: how far 证载面积 may be from the polygon, as a share of it.
  mutating func settle(areaTolerance: Double) {
    let mapped = entries.indices.filter { !entries[$0].isListed }
    let listed = entries.indices.filter { entries[$0].isListed }
    var records = mapped.map { entries[$0].record }
    let join = RecordJoin(parcels: &records, lists: listed.map { entries[$0].record })
    for (place, number) in mapped.enumerated() { entries[number].record = records[place] }
    for match in join.matches {
      entries[listed[match.list]].joined = match.parcels.map { Int32(mapped[$0]) }
    }
    joinedRecords = join.matches.count
    filledBlanks = join.filled
    for (list, finding) in join.findings { append(finding, about: listed[list]) }
    for number in mapped { compareArea(number, areaTolerance) }
    for entry in entries {
      parcels.append(
        entry.record, row: Int64(entry.record.row), hasPolygon: entry.polygonArea.isFinite,
        joined: entry.joined)
    }
  }

  private mutating func compareArea(_ number: Int, _ tolerance: Double) {
    let entry = entries[number]
    guard let printed = entry.record.area.hectares else { return }
    let polygon = entry.polygonArea / 10_000
    var suspected: AreaUnit?
    switch AreaAgreement.compare(printed: printed, polygon: polygon, tolerance: tolerance) {
    case .agrees, .unknown: return
    case .differs: break
    case .unitSuspected(let unit, _): suspected = unit
    }
    append(
      .areaDiffersFromPolygon(
        row: entry.record.row, printed: printed, polygon: polygon, suspected: suspected),
      about: number)
  }

  private mutating func append(_ noticed: TenureFinding, about number: Int) {
    findings.append(noticed.finding(source: Int(sourceOfParcel[number])))
  }

  /// The positions of list records that are about no parcel.
  var unjoined: [Int] {
    entries.indices.filter { entries[$0].isListed && entries[$0].joined.isEmpty }
  }

  /// What a record can be found by in its list, apart from its row.
  static func name(of record: TenureRecord) -> String {
    [record.printedCertificate, record.parcel.key, record.placeName, record.village]
      .first { !$0.isEmpty } ?? ""
  }

  /// Notes the parcels that print another 小班 than they lie on.
  ///
  /// - Parameter keys: of all 小班, by position.
  mutating func note(misplaced: [(parcel: Int, position: Int)], keys: TextColumn) {
    for (parcel, position) in misplaced {
      let record = entries[parcel].record
      let printed = [record.village, record.compartment, record.subcompartment]
        .filter { !$0.isEmpty }.joined(separator: " ")
      append(
        .labelsDisagreeWithMap(row: record.row, printed: printed, map: keys[position]),
        about: parcel)
    }
  }

  /// Notes the records of lists that matched nothing at all.
  mutating func note(unmatched numbers: [Int]) {
    for number in numbers {
      let record = entries[number].record
      append(
        .listRecordMatchesNothing(row: record.row, value: Self.name(of: record)), about: number)
    }
  }
}
