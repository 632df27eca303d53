internal import Inventory
public import Mapping

extension SurveyTally {
  /// Fewer rows say nothing about a file as a whole.
  static let fewestRows = 100

  /// What the file as a whole looks like, once all its batches are merged.
  ///
  /// - Parameters:
  ///   - source: position of the file in the run's list of sources.
  ///   - mapping: the file's mapping, for column names and the species list.
  ///   - catalog: the policies in force.
  public func findings(
    source: Int, mapping: MappingFile, catalog: RuleCatalog
  ) -> SurveyFindings {
    var result = SurveyFindings()
    guard rows > 0 else { return result }
    func add(_ rule: RuleDefinition, _ field: String, _ value: String, _ detail: String) {
      result.add(
        rule, catalog, source: source, field: mapping[field]?.names.first ?? field, value: value,
        detail: detail)
    }
    func share(_ part: Int, _ whole: Int) -> String {
      SurveyFindings.percent(Double(part), of: Double(whole))
    }

    if let ratio = medianAreaRatio, let factor = Self.unitFactor(ratio) {
      add(
        SurveyRules.fileAreaUnit, "area", factor.text,
        "half of all recorded areas are about \(factor.text) times the polygon's or more: "
          + factor.meaning)
    }
    for field in filledTexts.keys.sorted() {
      let (filled, unreadable) = (filledTexts[field] ?? 0, unreadableTexts[field] ?? 0)
      if unreadable >= 3, 2 * unreadable > filled {
        add(
          SurveyRules.unreadableColumn, field, share(unreadable, filled),
          "\(unreadable) of \(filled) cells are no numbers")
      }
    }
    if placedRows >= 3, 2 * strayedRows > placedRows {
      add(
        SurveyRules.fileOutsideVillages, "geometry", share(strayedRows, placedRows),
        "\(strayedRows) of \(placedRows) rows")
    }
    addAreas(&result, source, mapping, catalog)
    if let notation = otherNotation(mapping) {
      add(
        SurveyRules.codeNotation, "landClass", notation.code,
        "\(notation.rows) of \(rows) rows; such as \(notation.code) for \(notation.listed)")
    }
    let species = implausibleSpecies(mapping)
    if species.share > 0.01 {
      add(
        SurveyRules.implausibleSpecies, "species",
        SurveyFindings.percent(species.share, of: 1), species.names.joined(separator: ", "))
    }
    if rows >= Self.fewestRows {
      for found in dominantSpecies(mapping) {
        add(
          SurveyRules.implausibleSpecies, "species",
          SurveyFindings.percent(found.share, of: 1),
          "\(found.names.joined(separator: ", ")): no county of the south is known to have so much of it"
        )
      }
    }
    if rows >= Self.fewestRows {
      let copied = copiedVolumes
      if copied.of >= Self.fewestRows && 10 * copied.equal > 9 * copied.of {
        add(
          SurveyRules.copiedField, "totalVolume", share(copied.equal, copied.of),
          "\(copied.equal) of \(copied.of) rows")
      }
      let ages = agesMissing
      if ages.of >= Self.fewestRows && 2 * ages.missing > ages.of {
        add(
          SurveyRules.missingAges, "age", share(ages.missing, ages.of),
          "\(ages.missing) of \(ages.of) rows")
      }
      for column in constantColumns where column.count >= Self.fewestRows {
        add(
          SurveyRules.constantField, column.field, "\(column.value)", "in \(column.count) rows")
      }
      if 100 * duplicateKeys > rows {
        add(
          SurveyRules.keyNotUnique, "subcompartment", share(duplicateKeys, rows),
          "\(duplicateKeys) of \(rows) rows; key " + mapping.key.joined(separator: "/"))
      }
    }
    if localVillageCodes > 0 {
      add(
        SurveyRules.localVillageCodes, "village", share(localVillageCodes, rows),
        "\(localVillageCodes) of \(rows) rows")
    }
    return result
  }

  /// What the recorded areas look like by themselves, where no polygons tell their unit.
  private func addAreas(
    _ result: inout SurveyFindings, _ source: Int, _ mapping: MappingFile, _ catalog: RuleCatalog
  ) {
    guard let area = medianArea, rows >= 10, 10 * comparedAreas < rows else { return }
    let field = mapping["area"]?.names.first ?? "area"
    let shown = SurveyFindings.rounded(area)
    // A total volume in a column per hectare makes the factor meaningless.
    if let volumes = medianVolumeRatio, volumes.of >= 10, 2 * copiedVolumes.equal < volumes.of,
      let factor = Self.unitFactor(volumes.ratio), volumes.ratio > 1
    {
      result.add(
        SurveyRules.areasNotHectares, catalog, source: source, field: field,
        value: "\(shown) ha",
        detail: "half of the areas are about \(factor.text) times what the total volumes make of "
          + "them, or more: \(factor.meaning)")
    } else if area > 1000 {
      result.add(
        SurveyRules.areasNotHectares, catalog, source: source, field: field,
        value: "\(shown) ha",
        detail:
          "the median; in square metres it would be \(SurveyFindings.rounded(area / 10_000)) ha, "
          + "in 亩 \(SurveyFindings.rounded(area / 15)) ha")
    } else if area > 35 {
      result.add(
        SurveyRules.largeAreas, catalog, source: source, field: field, value: "\(shown) ha",
        detail: "the median; in 亩 it would be \(SurveyFindings.rounded(area / 15)) ha")
    }
  }

