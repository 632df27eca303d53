internal import Archive
internal import Geometry
internal import Inventory
internal import Tenure

/// Writes `tenure.sqlite`.
enum TenureWriter {
  static func write(
    _ path: String, stands: SubcompartmentColumns, divisions: [OverlayWorker.Division],
    evidence: TenureEvidence, judgement: TitleJudgement, ledger: CreditLedger,
    problems: TitleProblems, warnings: [EnclosureWarning], villages: [String],
    hasExclusions: Bool
  ) throws {
    let connection = try Connection(path: path, mode: .create)
    for table in TenureSchema.tables { try connection.execute(table) }
    try writeSources(connection, evidence, problems.findings)
    try writeParcels(connection, evidence)
    try writeClaims(connection, stands, divisions, judgement.claims)
    try writeTitles(connection, stands, judgement.titles)
    try writeBurdens(connection, stands, divisions, ledger)
    try ledger.write(connection)
    try writeWarnings(connection, warnings, villages)
    let insert = try BulkInserter(connection, table: "fact", columns: ["name", "value"])
    try write(
      [("has-exclusions", hasExclusions), ("has-credited", !ledger.periods.isEmpty)], insert)
    try connection.execute("CREATE INDEX claim_subcompartment ON claim (subcompartment)")
    try connection.close()
  }

  private static func write(
    _ facts: [(String, Bool)], _ inserter: consuming BulkInserter
  ) throws {
    for (name, value) in facts {
      try inserter.row.bindAll([.text(name), .text(value ? "1" : "0")])
      try inserter.insert()
    }
    try inserter.finish()
  }

  private static func writeSources(
    _ connection: borrowing Connection, _ evidence: TenureEvidence, _ problems: [Finding]
  ) throws {
    var sources = try BulkInserter(
      connection, table: "tenure_source",
      columns: [
        "number", "role", "path", "layer", "rows_in", "records", "skipped", "encoding",
        "coordinates",
      ])
    for (number, source) in evidence.sources.enumerated() {
      try sources.row.bindAll([
        .integer(Int64(number)), .text(source.role), .text(source.path), .text(source.layer),
        .integer(Int64(source.rows)), .integer(Int64(source.records)),
        .integer(Int64(source.skipped.count)), .text(source.encoding), .text(source.coordinates),
      ])
      try sources.insert()
    }
    try sources.finish()
    var skipped = try BulkInserter(
      connection, table: "skipped_row", columns: ["source", "source_row", "reason"])
    for (number, source) in evidence.sources.enumerated() {
      for row in source.skipped {
        try skipped.row.bindAll([
          .integer(Int64(number)), .integer(Int64(row.row)), .text(row.reason.chineseText),
        ])
        try skipped.insert()
      }
    }
    try skipped.finish()
    var findings = try BulkInserter(
      connection, table: "tenure_finding",
      columns: ["rule", "severity", "source", "source_row", "field", "value", "detail"])
    for finding in evidence.findings + problems {
      try findings.row.bindAll([
        .text(finding.rule), .text(finding.severity.rawValue), .integer(Int64(finding.source)),
        .integer(finding.sourceRow), .text(finding.field), .text(finding.value),
        .text(finding.detail),
      ])
      try findings.insert()
    }
    try findings.finish()
  }

