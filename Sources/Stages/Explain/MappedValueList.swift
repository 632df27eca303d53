internal import Inventory
internal import Mapping

/// The stored values of a row beside the columns they came from.
struct MappedValueList {
  private let mapping: RecordedMapping
  private let source: SurveyRow.Source
  private(set) var values: [SurveyRow.MappedValue] = []

  init(
    _ plot: StoredPlot, source: SurveyRow.Source, mapping: RecordedMapping, species: SpeciesTable
  ) {
    self.mapping = mapping
    self.source = source
    add(number: plot.real("area_ha"), "area", "计量面积", "ha")
    add(number: plot.real("recorded_area_ha"), "area", "登记面积", "ha")
    add(number: plot.real("polygon_area_ha"), "", "图形面积", "ha")
    add(text: plot.landClass.chineseName, "landClass", code: plot.text("land_class_code"))
    add(
      text: Self.name(plot.species, species), "species", code: plot.text("species_code"))
    add(
      text: Self.name(plot.secondSpecies, species), "secondSpecies",
      code: plot.text("second_species_code"))
    add(text: plot.origin.chineseName, "origin")
    add(text: plot.forestClass.chineseName, "forestClass")
    add(text: plot.ageGroup.chineseName, "ageGroup")
    add(text: plot.keyLocation.chineseName, "keyLocation")
    add(number: plot.real("volume_m3_ha"), "volume", nil, "m³/ha")
    add(number: plot.real("second_volume_m3_ha"), "secondVolume", "伴生树种每公顷蓄积", "m³/ha")
    add(number: plot.real("total_volume_m3"), "totalVolume", nil, "m³")
    add(number: plot.real("age"), "age", nil, "a")
    add(number: plot.real("canopy_density"), "canopyDensity", nil, "1")
    add(number: plot.real("diameter_cm"), "diameter", nil, "cm")
    add(number: plot.real("height_m"), "height", nil, "m")
    add(number: plot.real("stems_ha"), "stems", nil, "株/ha")
    add(number: plot.real("previous_volume_m3_ha"), "previousVolume", nil, "m³/ha")
    add(number: plot.real("planting_year"), "plantingYear", nil, "")
    add(text: "", "forestCategory", code: plot.text("forest_category_code"))
    add(text: "", "landOwnership", code: plot.text("land_ownership_code"))
  }

  private static func name(_ number: UInt16, _ table: SpeciesTable) -> String {
    guard number != SpeciesTable.none, Int(number) < table.species.count else { return "" }
    let one = table[number]
    return one.group == one.name ? one.name : "\(one.name)（\(one.group)）"
  }

  private mutating func add(
    number: Double, _ field: String, _ name: String?, _ unit: String
  ) {
    append(field, name: name, number: ExplainedNumber.known(number), text: nil, unit: unit)
  }

  /// - Parameter code: as stored; where it is not, as the source has it.
  private mutating func add(text: String, _ field: String, code: String? = nil) {
    append(field, name: nil, number: nil, text: text, unit: "", code: code)
  }

  private mutating func append(
    _ field: String, name: String?, number: Double?, text: String?, unit: String,
    code: String? = nil
  ) {
    let column = mapping[field]
    let names = (column?.names ?? []).map { $0.lowercased() }
    // Ten characters are what a shapefile keeps of a name.
    let found = source.columns.first { one in
      let name = one.name.lowercased()
      return names.contains { $0 == name || $0.prefix(10) == name }
    }
    var value = SurveyRow.MappedValue(
      field: field,
      chineseName: name ?? FieldVocabulary.inventory.first { $0.name == field }?.chineseName
        ?? field,
      column: found?.name ?? column?.names.first ?? "", columnUnit: unitOf(field, column),
      sourceText: field.isEmpty ? nil : found?.value ?? column.map(\.constant).flatMap(Self.given),
      number: number, text: text, unit: unit, code: nil)
    if let code = code.flatMap(Self.given) ?? (text == nil ? nil : value.sourceText),
      let entry = column?.codes[code]
    {
      value.code = SurveyRow.MappedValue.Code(
        code: code, name: entry.name, meaning: entry.meaning, standing: entry.standing.rawValue)
      if value.text == "" { value.text = entry.name }
    } else if let code = code.flatMap(Self.given), value.text == "" {
      value.text = code
    }
    // Fields that neither the mapping nor the row has say nothing.
    guard column != nil || number != nil || value.text != "" else { return }
    values.append(value)
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func unitOf(_ field: String, _ column: RecordedMapping.Column?) -> String {
    guard let column else { return "" }
    switch field {
    case "area":
      switch column.areaUnit {
      case .hectare: return "ha"
      case .mu: return "亩"
      case .squareMetre: return "m²"
      }
    case "volume", "secondVolume", "previousVolume":
      switch column.volumeUnit {
      case .cubicMetresPerHectare: return "m³/ha"
      case .cubicMetresPerMu: return "m³/亩"
      case .cubicMetres: return "m³"
      }
    case "stems":
      switch column.stemUnit {
      case .perHectare: return "株/ha"
      case .perMu: return "株/亩"
      case .total: return "株"
      case .hundreds: return "百株"
      case .tenThousands: return "万株"
      }
    case "canopyDensity":
      switch column.ratioUnit {
      case .fraction: return "1"
      case .percent: return "%"
      }
    default: return ""
    }
  }
}