  /// Species groups that do not stand in the south outside gardens and a few mountain tops; what
  /// they are called by shows which code was read by which list.
  static let northern: Set<String> = [
    "冷杉", "云杉", "铁杉", "落叶松", "红松", "樟子松", "赤松", "油松", "高山松", "水胡黄",
  ]

  private func implausibleSpecies(_ mapping: MappingFile) -> (share: Double, names: [String]) {
    guard let list = mapping["species"]?.codes else { return (0, []) }
    var whole = 0.0
    var part = 0.0
    var names: [String] = []
    for (code, area) in areaBySpecies {
      whole += area
      guard let entry = list[code] ?? list.mainCode(of: code).flatMap({ list[$0] }),
        Self.northern.contains(entry.meaning)
      else { continue }
      part += area
      names.append("\(code) \(entry.name)")
    }
    return whole > 0 ? (part / whole, names) : (0, [])
  }

  /// Species groups of the south that stand in every county and make up none: the shares of area, of
  /// which more says that another list was meant (国家 310 杉木 is 广西 310 速生相思). Judgements.
  static let minor: [(group: String, most: Double)] = [
    ("相思", 0.4), ("其他松类", 0.3), ("栎类", 0.6), ("木麻黄", 0.4), ("柳杉", 0.4), ("楝树", 0.2),
    ("泡桐", 0.2), ("檫木", 0.2), ("红豆杉", 0.05), ("池杉", 0.2), ("水杉", 0.2),
  ]

  private func dominantSpecies(_ mapping: MappingFile) -> [(share: Double, names: [String])] {
    guard let list = mapping["species"]?.codes else { return [] }
    var whole = 0.0
    var parts: [String: (area: Double, names: [String])] = [:]
    for (code, area) in areaBySpecies {
      whole += area
      guard let entry = list[code] ?? list.mainCode(of: code).flatMap({ list[$0] }) else {
        continue
      }
      parts[entry.meaning, default: (0, [])].area += area
      parts[entry.meaning, default: (0, [])].names.append("\(code) \(entry.name)")
    }
    return Self.minor.compactMap { minor in
      guard let part = parts[minor.group], part.area > minor.most * whole else { return nil }
      return (part.area / whole, part.names)
    }
  }

  /// Whether most rows have land classes that the list knows in another notation: `1110` for `0111`.
  private func otherNotation(
    _ mapping: MappingFile
  ) -> (code: String, listed: String, rows: Int)? {
    guard let list = mapping["landClass"]?.codes else { return nil }
    var found: (code: String, listed: String, rows: Int)?
    var count = 0
    for code in unknownLandClasses.keys.sorted() {
      // Zeros lost in front are put back row by row.
      guard list["0" + code] == nil, list["00" + code] == nil,
        let listed = Self.otherForms(code).first(where: { list[$0] != nil })
      else { continue }
      let rows = unknownLandClasses[code] ?? 0
      count += rows
      if rows > found?.rows ?? 0 {
        found = (code, "\(listed) \(list[listed]?.name ?? "")", rows)
      }
    }
    guard 2 * count > rows else { return nil }
    found?.rows = count
    return found
  }

  /// A code without zeros at its end and with zeros put in front, or the other way round.
  private static func otherForms(_ code: String) -> [String] {
    var forms: [String] = []
    var bare = code
    while bare.last == "0", bare.count > 2 {
      bare.removeLast()
      forms += ["0" + bare, bare, "00" + bare]
    }
    var short = code
    while short.first == "0", short.count > 2 {
      short.removeFirst()
      forms += [short + "0", short + "00", short]
    }
    return forms + [code + "0", code + "00"]
  }

  /// The unit error that a median ratio of recorded to polygon area stands for.
  private static func unitFactor(_ ratio: Double) -> (text: String, meaning: String)? {
    let factors: [(Double, String, String)] = [
      (Units.muPerHectare, "15", "亩 read as hectares"),
      (1 / Units.muPerHectare, "1/15", "hectares read as 亩"),
      (Units.squareMetresPerHectare, "10000", "square metres read as hectares"),
      (1 / Units.squareMetresPerHectare, "1/10000", "hectares read as square metres"),
    ]
    for (factor, text, meaning) in factors where abs(ratio / factor - 1) <= 0.1 {
      return (text, meaning)
    }
    return nil
  }
}
