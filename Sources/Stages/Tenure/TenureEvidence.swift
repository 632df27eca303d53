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

  private(set) var sources: [Source] = []
  private(set) var parcels = TenureParcelColumns()
  /// Position in `sources` of each parcel's file.
  private(set) var sourceOfParcel: [Int32] = []
  private(set) var findings: [Finding] = []

  mutating func append(_ source: Source) { sources.append(source) }

  /// Completes the source appended last.
  mutating func describeSource(_ change: (inout Source) -> Void) {
    if !sources.isEmpty { change(&sources[sources.count - 1]) }
  }

  /// Adds a record of the source appended last; `record.row` is the row in its file.
  mutating func append(_ record: TenureRecord, hasPolygon: Bool) {
    parcels.append(record, row: Int64(record.row), hasPolygon: hasPolygon)
    sourceOfParcel.append(Int32(sources.count - 1))
  }

  /// Adds what was noticed about the source appended last.
  mutating func append(_ noticed: [Finding]) {
    let number = sources.count - 1
    findings += noticed.map {
      var finding = $0
      finding.source = number
      return finding
    }
  }
}
