/// What a mapped source is to the program.
public enum MappingKind: String, Sendable, CaseIterable {
  /// 小班 of one survey.
  case inventory
  /// Village boundaries or a list of villages.
  case villages
  /// 林权 parcels with geometry.
  case tenureParcels = "tenure-parcels"
  /// 林权 register without geometry, usually a spreadsheet.
  case tenureList = "tenure-list"
  /// Land that may not enter a project: red lines, reserves, construction.
  case exclusionZones = "exclusion-zones"
  /// Land × years already credited under some mechanism.
  case creditedLand = "credited-land"

  /// The fields a mapping of this kind may fill.
  public var fields: [FieldDefinition] {
    switch self {
    case .inventory: FieldVocabulary.inventory
    case .villages: FieldVocabulary.villages
    case .tenureParcels: FieldVocabulary.tenureParcels
    case .tenureList: FieldVocabulary.tenureList
    case .exclusionZones: FieldVocabulary.exclusionZones
    case .creditedLand: FieldVocabulary.creditedLand
    }
  }
}
