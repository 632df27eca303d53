public import Inventory

/// Brings rows of one 小班 file to the vocabulary.
///
/// A mapper belongs to one worker: it remembers the codes it met last.
public struct InventoryMapper: Sendable {
  private let binding: ColumnBinding
  private var landClass: CodeResolver<LandClass>
  private var origin: CodeResolver<Origin>
  private var forestClass: CodeResolver<ForestClass>
  private var ageGroup: CodeResolver<AgeGroup>
  private var keyLocation: CodeResolver<KeyLocation>
  private var species: CodeResolver<UInt16>
  private var secondSpecies: CodeResolver<UInt16>
  private var previousLandClass: CodeResolver<LandClass>
  private var previousSpecies: CodeResolver<UInt16>
  private let table: SpeciesTable

  /// - Parameters:
  ///   - binding: an inventory mapping bound to the file's columns.
  ///   - species: the numbering of the run, which holds every species of the mapping's lists.
  public init(_ binding: ColumnBinding, species table: SpeciesTable) {
    self.binding = binding
    self.table = table
    let mapping = binding.mapping
    landClass = CodeResolver(mapping["landClass"]?.codes, unknown: .unknown) {
      LandClass(rawValue: $0.meaning)
    }
    origin = CodeResolver(mapping["origin"]?.codes, unknown: .unknown) {
      Origin(rawValue: $0.meaning)
    }
    forestClass = CodeResolver(mapping["forestClass"]?.codes, unknown: .unknown) {
      ForestClass(rawValue: $0.meaning)
    }
    ageGroup = CodeResolver(mapping["ageGroup"]?.codes, unknown: .unknown) {
      AgeGroup(rawValue: $0.meaning)
    }
    keyLocation = CodeResolver(mapping["keyLocation"]?.codes, unknown: .unknown) {
      KeyLocation(rawValue: $0.meaning)
    }
    species = CodeResolver(mapping["species"]?.codes, unknown: SpeciesTable.none) {
      table.number(of: Species(name: $0.name, group: $0.meaning))
    }
    previousLandClass = CodeResolver(mapping["previousLandClass"]?.codes, unknown: .unknown) {
      LandClass(rawValue: $0.meaning)
    }
    previousSpecies = CodeResolver(
      mapping["previousSpecies"]?.codes, unknown: SpeciesTable.none
    ) {
      table.number(of: Species(name: $0.name, group: $0.meaning))
    }
    secondSpecies = CodeResolver(mapping["secondSpecies"]?.codes, unknown: SpeciesTable.none) {
      table.number(of: Species(name: $0.name, group: $0.meaning))
    }
  }

  /// Maps a run of rows.
  ///
  /// - Parameters:
  ///   - columns: the columns of `ColumnBinding.columnsToRead`, of equal length.
  ///   - sourceRows: the rows' numbers in the source.
  ///   - geometricArea: the polygons' areas, ha; NaN without a polygon.
  public mutating func map(
    _ columns: [SourceColumn], sourceRows: [Int64], geometricArea: [Double]
  ) -> SurveyRows {
    let count = geometricArea.count
    var rows = SurveyRows()
    rows.geometricArea = geometricArea
    readTexts(columns, count, into: &rows)
    readNumbers(columns, count, into: &rows)
    var target = SubcompartmentColumns()
    target.row = sourceRows
    target.village = [Int32](repeating: -1, count: count)
    target.key = keys(rows, columns, count)
    target.landClass = resolve(rows.landClassCode) { landClass.value($0) }
    target.origin = resolve(rows.originCode) { origin.value($0) }
    target.forestClass = resolve(rows.forestClassCode) { forestClass.value($0) }
    target.ageGroup = resolve(rows.ageGroupCode) { ageGroup.value($0) }
    target.keyLocation = resolve(rows.keyLocationCode) { keyLocation.value($0) }
    target.species = resolve(rows.speciesCode) { species.value($0) }
    target.secondSpecies = resolve(rows.secondSpeciesCode) { secondSpecies.value($0) }
    rows.speciesOfMainCode = mainSpecies("species", rows.speciesCode, target.species)
    rows.secondSpeciesOfMainCode = mainSpecies(
      "secondSpecies", rows.secondSpeciesCode, target.secondSpecies)
    target.area = binding.mapping.areaBasis == .recorded ? rows.recordedArea : geometricArea
    target.volume = volumes("volume", columns, area: rows.recordedArea, into: &rows)
    target.secondVolume = volumes("secondVolume", columns, area: rows.recordedArea, into: &rows)
    target.age = numbers("age", columns, count, into: &rows)
    target.canopyDensity = ratios("canopyDensity", columns, count, into: &rows)
    target.plantingYear = numbers("plantingYear", columns, count, into: &rows)
    target.stems = rows.stems
    target.diameter = rows.diameter
    rows.subcompartments = target
    readPrevious(columns, count, into: &rows)
    return rows
  }

