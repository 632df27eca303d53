internal import Archive
internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Quality

/// Writes `inventory.gpkg`: chunks in order, each row once, in the layer where it belongs.
struct InventoryWriter: ~Copyable {
  let connection: Connection
  var accepted: ColumnTableWriter
  var quarantined: BulkInserter
  private var findings: BulkInserter
  /// Nil where no source has polygons.
  let srsID: Int32?
  /// Whether rows that take part have a column for them.
  let keepsPolygons: Bool
  let catalog: RuleCatalog
  private let villages: VillageRegister
  let sources: [IngestSource]

  /// What took part so far, as later stages read it.
  var kept = KeptSurveys()
  /// Where the rows that take part lie, by survey.
  var spots: [Int: SpotGrid] = [:]
  /// The keys met so far, by survey.
  private var keys: [Int: KeyIndex] = [:]
  /// The polygons met so far, by survey, and where each was first.
  private var polygons: [Int: PolygonIndex] = [:]
  private var nextRow: Int64 = 1
  var tallies: [SourceTally]
  var stops = StopCollector()
  private(set) var setAside = QuarantineTally()
  private(set) var findingCount = 0
  /// What each file as a whole looks like.
  private var surveyTallies: [SurveyTally]
  private(set) var rowCount = 0

  init(
    path: String, system: CoordinateSystem?, keepsPolygons: Bool, sources: [IngestSource],
    villages: VillageRegister, catalog: RuleCatalog
  ) throws {
    let connection = try Connection(path: path, mode: .fill)
    for table in InventorySchema.tables { try connection.execute(table) }
    // Polygons of rows that take part are kept only where the working system is known.
    let keeps = keepsPolygons && system != nil
    let accepted = try ColumnTableWriter(
      connection, table: InventorySchema.subcompartment,
      columns: InventorySchema.kept(keepsPolygons: keeps))
    let quarantined = try BulkInserter(
      connection, table: InventorySchema.quarantined,
      columns: ["fid"] + InventorySchema.columns.map(\.name) + ["rules"]
        + (system == nil ? [] : ["geom"]))
    let findings = try BulkInserter(
      connection, table: "finding",
      columns: [
        "rule", "severity", "source", "source_row", "field", "value", "action", "detail", "area_ha",
      ])
    self.connection = connection
    self.accepted = accepted
    self.quarantined = quarantined
    self.findings = findings
    srsID = system.map { Int32($0.epsg ?? -1) }
    self.keepsPolygons = keeps
    self.catalog = catalog
    self.villages = villages
    self.sources = sources
    tallies = sources.map { _ in SourceTally() }
    surveyTallies = sources.map { _ in SurveyTally() }
  }

  /// Takes the next chunk. Chunks must come in source order.
  mutating func append(_ chunk: consuming IngestChunk) throws {
    var report = chunk.report
    surveyTallies[chunk.source].merge(chunk.tally)
    checkKeys(chunk.rows, source: chunk.source, &report)
    checkVillages(chunk.rows, &report)
    checkPolygons(chunk, survey: sources[chunk.source].survey, &report)
    stops.add(report.stops, sources: sources)

    let columns = columns(chunk)
    var rulesByRow: [Int64: [String]] = [:]
    for finding in report.findings where finding.action == .quarantined {
      rulesByRow[finding.sourceRow, default: []].append(finding.rule)
    }
    var isRepaired = [Bool](repeating: false, count: chunk.rows.count)
    var positions: [Int64: Int] = [:]
    if !report.findings.isEmpty {
      for (position, row) in chunk.rows.subcompartments.row.enumerated() {
        positions[row] = position
      }
    }
    for finding in report.findings {
      guard let row = positions[finding.sourceRow] else { continue }
      if finding.action == .repaired { isRepaired[row] = true }
      try write(finding, area: Self.area(chunk.rows, row))
    }
    let taken = (0..<chunk.rows.count).filter { !report.isQuarantined[$0] }
    kept.append(
      chunk.rows, taken: taken, survey: sources[chunk.source].survey, firstRow: nextRow)
    let survey = sources[chunk.source].survey
    var spots = self.spots.removeValue(forKey: survey) ?? SpotGrid()
    for row in taken {
      guard let (x, y) = chunk.geometry.firstPoint(row) else { continue }
      spots.add(
        SpotGrid.Row(
          source: chunk.source, sourceRow: chunk.rows.subcompartments.row[row],
          number: nextRow + Int64(row), x: x, y: y))
    }
    self.spots[survey] = spots
    for row in 0..<chunk.rows.count {
      tallies[chunk.source].add(
        area: Self.area(chunk.rows, row), isQuarantined: report.isQuarantined[row],
        isRepaired: isRepaired[row])
    }
    let isTaken = report.isQuarantined.map { !$0 }
    try accepted.append(
      (columns + (keepsPolygons ? [.blob(chunk.shapes)] : [])).map {
        taken.count == chunk.rows.count ? $0 : $0.rows(where: isTaken)
      })
    if taken.count < chunk.rows.count {
      let out = report.isQuarantined
      let rules = out.indices.filter { out[$0] }.map {
        (rulesByRow[chunk.rows.subcompartments.row[$0]] ?? []).joined(separator: " ")
      }
      try quarantined.insert(
        columns.map { $0.rows(where: out) } + [.text(ByteColumn(rules))]
          + (srsID == nil ? [] : [.blob(polygons(chunk.geometry, where: out))]))
    }
    nextRow += Int64(chunk.rows.count)
    rowCount += chunk.rows.count
  }
}

