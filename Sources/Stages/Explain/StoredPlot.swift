internal import Archive
internal import Inventory

/// One row of `inventory.gpkg`.
struct StoredPlot: Sendable {
  let row: Int64
  let isQuarantined: Bool
  /// The rules that set it aside.
  let rules: [String]
  private var values: [String: Value] = [:]

  /// - Parameter statement: stands on a row with the columns of `InventorySchema.columns`, the row
  ///   number before them and, for a row set aside, its rules behind them.
  init(_ statement: borrowing Statement, isQuarantined: Bool) {
    row = statement.int64(0)
    self.isQuarantined = isQuarantined
    for (index, column) in InventorySchema.columns.enumerated() {
      let place = index + 1
      if statement.isNull(place) { continue }
      switch column.kind {
      case .integer: values[column.name] = .integer(statement.int64(place))
      case .real: values[column.name] = .real(statement.double(place))
      case .text: values[column.name] = .text(statement.string(place))
      }
    }
    rules =
      isQuarantined
      ? statement.string(InventorySchema.columns.count + 1).split(separator: " ").map(String.init)
      : []
  }

  /// 0 where there is none.
  func integer(_ column: String) -> Int64 {
    if case .integer(let number) = values[column] { number } else { 0 }
  }

  /// NaN where there is none.
  func real(_ column: String) -> Double {
    if case .real(let number) = values[column] { number } else { .nan }
  }

  func text(_ column: String) -> String {
    if case .text(let text) = values[column] { text } else { "" }
  }

  var key: String { text("key") }
  var survey: Int { Int(integer("survey")) }
  var landClass: LandClass { Ordinals<LandClass>().term(integer("land_class")) }
  var origin: Origin { Ordinals<Origin>().term(integer("origin")) }
  var forestClass: ForestClass { Ordinals<ForestClass>().term(integer("forest_class")) }
  var keyLocation: KeyLocation { Ordinals<KeyLocation>().term(integer("key_location")) }
  var ageGroup: AgeGroup { Ordinals<AgeGroup>().term(integer("age_group")) }
  var species: UInt16 { UInt16(truncatingIfNeeded: integer("species")) }
  var secondSpecies: UInt16 { UInt16(truncatingIfNeeded: integer("second_species")) }

  /// The row as methods see it.
  var stands: SubcompartmentColumns {
    var columns = SubcompartmentColumns()
    columns.row = [row]
    columns.key = TextColumn([key])
    columns.village = [-1]
    columns.landClass = [landClass]
    columns.origin = [origin]
    columns.forestClass = [forestClass]
    columns.ageGroup = [ageGroup]
    columns.keyLocation = [keyLocation]
    columns.species = [species]
    columns.secondSpecies = [secondSpecies]
    columns.area = [real("area_ha")]
    columns.volume = [real("volume_m3_ha")]
    columns.secondVolume = [real("second_volume_m3_ha")]
    columns.age = [real("age")]
    columns.canopyDensity = [real("canopy_density")]
    columns.plantingYear = [real("planting_year")]
    columns.stems = [real("stems_ha")]
    columns.diameter = [real("diameter_cm")]
    return columns
  }
}
