/// 小班 of one survey, after mapping: columns of equal length, a missing number being NaN and a
/// missing code `.unknown` or `SpeciesTable.none`.
///
/// Areas are in hectares, volumes in m³/ha over bark of living trees, ages in years.
public struct SubcompartmentColumns: Sendable, Equatable {
  /// Row number in the ingested store; the way back to file and source row.
  public var row: [Int64]
  /// The key by which the same 小班 is found in another survey, such as village/林班/小班.
  public var key: TextColumn
  /// Position in the run's list of villages; -1 where the village is not known.
  public var village: [Int32]
  public var landClass: [LandClass]
  public var origin: [Origin]
  public var forestClass: [ForestClass]
  public var ageGroup: [AgeGroup]
  public var species: [UInt16]
  public var secondSpecies: [UInt16]
  /// The area that carries the stock, ha.
  public var area: [Double]
  /// Growing stock volume of all species, m³/ha.
  public var volume: [Double]
  /// The part of `volume` that belongs to `secondSpecies`, m³/ha.
  public var secondVolume: [Double]
  /// Mean age of the main storey, years.
  public var age: [Double]
  /// 郁闭度, 0 to 1.
  public var canopyDensity: [Double]
  /// 造林年度, a calendar year.
  public var plantingYear: [Double]
  /// Stems per hectare; in 竹林 the standing culms (立竹株数).
  public var stems: [Double]
  /// 平均胸径, cm.
  public var diameter: [Double]
  /// 生态区位
  public var keyLocation: [KeyLocation]

  public init() {
    row = []
    key = TextColumn()
    village = []
    landClass = []
    origin = []
    forestClass = []
    ageGroup = []
    species = []
    secondSpecies = []
    area = []
    volume = []
    secondVolume = []
    age = []
    canopyDensity = []
    plantingYear = []
    stems = []
    diameter = []
    keyLocation = []
  }

  public var count: Int { row.count }

  public mutating func reserve(_ rows: Int) {
    row.reserveCapacity(rows)
    key.reserve(rows: rows, bytesPerRow: 24)
    village.reserveCapacity(rows)
    landClass.reserveCapacity(rows)
    origin.reserveCapacity(rows)
    forestClass.reserveCapacity(rows)
    ageGroup.reserveCapacity(rows)
    species.reserveCapacity(rows)
    secondSpecies.reserveCapacity(rows)
    area.reserveCapacity(rows)
    volume.reserveCapacity(rows)
    secondVolume.reserveCapacity(rows)
    age.reserveCapacity(rows)
    canopyDensity.reserveCapacity(rows)
    plantingYear.reserveCapacity(rows)
    stems.reserveCapacity(rows)
    diameter.reserveCapacity(rows)
    keyLocation.reserveCapacity(rows)
  }
}
