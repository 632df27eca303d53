public import Geospatial

/// Two sources of a run lie in different datums, and nobody said how to get from one to the other.
///
/// The remedy is a `datumShift` with the survey office's seven parameters for the source in the
/// older datum and `epsg` of a CGCS2000 system for the pipeline; or data delivered in CGCS2000.
public struct DatumMix: Error, Sendable, Equatable {
  /// The file that cannot be brought into the system of the run.
  public var path: String
  public var system: String
  public var datum: CoordinateSystem.Datum
  /// What decides the system of the run: a file, or the pipeline's `epsg`.
  public var otherPath: String
  public var otherSystem: String
  public var otherDatum: CoordinateSystem.Datum
}