extension InventoryWriter {
  /// Two rows with the same polygon count its area, volume and carbon twice.
  private mutating func checkPolygons(
    _ chunk: borrowing IngestChunk, survey: Int, _ report: inout RowReport
  ) {
    let rule = SurveyRules.duplicateGeometry
    report.begin(rule, policy: catalog.policy(rule))
    var met = polygons.removeValue(forKey: survey) ?? PolygonIndex()
    for (row, digest) in chunk.digests.enumerated()
    where !digest.isEmpty && !report.isQuarantined[row] {
      let place = PolygonIndex.Place(
        source: Int32(chunk.source), row: chunk.rows.subcompartments.row[row])
      if let first = met.insert(digest, at: place) {
        report.add(
          row: row, field: "geometry", value: "",
          detail: "the polygon of row \(first.row) of "
            + sources[Int(first.source)].file.displayPath)
      }
    }
    polygons[survey] = met
  }

  /// The area of a row, ha: the one that carries its stock, or else any that is known.
  private static func area(_ rows: borrowing SurveyRows, _ row: Int) -> Double {
    let area = rows.subcompartments.area[row]
    if area > 0 && area.isFinite { return area }
    let polygon = rows.geometricArea[row]
    return polygon > 0 && polygon.isFinite ? polygon : .nan
  }

  /// Applies the rules that need all rows of a survey.
  private mutating func checkKeys(
    _ rows: SurveyRows, source: Int, _ report: inout RowReport
  ) {
    let survey = sources[source].survey
    var repeated = 0
    report.begin(SurveyRules.duplicateKey, policy: catalog.policy(SurveyRules.duplicateKey))
    let column = rows.subcompartments.key
    var met = keys.removeValue(forKey: survey) ?? KeyIndex()
    for row in 0..<rows.count where !report.isQuarantined[row] {
      let isNew = met.insert(column.bytes[column.byteRange(row)]).isNew
      if !isNew {
        repeated += 1
        report.add(row: row, field: "subcompartment", value: column[row])
      }
    }
    keys[survey] = met
    surveyTallies[source].addDuplicateKeys(repeated)
  }

  private func checkVillages(_ rows: SurveyRows, _ report: inout RowReport) {
    guard !villages.villages.isEmpty else { return }
    report.begin(SurveyRules.unknownVillage, policy: catalog.policy(SurveyRules.unknownVillage))
    for row in 0..<rows.count where rows.villageCode.byteRange(row).count == 12 {
      let code = rows.villageCode.bytes[rows.villageCode.byteRange(row)]
      if !villages.contains(code) {
        report.add(row: row, field: "village", value: rows.villageCode[row])
      }
    }
  }

