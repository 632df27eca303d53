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
    let species = implausibleSpecies(mapping)
    if species.share > 0.01 {
      add(
        SurveyRules.implausibleSpecies, "species",
        SurveyFindings.percent(species.share, of: 1), species.names.joined(separator: ", "))
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