  /// The previous-period fields of forms that carry them (`Q_…`).
  private mutating func readPrevious(
    _ columns: [SourceColumn], _ count: Int, into rows: inout SurveyRows
  ) {
    let unit = binding.mapping["previousArea"]?.areaUnit ?? .hectare
    let found = numbers("previousArea", columns, count, into: &rows).map(unit.hectares)
    // A form without an area of the previous date means its volume on today's.
    let area = zip(found, rows.recordedArea).map { $0 > 0 ? $0 : $1 }
    rows.previousArea = found
    rows.previousVolume = volumes("previousVolume", columns, area: area, into: &rows)
    rows.previousLandClass = resolve(
      binding.texts("previousLandClass", in: columns, rows: count)
    ) { previousLandClass.value($0) }
    rows.previousSpecies = resolve(
      binding.texts("previousSpecies", in: columns, rows: count)
    ) { previousSpecies.value($0) }
  }

  private func readTexts(_ columns: [SourceColumn], _ count: Int, into rows: inout SurveyRows) {
    rows.landClassCode = binding.texts("landClass", in: columns, rows: count)
    rows.speciesCode = binding.texts("species", in: columns, rows: count)
    rows.secondSpeciesCode = binding.texts("secondSpecies", in: columns, rows: count)
    rows.originCode = binding.texts("origin", in: columns, rows: count)
    rows.forestClassCode = binding.texts("forestClass", in: columns, rows: count)
    rows.ageGroupCode = binding.texts("ageGroup", in: columns, rows: count)
    rows.keyLocationCode = binding.texts("keyLocation", in: columns, rows: count)
    rows.forestCategoryCode = binding.texts("forestCategory", in: columns, rows: count)
    rows.landOwnershipCode = binding.texts("landOwnership", in: columns, rows: count)
    rows.compartment = binding.texts("compartment", in: columns, rows: count)

    let county = halfWidth(counties(columns, count), noting: &rows)
    let town = halfWidth(binding.texts("town", in: columns, rows: count), noting: &rows)
    let village = halfWidth(binding.texts("village", in: columns, rows: count), noting: &rows)
    rows.villageCode.reserve(rows: count, bytesPerRow: 12)
    rows.villageForm.reserveCapacity(count)
    for row in 0..<count {
      var form = VillageForm.incomplete
      rows.villageCode.appendRow {
        form = AdministrativeCode.appendVillage(
          county: county.bytes[county.byteRange(row)], town: town.bytes[town.byteRange(row)],
          village: village.bytes[village.byteRange(row)], to: &$0)
      }
      rows.villageForm.append(form)
      if form == .full, !agrees(rows, row, county: county, town: town) {
        rows.statedPlaces[row] = county[row] + " " + town[row]
      }
    }
    let number = binding.texts("subcompartment", in: columns, rows: count)
    let patch = binding.texts("patch", in: columns, rows: count)
    rows.number.reserve(rows: count, bytesPerRow: 6)
    for row in 0..<count {
      rows.number.appendRow { bytes in
        bytes.append(contentsOf: number.bytes[number.byteRange(row)])
        guard !patch.isEmpty(row) else { return }
        bytes.append(0x2D)
        bytes.append(contentsOf: patch.bytes[patch.byteRange(row)])
      }
    }
  }

  /// Codes with full-width digits (U+FF10 to U+FF19, in UTF-8 EF BC 90 to 99) as plain ones.
  private func halfWidth(_ codes: TextColumn, noting rows: inout SurveyRows) -> TextColumn {
    guard codes.bytes.contains(0xEF) else { return codes }
    var result = TextColumn()
    for row in 0..<codes.count {
      let code = codes[row]
      var scalars = String.UnicodeScalarView()
      for scalar in code.unicodeScalars {
        if 0xFF10...0xFF19 ~= scalar.value {
          scalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
        } else {
          scalars.append(scalar)
        }
      }
      let plain = String(scalars)
      // The last column that shows it is the village's.
      if plain != code { rows.wideCodes[row] = code }
      result.append(plain)
    }
    return result
  }

  /// The county column; put together where it holds the last two digits only and the mapping names
  /// the columns of city and province.
  private func counties(_ columns: [SourceColumn], _ count: Int) -> TextColumn {
    let county = binding.texts("county", in: columns, rows: count)
    guard binding.position("city") != nil else { return county }
    let city = binding.texts("city", in: columns, rows: count)
    let province = binding.texts("province", in: columns, rows: count)
    var whole = TextColumn()
    whole.reserve(rows: count, bytesPerRow: 6)
    for row in 0..<count {
      whole.appendRow { bytes in
        if county.byteRange(row).count == 2 {
          if city.byteRange(row).count == 2 {
            bytes.append(contentsOf: province.bytes[province.byteRange(row)])
          }
          bytes.append(contentsOf: city.bytes[city.byteRange(row)])
        }
        bytes.append(contentsOf: county.bytes[county.byteRange(row)])
      }
    }
    return whole
  }

