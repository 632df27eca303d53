internal import Inventory
public import Mapping

/// What the rows of one file are like as a whole: faults that no row shows by itself, such as the
/// wrong species list or the wrong unit throughout.
///
/// A tally is made of each batch *before* the row rules mend it, and tallies are merged in the order
/// of the batches; the result does not depend on who made which.
public struct SurveyTally: Sendable, Equatable {
  /// Rows seen.
  public private(set) var rows = 0
  /// Rows whose key another row of the survey had before.
  public private(set) var duplicateKeys = 0

  private var areaRatios = RatioHistogram()
  /// Rows with both volumes on an area that is not about one hectare, and those where they agree.
  private var comparedVolumes = 0
  private var equalVolumes = 0
  private var stockedArborForest = 0
  private var stockedWithoutAge = 0
  private var localCodes = 0
  private var constants = [ConstantColumn](repeating: ConstantColumn(), count: Self.fields.count)
  /// Area in the southern provinces, ha, by species number.
  private var southernArea: [UInt16: Double] = [:]
  /// Rows by the first two digits of their village code.
  private var provinces = [Int](repeating: 0, count: 100)
  /// A code under which each of these species was met.
  private var codes: [UInt16: String] = [:]

  /// The columns looked at for one value throughout.
  private static let fields = [
    "area", "volume", "totalVolume", "age", "canopyDensity", "diameter", "height", "stems",
  ]

  public init() {}

  /// Counts the rows of a batch, as the mapping delivers them.
  public mutating func add(_ batch: SurveyRows) {
    rows += batch.count
    let stands = batch.subcompartments
    for row in 0..<batch.count {
      let recorded = batch.recordedArea[row]
      areaRatios.add(recorded / batch.geometricArea[row])
      compareVolumes(batch.totalVolume[row], stands.volume[row], recorded)
      if stands.landClass[row] == .arborForest && stands.volume[row] > 0 {
        stockedArborForest += 1
        if !(stands.age[row] > 0) { stockedWithoutAge += 1 }
      }
      if let province = Self.province(batch.villageCode.bytes[batch.villageCode.byteRange(row)]) {
        provinces[province] += 1
      }
      if stands.species[row] != SpeciesTable.none { addSpecies(batch, row) }
    }
    for form in batch.villageForm where form == .local { localCodes += 1 }
    let columns = [
      batch.recordedArea, stands.volume, batch.totalVolume, stands.age, stands.canopyDensity,
      batch.diameter, batch.height, batch.stems,
    ]
    for (field, values) in columns.enumerated() { constants[field].add(values) }
  }

  /// Counts rows whose key was there before, which only the one who sees all keys can tell.
  public mutating func addDuplicateKeys(_ count: Int) { duplicateKeys += count }

  /// Adds the tally of the batches that follow.
  public mutating func merge(_ next: SurveyTally) {
    rows += next.rows
    duplicateKeys += next.duplicateKeys
    areaRatios.merge(next.areaRatios)
    comparedVolumes += next.comparedVolumes
    equalVolumes += next.equalVolumes
    stockedArborForest += next.stockedArborForest
    stockedWithoutAge += next.stockedWithoutAge
    localCodes += next.localCodes
    for province in provinces.indices { provinces[province] += next.provinces[province] }
    for field in constants.indices { constants[field].merge(next.constants[field]) }
    // Each species is summed for itself, so the order of this loop changes nothing.
    for (species, area) in next.southernArea { southernArea[species, default: 0] += area }
    codes.merge(next.codes) { first, _ in first }
  }

  private mutating func compareVolumes(_ total: Double, _ perHectare: Double, _ area: Double) {
    // On one hectare the two are equal by right.
    guard total > 0, perHectare > 0, abs(area - 1) > 0.05 else { return }
    comparedVolumes += 1
    if abs(total - perHectare) <= 0.5 { equalVolumes += 1 }
  }

  private mutating func addSpecies(_ batch: SurveyRows, _ row: Int) {
    let village = batch.villageCode.bytes[batch.villageCode.byteRange(row)]
    guard Self.isSouthern(village) else { return }
    let polygon = batch.geometricArea[row]
    let area = polygon > 0 ? polygon : batch.recordedArea[row]
    guard area > 0, area.isFinite else { return }
    let species = batch.subcompartments.species[row]
    southernArea[species, default: 0] += area
    if codes[species] == nil { codes[species] = batch.speciesCode[row] }
  }

  /// 福建 35, 广东 44, 广西 45.
  private static func isSouthern(_ code: ArraySlice<UInt8>) -> Bool {
    [35, 44, 45].contains(province(code))
  }

  /// The first two digits of a place code.
  private static func province(_ code: ArraySlice<UInt8>) -> Int? {
    guard code.count >= 6 else { return nil }
    let (first, second) = (code[code.startIndex], code[code.startIndex + 1])
    guard 0x30...0x39 ~= first, 0x30...0x39 ~= second else { return nil }
    return Int(first - 0x30) * 10 + Int(second - 0x30)
  }
}

extension SurveyTally {
  /// The figures that the findings are made of.
  var medianAreaRatio: Double? { areaRatios.median }
  /// The first two digits that nine tenths of the village codes begin with.
  var province: Int? {
    let all = provinces.reduce(0, +)
    return provinces.indices.first { all > 0 && 10 * provinces[$0] >= 9 * all }
  }
  var copiedVolumes: (equal: Int, of: Int) { (equalVolumes, comparedVolumes) }
  var agesMissing: (missing: Int, of: Int) { (stockedWithoutAge, stockedArborForest) }
  var localVillageCodes: Int { localCodes }
  var constantColumns: [(field: String, value: Double, count: Int)] {
    zip(Self.fields, constants).filter { $1.isConstant }.map { ($0, $1.value, $1.count) }
  }
  var areaBySpecies: [(code: String, area: Double)] {
    southernArea.sorted { $0.key < $1.key }.map { (codes[$0.key] ?? "", $0.value) }
  }
}
