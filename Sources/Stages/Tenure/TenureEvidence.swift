internal import Geometry
internal import Inventory
internal import Tenure

/// All 林权 records of a run, polygons first, lists after them.
struct TenureEvidence: Sendable {
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

  var sources: [Source] = []
  var parcels = TenureParcelColumns()
  /// The record behind each parcel.
  var records: [TenureRecord] = []
  /// Position in `sources` of each parcel's file.
  var sourceOfParcel: [Int32] = []
  /// Polygons in the working coordinate system; empty for records of lists.
  var geometry = WKBColumn()
  var findings: [Finding] = []

  var hasPolygons: Bool { parcels.hasPolygon.contains(true) }

  /// - Parameters:
  ///   - geometry: polygons by source row; nil for a list.
  ///   - firstRow: the row of the grid in which source row 0 stands.
  mutating func append(
    _ list: TenureList, source: Source, geometry: WKBColumn?, firstRow: Int
  ) {
    var source = source
    source.records = list.records.count
    source.skipped = list.skippedRows
    let number = sources.count
    for var record in list.records {
      record.row -= firstRow
      let hasPolygon = geometry.map { !$0.byteRange(record.row).isEmpty } ?? false
      parcels.append(record, row: Int64(record.row), hasPolygon: hasPolygon)
      records.append(record)
      sourceOfParcel.append(Int32(number))
      if hasPolygon, let geometry {
        self.geometry.append(geometry[record.row])
      } else {
        self.geometry.append([])
      }
    }
    findings += list.findings.map { noticed in
      var finding = noticed.finding(source: number)
      finding.sourceRow -= Int64(firstRow)
      return finding
    }
    sources.append(source)
  }
}