  mutating func write(_ finding: Finding, area: Double) throws(StoreError) {
    findingCount += 1
    setAside.add(finding, of: sources[finding.source])
    try findings.row.bind(finding.rule, at: 1)
    try findings.row.bind(finding.severity.rawValue, at: 2)
    try findings.row.bind(finding.source, at: 3)
    try findings.row.bind(finding.sourceRow, at: 4)
    try findings.row.bind(finding.field, at: 5)
    try findings.row.bind(finding.value, at: 6)
    try findings.row.bind(finding.action.rawValue, at: 7)
    try findings.row.bind(finding.detail, at: 8)
    try findings.row.bind(area, at: 9)
    try findings.insert()
  }

  /// The numbers of the chunk's rows, and what they hold in the order of `InventorySchema.columns`.
  private func columns(_ chunk: borrowing IngestChunk) -> [StoredColumn] {
    let rows = chunk.rows
    let stands = rows.subcompartments
    let source = sources[chunk.source]
    return [
      .integer((0..<Int64(rows.count)).map { nextRow + $0 }),
      .integer([Int64](repeating: Int64(source.survey), count: rows.count)),
      .integer([Int64](repeating: Int64(chunk.source), count: rows.count)),
      .integer(stands.row),
      .text(ByteColumn(stands.key)),
      .text(ByteColumn(rows.villageCode)),
      .text(ByteColumn(rows.compartment)),
      .text(ByteColumn(rows.number)),
      .integer(stands.landClass.map(\.ordinal)),
      .integer(stands.origin.map(\.ordinal)),
      .integer(stands.forestClass.map(\.ordinal)),
      .integer(stands.ageGroup.map(\.ordinal)),
      .integer(stands.keyLocation.map(\.ordinal)),
      .integer(stands.species.map { Int64($0) }),
      .integer(stands.secondSpecies.map { Int64($0) }),
      .real(stands.area),
      .real(rows.recordedArea),
      .real(rows.geometricArea),
      .real(stands.volume),
      .real(stands.secondVolume),
      .real(rows.totalVolume),
      .real(stands.age),
      .real(stands.canopyDensity),
      .real(rows.diameter),
      .real(rows.height),
      .real(rows.stems),
      .real(stands.plantingYear),
      .text(ByteColumn(rows.landClassCode)),
      .text(ByteColumn(rows.speciesCode)),
      .text(ByteColumn(rows.secondSpeciesCode)),
      .text(ByteColumn(rows.forestCategoryCode)),
      .text(ByteColumn(rows.landOwnershipCode)),
      .real(rows.previousVolume),
      .integer(rows.previousLandClass.map(\.ordinal)),
      .integer(rows.previousSpecies.map { Int64($0) }),
      .real(rows.previousArea),
    ]
  }

  /// The polygons of some rows as the store keeps them; empty entries where there is none.
  private func polygons(_ geometry: borrowing WKBColumn, where isIn: [Bool]) -> ByteColumn {
    var column = ByteColumn()
    for row in isIn.indices where isIn[row] {
      column.appendRow { GeoPackageGeometry.append(geometry[row], srsID: srsID ?? -1, to: &$0) }
    }
    return column
  }

  /// Applies the rules about whole files and about surveys side by side. Call it once, after the
  /// last chunk.
  mutating func checkFiles() throws {
    for (number, source) in sources.enumerated() {
      try take(
        surveyTallies[number].findings(
          source: number, mapping: source.layer.mapping, catalog: catalog))
      var facts = FileFacts(source.description, source.binding)
      facts.isCanopyPercent = source.isCanopyPercent
      try take(
        facts.findings(
          surveyTallies[number], source: number, mapping: source.layer.mapping,
          catalog: catalog))
    }
    let surveys = keys.keys.sorted()
    for (earlier, later) in zip(surveys, surveys.dropFirst()) {
      guard let first = keys[earlier], let second = keys[later],
        let source = sources.firstIndex(where: { $0.survey == later })
      else { continue }
      func content(_ survey: Int) -> (rows: Int, sum: UInt64) {
        sources.indices.filter { sources[$0].survey == survey }.reduce((0, 0)) {
          ($0.0 + surveyTallies[$1].rows, $0.1 &+ surveyTallies[$1].content)
        }
      }
      try take(
        SurveyMatching.sameContent(
          content(earlier), earlier, content(later), later, source: source, catalog: catalog))
      try take(
        SurveyMatching.findings(
          earlier: first, earlierSurvey: earlier, later: second, laterSurvey: later,
          source: source, catalog: catalog))
    }
  }