  private static func writeParcels(
    _ connection: borrowing Connection, _ evidence: TenureEvidence
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "parcel",
      columns: [
        "number", "source", "source_row", "parcel_number", "certificate", "land_owner",
        "land_user", "tree_owner", "tree_user", "holder", "holder_type", "certified_area_ha",
        "term_end", "is_disputed",
      ])
    let parcels = evidence.parcels
    for (number, record) in evidence.records.enumerated() {
      let (_, leading) = record.rights.leading()
      try inserter.row.bindAll([
        .integer(Int64(number)), .integer(Int64(evidence.sourceOfParcel[number])),
        .integer(Int64(record.row)), .text(record.parcel.key), .text(record.printedCertificate),
        .text(names(record.rights.landOwnership)), .text(names(record.rights.landUse)),
        .text(names(record.rights.treeOwnership)), .text(names(record.rights.treeUse)),
        .text(names(leading)), .text(parcels.holderType[number].rawValue),
        .real(parcels.area[number]), .text(text(record.termEnd)),
        .integer(record.isDisputed ? 1 : 0),
      ])
      try inserter.insert()
    }
    try inserter.finish()
  }

  private static func text(_ end: TermEnd) -> String {
    switch end {
    case .date(let date): date.description
    case .unlimited: "长期"
    case .missing: ""
    case .unreadable(let text): text
    }
  }

  private static func names(_ list: HolderList) -> String {
    list.holders.map(\.printed).joined(separator: "、") + (list.isComplete ? "" : "等")
  }

  private static func writeClaims(
    _ connection: borrowing Connection, _ stands: SubcompartmentColumns,
    _ divisions: [OverlayWorker.Division], _ claims: ClaimColumns
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "claim",
      columns: ["subcompartment", "parcel", "share", "area_ha", "evidence", "confidence"])
    for place in 0..<claims.count {
      let row = Int(claims.subcompartment[place])
      try inserter.row.bind(stands.row[row], at: 1)
      try inserter.row.bind(Int(claims.parcel[place]), at: 2)
      try inserter.row.bind(claims.share[place], at: 3)
      try inserter.row.bind(claims.share[place] * divisions[row].area / 10_000, at: 4)
      try inserter.row.bind(claims.evidence[place].rawValue, at: 5)
      try inserter.row.bind(claims.confidence[place], at: 6)
      try inserter.insert()
    }
    try inserter.finish()
  }

  private static func writeTitles(
    _ connection: borrowing Connection, _ stands: SubcompartmentColumns, _ titles: TitleColumns
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "title",
      columns: [
        "subcompartment", "title_class", "reasons", "reason_codes", "term", "evidence",
        "clear_share", "untitled_share", "contested_share", "disputed_share", "expiring_share",
        "main_parcel", "holder_count", "sliver_count", "sliver_area_ha",
      ])
    for row in 0..<titles.count {
      let reasons = titles.reasons[row]
      try inserter.row.bind(stands.row[row], at: 1)
      try inserter.row.bind(titles.titleClass[row].rawValue, at: 2)
      try inserter.row.bind(Int64(reasons.rawValue), at: 3)
      try inserter.row.bind(reasons.reasons.map(\.code).joined(separator: " "), at: 4)
      try inserter.row.bind(titles.term[row].rawValue, at: 5)
      try inserter.row.bind(titles.evidence[row]?.rawValue ?? "", at: 6)
      try inserter.row.bind(titles.clearShare[row], at: 7)
      try inserter.row.bind(titles.untitledShare[row], at: 8)
      try inserter.row.bind(titles.contestedShare[row], at: 9)
      try inserter.row.bind(titles.disputedShare[row], at: 10)
      try inserter.row.bind(titles.expiringShare[row], at: 11)
      try inserter.row.bind(
        titles.mainParcel[row] < 0 ? .null : .integer(Int64(titles.mainParcel[row])), at: 12)
      try inserter.row.bind(Int(titles.holderCount[row]), at: 13)
      try inserter.row.bind(Int(titles.sliverCount[row]), at: 14)
      try inserter.row.bind(titles.sliverArea[row], at: 15)
      try inserter.insert()
    }
    try inserter.finish()
  }

  private static func writeBurdens(
    _ connection: borrowing Connection, _ stands: SubcompartmentColumns,
    _ divisions: [OverlayWorker.Division], _ ledger: CreditLedger
  ) throws {
    var inserter = try BulkInserter(
      connection, table: "burden",
      columns: ["subcompartment", "excluded_share", "credited_share", "credited_mechanisms"])
    for (row, division) in divisions.enumerated() {
      try inserter.row.bind(stands.row[row], at: 1)
      try inserter.row.bind(division.excludedShare, at: 2)
      try inserter.row.bind(division.creditedShare, at: 3)
      try inserter.row.bind(ledger.mechanisms[row] ?? "", at: 4)
      try inserter.insert()
    }
    try inserter.finish()
  }

  private static func writeWarnings(
    _ connection: borrowing Connection, _ warnings: [EnclosureWarning], _ villages: [String]
  ) throws {
    func codes(_ places: [Int32]) -> String {
      places.map { villages[Int($0)] }.joined(separator: " ")
    }
    let insert = try connection.prepare(
      "INSERT INTO enclosure_warning VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, warning) in warnings.enumerated() {
      try insert.bindAll([
        .integer(Int64(number)), .text(warning.holder), .text(warning.type.rawValue),
        .text(warning.signs.map(\.rawValue).joined(separator: " ")),
        .text(codes(warning.villages)), .integer(Int64(warning.villages.count)),
        .real(warning.area), .real(warning.areaShare), .real(warning.recentArea),
        .text(codes(warning.recentVillages)),
      ])
      try insert.run()
    }
  }
}
