public import Inventory

/// A run of source rows after mapping: the columns the methods use, and beside them what the
/// source said, for the checks and for the way back.
public struct SurveyRows: Sendable, Equatable {
  /// The mapped columns. `row` holds source rows, `village` is not filled (-1).
  public var subcompartments = SubcompartmentColumns()
  /// 村代码 in 12 digits where it could be brought to them, else as found.
  public var villageCode = TextColumn()
  /// How `villageCode` came about.
  public var villageForm: [VillageForm] = []
  /// What the columns of county and town say, for rows whose full village code lies elsewhere.
  public var statedPlaces: [Int: String] = [:]
  /// 林班
  public var compartment = TextColumn()
  /// 小班号 and, where the survey has it, 细班, as `0012` or `0012-1`.
  public var number = TextColumn()
  public var landClassCode = TextColumn()
  public var speciesCode = TextColumn()
  public var secondSpeciesCode = TextColumn()
  public var originCode = TextColumn()
  public var forestClassCode = TextColumn()
  public var ageGroupCode = TextColumn()
  public var keyLocationCode = TextColumn()
  public var forestCategoryCode = TextColumn()
  public var landOwnershipCode = TextColumn()
  /// 小班面积 as recorded, ha.
  public var recordedArea: [Double] = []
  /// Area of the polygon, ha; NaN without one.
  public var geometricArea: [Double] = []
  /// 小班蓄积 as recorded, m³ for the whole 小班.
  public var totalVolume: [Double] = []
  /// 平均胸径, cm
  public var diameter: [Double] = []
  /// 平均树高, m
  public var height: [Double] = []
  /// 每公顷株数
  public var stems: [Double] = []
  /// Growing stock volume at the previous survey, m³/ha; NaN where the form has no such field.
  public var previousVolume: [Double] = []
  /// Area at the previous survey, ha; NaN where the form has none.
  public var previousArea: [Double] = []
  /// 地类 at the previous survey.
  public var previousLandClass: [LandClass] = []
  /// 优势树种 at the previous survey.
  public var previousSpecies: [UInt16] = []

  /// For a species code that the list does not have, the species of the main code that it belongs
  /// to (`CodeList.mainCode`); `SpeciesTable.none` otherwise. Nothing uses it before a rule does.
  public var speciesOfMainCode: [UInt16] = []
  /// The same for the second species.
  public var secondSpeciesOfMainCode: [UInt16] = []

  /// Cells of number columns that are no plain numbers.
  public var oddNumbers: [OddNumber] = []
  /// For number columns that the source keeps as texts: how many cells are not blank.
  public var filledTexts: [FilledText] = []

  /// Place codes that were typed with full-width digits, as they stand in the source.
  public var wideCodes: [Int: String] = [:]

  /// A cell of a number column, by field.
  public struct OddNumber: Sendable, Equatable {
    public var field: String
    public var oddity: NumberReading.Oddity
  }

  /// Cells of a number column kept as texts.
  public struct FilledText: Sendable, Equatable {
    public var field: String
    /// Cells that are not blank.
    public var filled: Int
    /// Of those, cells that are no number.
    public var unreadable: Int
  }

  public init() {}

  /// The numbers of a column, with what is odd about them noted.
  mutating func take(_ reading: NumberReading, of field: String) -> [Double] {
    if reading.filled > 0 || !reading.oddities.isEmpty {
      filledTexts.append(
        FilledText(
          field: field, filled: reading.filled,
          unreadable: reading.oddities.count { $0.isUnreadable }))
      oddNumbers += reading.oddities.map { OddNumber(field: field, oddity: $0) }
    }
    return reading.values
  }

  public var count: Int { subcompartments.count }
}