  /// Whether the columns of county and town name the place of a full village code. A county that
  /// was renamed may stand in one of them under its old code.
  private func agrees(
    _ rows: SurveyRows, _ row: Int, county: TextColumn, town: TextColumn
  ) -> Bool {
    let village = rows.villageCode.bytes[rows.villageCode.byteRange(row)]
    if AdministrativeCode.agrees(
      village, county: county.bytes[county.byteRange(row)], town: town.bytes[town.byteRange(row)])
    {
      return true
    }
    guard let list = binding.mapping["village"]?.obsolete else { return false }
    let codes = [rows.villageCode[row], county[row], town[row]]
    return codes.contains { code in [6, 9, 12].contains { list[String(code.prefix($0))] != nil } }
  }

  private func readNumbers(_ columns: [SourceColumn], _ count: Int, into rows: inout SurveyRows) {
    let unit = binding.mapping["area"]?.areaUnit ?? .hectare
    rows.recordedArea = numbers("area", columns, count, into: &rows).map(unit.hectares)
    rows.totalVolume = numbers("totalVolume", columns, count, into: &rows)
    rows.diameter = numbers("diameter", columns, count, into: &rows)
    rows.height = numbers("height", columns, count, into: &rows)
    let stemUnit = binding.mapping["stems"]?.stemUnit ?? .perHectare
    let stems = numbers("stems", columns, count, into: &rows)
    rows.stems =
      stemUnit == .perHectare
      ? stems : zip(stems, rows.recordedArea).map { stemUnit.perHectare($0, area: $1) }
  }

  /// The parts of the mapping's key joined by `/`; the village in its 12 digits.
  private func keys(_ rows: SurveyRows, _ columns: [SourceColumn], _ count: Int) -> TextColumn {
    let parts = binding.mapping.key.map { field in
      field == "village" ? rows.villageCode : binding.texts(field, in: columns, rows: count)
    }
    var keys = TextColumn()
    keys.reserve(rows: count, bytesPerRow: 24)
    for row in 0..<count {
      keys.appendRow { bytes in
        for (index, part) in parts.enumerated() {
          if index > 0 { bytes.append(0x2F) }
          bytes.append(contentsOf: part.bytes[part.byteRange(row)])
        }
      }
    }
    return keys
  }

  private func resolve<Value>(
    _ codes: TextColumn, _ value: (ArraySlice<UInt8>) -> Value
  ) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(codes.count)
    for row in 0..<codes.count { values.append(value(codes.bytes[codes.byteRange(row)])) }
    return values
  }

  /// The species of main codes, for codes that the list does not have.
  private func mainSpecies(
    _ field: String, _ codes: TextColumn, _ species: [UInt16]
  ) -> [UInt16] {
    var result = [UInt16](repeating: SpeciesTable.none, count: species.count)
    guard let list = binding.mapping[field]?.codes else { return result }
    for row in species.indices
    where species[row] == SpeciesTable.none && codes.byteRange(row).count == 6 {
      guard let main = list.mainCode(of: codes[row]), let entry = list[main] else { continue }
      result[row] =
        table.number(of: Species(name: entry.name, group: entry.meaning)) ?? SpeciesTable.none
    }
    return result
  }

  /// A field's numbers, with what is odd about them noted.
  private func numbers(
    _ field: String, _ columns: [SourceColumn], _ count: Int, into rows: inout SurveyRows
  ) -> [Double] {
    rows.take(binding.reading(field, in: columns, rows: count), of: field)
  }

  /// Volumes in m³/ha. A whole 小班's volume is divided by its recorded area.
  private func volumes(
    _ field: String, _ columns: [SourceColumn], area: [Double], into rows: inout SurveyRows
  ) -> [Double] {
    let found = numbers(field, columns, area.count, into: &rows)
    switch binding.mapping[field]?.volumeUnit ?? .cubicMetresPerHectare {
    case .cubicMetresPerHectare:
      return found
    case .cubicMetresPerMu:
      return found.map { $0 * Units.muPerHectare }
    case .cubicMetres:
      return zip(found, area).map { $1 > 0 ? $0 / $1 : .nan }
    }
  }

  private func ratios(
    _ field: String, _ columns: [SourceColumn], _ count: Int, into rows: inout SurveyRows
  ) -> [Double] {
    let found = numbers(field, columns, count, into: &rows)
    switch binding.mapping[field]?.ratioUnit ?? .fraction {
    case .fraction: return found
    case .percent: return found.map { $0 / 100 }
    }
  }
}
