public import Geospatial

/// Seven parameters that a pipeline declares for a source, and the document they come from.
///
/// They are handed out by the survey office for one area, and are not public. Without them nothing
/// is shifted between datums.
public struct DatumShift: Sendable, Equatable {
  /// In the position vector convention (EPSG method 9606), whatever the pipeline wrote.
  public var parameters: HelmertParameters
  /// The document, such as `省测绘院 2019-05 …`.
  public var source: String

  /// Sign of the rotations.
  public enum Convention: String, Sendable, CaseIterable {
    /// EPSG method 9606; rotates the position of the point. Usual in Bursa-Wolf parameters.
    case positionVector = "position-vector"
    /// EPSG method 9607; rotates the axes, so the signs of the rotations are the other way round.
    case coordinateFrame = "coordinate-frame"
  }
}
