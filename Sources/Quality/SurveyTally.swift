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
  /// Recorded areas, ha, and total volume over volume per hectare times area; without polygons.
  private var areas = RatioHistogram()
  private var volumeRatios = RatioHistogram()
  /// Cells of number columns kept as texts, by field: not blank, and no number.
  private(set) var filledTexts: [String: Int] = [:]
  private(set) var unreadableTexts: [String: Int] = [:]
  /// Rows by land class code that the list does not have; the first codes met.
  private(set) var unknownLandClasses: [String: Int] = [:]
  private static let mostCodes = 64
  /// Polygons that were looked for in their village, and those outside it.
  private(set) var placedRows = 0
  private(set) var strayedRows = 0
  /// Sum over the rows of a hash of key, area, volume and age: equal for equal rows in any order.
  public private(set) var content: UInt64 = 0
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
      areas.add(recorded)
      let total = batch.totalVolume[row]
      // Below ten cubic metres rounding hides the factor.
      if min(total, stands.volume[row] * recorded) >= 10 {
        volumeRatios.add(stands.volume[row] * recorded / total)
      }
      compareVolumes(batch.totalVolume[row], stands.volume[row], recorded)
      if stands.landClass[row] == .arborForest && stands.volume[row] > 0 {
        stockedArborForest += 1
        if !(stands.age[row] > 0) { stockedWithoutAge += 1 }
      }
      if let province = Self.province(batch.villageCode.bytes[batch.villageCode.byteRange(row)]) {
        provinces[province] += 1
      }
      if stands.species[row] != SpeciesTable.none { addSpecies(batch, row) }
      if stands.landClass[row] == .unknown, !batch.landClassCode.isEmpty(row) {
        addUnknown(batch.landClassCode[row], 1)
      }
    }
    addContent(batch)
    for column in batch.filledTexts {
      filledTexts[column.field, default: 0] += column.filled
      unreadableTexts[column.field, default: 0] += column.unreadable
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

  /// Counts polygons that were looked for in the village that their rows name.
  public mutating func addPlaced(_ rows: Int, outside: Int) {
    placedRows += rows
    strayedRows += outside
  }

  /// Adds the tally of the batches that follow.
  public mutating func merge(_ next: SurveyTally) {
    rows += next.rows
    duplicateKeys += next.duplicateKeys
    areaRatios.merge(next.areaRatios)
    areas.merge(next.areas)
    content &+= next.content
    volumeRatios.merge(next.volumeRatios)
    filledTexts.merge(next.filledTexts) { $0 + $1 }
    unreadableTexts.merge(next.unreadableTexts) { $0 + $1 }
    for code in next.unknownLandClasses.keys.sorted() {
      addUnknown(code, next.unknownLandClasses[code] ?? 0)
    }
    placedRows += next.placedRows
    strayedRows += next.strayedRows
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

  private mutating func addUnknown(_ code: String, _ rows: Int) {
    guard unknownLandClasses[code] != nil || unknownLandClasses.count < Self.mostCodes else {
      return
    }
    unknownLandClasses[code, default: 0] += rows
  }

  /// FNV-1a over the bytes of the key and the figures of each row.
  private mutating func addContent(_ batch: SurveyRows) {
    let (bytes, ends) = (batch.subcompartments.key.bytes, batch.subcompartments.key.ends)
    let (volume, age) = (batch.subcompartments.volume, batch.subcompartments.age)
    let area = batch.recordedArea
    var start = 0
    for row in ends.indices {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for place in start..<ends[row] { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
      start = ends[row]
      for value in [area[row].bitPattern, volume[row].bitPattern, age[row].bitPattern] {
        hash = (hash ^ value) &* 0x100_0000_01B3
        hash ^= hash >> 29
      }
      content &+= hash
    }
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
  var comparedAreas: Int { areaRatios.count }
  var medianArea: Double? { areas.median }
  /// Of volume per hectare times area over total volume, where both are there.
  var medianVolumeRatio: (ratio: Double, of: Int)? {
    volumeRatios.median.map { ($0, volumeRatios.count) }
  }
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
