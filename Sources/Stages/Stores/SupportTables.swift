internal import Archive
internal import Geospatial
internal import Inventory
internal import Mapping

/// The tables of `inventory.gpkg` that explain its rows.
enum SupportTables {
  static func write(
    _ connection: borrowing Connection, sources: [IngestSource], tallies: [SourceTally],
    villages: VillageRegister, named codes: [String], species: SpeciesTable,
    facts: [(name: String, value: String)]
  ) throws {
    try connection.transaction {
      try writeSources(connection, sources, tallies)
      try writeVillages(connection, villages, codes)
      try writeTerms(connection, species)
      let insert = try connection.prepare("INSERT INTO fact VALUES (?, ?)")
      for fact in facts {
        try insert.bindAll([.text(fact.name), .text(fact.value)])
        try insert.run()
      }
    }
    try connection.execute("CREATE INDEX finding_rule ON finding (rule)")
  }

  private static func writeSources(
    _ connection: borrowing Connection, _ sources: [IngestSource], _ tallies: [SourceTally]
  ) throws {
    let insert = try connection.prepare(
      "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, source) in sources.enumerated() {
      let tally = tallies[number]
      try insert.bindAll([
        .integer(Int64(number)), .text("inventory"), .integer(Int64(source.survey)),
        .text(source.file.displayPath), .text(source.description.layer),
        .text(source.description.driver), .text(source.layer.mapping.identifier),
        .text(EvidenceText.encoding(source.description.encoding)),
        .text(
          EvidenceText.coordinates(
            source.description.coordinates, shift: source.layer.datumShift)),
        .integer(Int64(tally.rows)), .integer(Int64(tally.accepted)),
        .integer(Int64(tally.repaired)), .integer(Int64(tally.quarantined)), .real(tally.area),
        .real(tally.quarantinedArea), .real(tally.repairedArea),
      ])
      try insert.run()
    }
  }

  private static func writeVillages(
    _ connection: borrowing Connection, _ villages: VillageRegister, _ codes: [String]
  ) throws {
    let insert = try connection.prepare("INSERT INTO village VALUES (?, ?, ?, ?, ?, ?, 1, ?)")
    for entry in villages.villages {
      try insert.bindAll([
        .text(entry.village.code), .text(entry.village.name), .text(entry.village.town),
        .text(entry.village.county), flag(entry.isOldRevolutionaryArea),
        flag(entry.wasPoorVillage),
      ])
      if entry.boundary.isEmpty {
        try insert.bindNull(at: 7)
      } else {
        try insert.bind(blob: entry.boundary[...], at: 7)
      }
      try insert.run()
    }
    // Villages that only the 小班 name: they take part under their code.
    let insertCode = try connection.prepare(
      "INSERT INTO village VALUES (?1, ?1, substr(?1, 1, 9), substr(?1, 1, 6), NULL, NULL, 0, NULL)"
    )
    for code in codes where !villages.contains(Array(code.utf8)[...]) {
      try insertCode.bindAll([.text(code)])
      try insertCode.run()
    }
  }

  private static func flag(_ value: Bool?) -> Value {
    value.map { .integer($0 ? 1 : 0) } ?? .null
  }

  private static func writeTerms(
    _ connection: borrowing Connection, _ species: SpeciesTable
  ) throws {
    let insertSpecies = try connection.prepare("INSERT INTO species VALUES (?, ?, ?)")
    for (number, one) in species.species.enumerated() {
      try insertSpecies.bindAll([
        .integer(Int64(number)), .text(one.name), .text(one.group),
      ])
      try insertSpecies.run()
    }
    let insert = try connection.prepare("INSERT INTO term VALUES (?, ?, ?, ?)")
    try writeVocabulary(LandClass.self, "land_class", insert)
    try writeVocabulary(Origin.self, "origin", insert)
    try writeVocabulary(ForestClass.self, "forest_class", insert)
    try writeVocabulary(AgeGroup.self, "age_group", insert)
    try writeVocabulary(KeyLocation.self, "key_location", insert)
  }

  private static func writeVocabulary<Term: Vocabulary>(
    _ type: Term.Type, _ name: String, _ insert: borrowing Statement
  ) throws {
    for (number, term) in Ordinals<Term>().terms.enumerated() {
      try insert.bindAll([
        .text(name), .integer(Int64(number)), .text(term.rawValue), .text(term.chineseName),
      ])
      try insert.run()
    }
  }
}
