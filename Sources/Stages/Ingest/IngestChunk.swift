internal import Archive
internal import Geometry
internal import Mapping
internal import Quality

/// What a worker makes of one run of rows of one file.
struct IngestChunk: Sendable {
  /// Position of the file in the run's list of sources.
  var source: Int
  var rows: SurveyRows
  /// Polygons in the working coordinate system, repaired where they had to be.
  var geometry: WKBColumn
  /// The same as the store keeps them; empty entries where it keeps none. Those of quarantined rows
  /// are always stored.
  var shapes: ByteColumn
  /// Of each polygon; empty for a table without geometry.
  var digests: [GeometryDigest]
  var report: RowReport
  /// What the rows add to the picture of their whole file.
  var tally: SurveyTally
}
