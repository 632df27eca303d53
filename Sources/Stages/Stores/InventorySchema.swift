internal import Archive
internal import Geospatial

/// The tables of `inventory.gpkg`, which `ingest` writes and all later stages read.
///
/// Terms of closed vocabularies (地类, 起源 …) are small numbers explained by `term`; species are
/// numbers explained by `species`.
enum InventorySchema {
  static let fileName = "inventory.gpkg"
  /// 小班 that take part, all surveys.
  static let subcompartment = "subcompartment"
  /// Rows set aside, whole, with the rule that did it.
  static let quarantined = "quarantined"

  /// Columns of both beside `fid`, which comes before them, and `geom`, which comes after them.
  static let columns: [(name: String, kind: Kind)] = [
    ("survey", .integer),
    ("source", .integer),
    ("source_row", .integer),
    ("key", .text),
    ("village", .text),
    ("compartment", .text),
    ("number", .text),
    ("land_class", .integer),
    ("origin", .integer),
    ("forest_class", .integer),
    ("age_group", .integer),
    ("key_location", .integer),
    ("species", .integer),
    ("second_species", .integer),
    ("area_ha", .real),
    ("recorded_area_ha", .real),
    ("polygon_area_ha", .real),
    ("volume_m3_ha", .real),
    ("second_volume_m3_ha", .real),
    ("total_volume_m3", .real),
    ("age", .real),
    ("canopy_density", .real),
    ("diameter_cm", .real),
    ("height_m", .real),
    ("stems_ha", .real),
    ("planting_year", .real),
    ("land_class_code", .text),
    ("species_code", .text),
    ("second_species_code", .text),
    ("forest_category_code", .text),
    ("land_ownership_code", .text),
    ("previous_volume_m3_ha", .real),
    ("previous_land_class", .integer),
    ("previous_species", .integer),
    ("previous_area_ha", .real),
  ]

  enum Kind {
    case integer
    case real
    case text

    var fieldKind: FieldDescription.Kind {
      switch self {
      case .integer: .integer
      case .real: .real
      case .text: .text
      }
    }

    var storedKind: StoredColumn.Kind {
      switch self {
      case .integer: .integer
      case .real: .real
      case .text: .text
      }
    }
  }

  /// The column table of the 小班 that take part.
  ///
  /// - Parameter keepsPolygons: whether it has their polygons.
  static func kept(keepsPolygons: Bool) -> [TableColumn] {
    [TableColumn("fid", .integer)]
      + columns.map { TableColumn($0.name, $0.kind.storedKind) }
      + (keepsPolygons ? [TableColumn("geom", .blob)] : [])
  }

  /// Creates the file with the layer of rows set aside, or a table where nothing has a geometry.
  /// They always keep their polygons, so that they can be mended from the store.
  ///
  /// - Parameter system: of the polygons; nil where no source has any.
  static func create(_ path: String, system: CoordinateSystem?) throws {
    var fields = columns.map { FieldDescription(name: $0.name, kind: $0.kind.fieldKind) }
    fields.append(FieldDescription(name: "rules", kind: .text))
    let set = GeoPackageTemplate.Table(
      name: quarantined, hasGeometry: system != nil, epsg: system?.epsg, fields: fields)
    try GeoPackageTemplate.create(path: path, tables: [set])
  }

  /// Tables without geometry.
  static let tables = [
    """
    CREATE TABLE source (
      number INTEGER PRIMARY KEY, role TEXT NOT NULL, survey INTEGER, path TEXT NOT NULL,
      layer TEXT NOT NULL, driver TEXT NOT NULL, mapping TEXT NOT NULL, encoding TEXT NOT NULL,
      coordinates TEXT NOT NULL, rows_in INTEGER NOT NULL, accepted INTEGER NOT NULL,
      repaired INTEGER NOT NULL, quarantined INTEGER NOT NULL, area_ha REAL NOT NULL,
      quarantined_area_ha REAL NOT NULL, repaired_area_ha REAL NOT NULL)
    """,
    """
    CREATE TABLE finding (
      rule TEXT NOT NULL, severity TEXT NOT NULL, source INTEGER NOT NULL,
      source_row INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
      action TEXT NOT NULL, detail TEXT NOT NULL, area_ha REAL)
    """,
    """
    CREATE TABLE village (
      code TEXT PRIMARY KEY, name TEXT NOT NULL, town TEXT NOT NULL, county TEXT NOT NULL,
      old_revolutionary_area INTEGER, former_poor_village INTEGER, is_mapped INTEGER NOT NULL,
      geometry BLOB) WITHOUT ROWID
    """,
    """
    CREATE TABLE village_coverage (
      survey INTEGER NOT NULL, village TEXT NOT NULL, subcompartments INTEGER NOT NULL,
      polygons_ha REAL NOT NULL, overlaps INTEGER NOT NULL, slivers INTEGER NOT NULL,
      overlap_ha REAL NOT NULL, gaps INTEGER NOT NULL, gap_ha REAL NOT NULL,
      blanks INTEGER NOT NULL, blank_ha REAL NOT NULL, boundary_ha REAL, uncovered_ha REAL,
      PRIMARY KEY (survey, village)) WITHOUT ROWID
    """,
    "CREATE TABLE species (number INTEGER PRIMARY KEY, name TEXT NOT NULL, species_group TEXT NOT NULL)",
    """
    CREATE TABLE term (
      vocabulary TEXT NOT NULL, number INTEGER NOT NULL, identifier TEXT NOT NULL,
      chinese_name TEXT NOT NULL, PRIMARY KEY (vocabulary, number)) WITHOUT ROWID
    """,
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  ]
}