  /// Compares the polygons of a survey with one another. Call it after the last chunk.
  ///
  /// - Returns: a line for the report.
  mutating func checkCoverage(
    survey: Int, threads: Int, interruption: Interruption
  ) throws -> String {
    let set = try accepted.columns(
      [
        TableColumn("source", .integer), TableColumn("source_row", .integer),
        TableColumn("key", .text), TableColumn("village", .text), TableColumn("geom", .blob),
      ], where: [("survey", Int64(survey)...Int64(survey))])
    let (allFiles, allRows) = (try set.integers(0), try set.integers(1))
    let (allNames, allCodes, blobs) = (try set.texts(2), try set.texts(3), try set.blobs(4))
    let drawn = (0..<set.rows).filter { !blobs.byteRange($0).isEmpty }
    let (files, rows) = (drawn.map { allFiles[$0] }, drawn.map { allRows[$0] })
    let names = drawn.map { allNames[$0] }
    var polygons = WKBColumn()
    polygons.reserve(rows: drawn.count, bytesPerRow: blobs.bytes.count / max(1, drawn.count))
    for row in drawn {
      polygons.append(GeoPackageGeometry.body(of: blobs.bytes[blobs.byteRange(row)]))
    }
    let check = try CoverageCheck(
      polygons, codes: drawn.map { allCodes[$0] }, boundaries: villages.villages,
      threads: threads, interruption: interruption)
    var found = SurveyFindings()
    for overlap in check.overlaps {
      let (first, second) = (overlap.first, overlap.second)
      found.add(
        SurveyRules.overlappingGeometry, catalog, source: Int(files[second]), row: rows[second],
        field: "geometry", value: CoverageText.hectares(overlap.hectares) + " ha",
        detail: "\(names[second]) with \(names[first]), row \(rows[first]) of "
          + sources[Int(files[first])].file.displayPath)
    }
    let source = sources.firstIndex { $0.survey == survey } ?? 0
    for village in check.villages where village.gaps > 0 {
      found.add(
        SurveyRules.coverageGap, catalog, source: source, field: "village",
        value: village.village,
        detail: "\(village.gaps) gaps, \(CoverageText.hectares(village.gapHectares)) ha")
    }
    try take(found)
    try CoverageText.write(check.villages, survey: survey, to: connection)
    return CoverageText.line(check, survey: survey)
  }

  private mutating func take(_ found: SurveyFindings) throws {
    stops.add(found.stops, sources: sources)
    for finding in found.findings { try write(finding, area: .nan) }
  }

  /// Writes the tables that explain the rows, and closes the file.
  ///
  /// - Returns: the 小班 that take part by survey, as `InventoryReader` would read them.
  consuming func finish(
    species: SpeciesTable, facts: [(name: String, value: String)]
  ) throws -> [(year: Int, stands: SubcompartmentColumns)] {
    try quarantined.finish()
    try findings.finish()
    try accepted.finish(connection)
    try SupportTables.write(
      connection, sources: sources, tallies: tallies, villages: villages,
      named: kept.villageCodes, species: species,
      facts: facts + [("previous-fields", kept.surveysWithPreviousVolume)])
    let surveys = kept.surveys(declared: villages.villages.map(\.village.code))
    try connection.close()
    return surveys
  }
}

extension WKBColumn {
  /// The first point of a polygon or multi-polygon in little-endian bytes; nil without one.
  fileprivate func firstPoint(_ row: Int) -> (Double, Double)? {
    let range = byteRange(row)
    guard range.count >= 38 else { return nil }
    let place = range.lowerBound + (bytes[range.lowerBound + 1] == 6 ? 22 : 13)
    return bytes.withUnsafeBytes { bytes in
      func number(_ from: Int) -> Double {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: from, as: UInt64.self)))
      }
      return (number(place), number(place + 8))
    }
  }
}
