/// Why coordinates cannot be placed on the ground, or not be brought into another system.
public enum CoordinateProblem: Error, Sendable, Equatable {
  /// No coordinate system is recorded and the coordinates fit several. Declare the EPSG code, or
  /// the county for six-digit eastings.
  case undecided(extent: Extent)
  /// No coordinate system is recorded, the eastings have six digits, and nobody sourced in which zone
  /// this county lies. Declare its central meridian or the EPSG code.
  case unknownMeridian(county: String, extent: Extent)
  /// The recorded system is not meant for the place the coordinates fall on. Usually the .prj
  /// belongs to another file. `suggestion` is the system the eastings themselves point to.
  case outsideAreaOfUse(system: String, extent: Extent, suggestion: Int?)
  /// Some rows are in one notation or place and some in another, and neither are few. Split the file,
  /// or bring all rows into one system. `fitting` rows lie in the system that the file names.
  case mixed(fitting: Int, parts: [Part])
  /// The EPSG code or definition is unknown to PROJ.
  case unknownSystem(String)
  /// Between these datums only a local seven-parameter transformation is right, and none is
  /// configured. Ask the survey office for the parameters or for data in CGCS2000.
  case datumShiftNeeded(from: CoordinateSystem.Datum, to: CoordinateSystem.Datum)
  /// PROJ knows no accurate operation between the systems.
  case noTransformation(from: String, to: String, reason: String)
  /// A geometry has coordinates that cannot be transformed (row counted in the column given).
  case notTransformable(row: Int)
  /// Areas cannot be measured in this system.
  case unsuitableForAreas(String)
  /// The bytes are not a geometry in well-known binary (row counted in the column given).
  case malformedGeometry(row: Int)

  /// Rows of one notation.
  public struct Part: Sendable, Equatable {
    public var notation: CoordinateNotation
    public var rows: Int

    public init(notation: CoordinateNotation, rows: Int) {
      self.notation = notation
      self.rows = rows
    }
  }
}
