internal import Archive
internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Quality

/// Reads the 小班 of all surveys through their mappings, checks every row, and writes
/// `inventory.gpkg`. Rows in = rows that take part + rows set aside with a reason.
struct IngestStage: Stage {
  /// Rows a worker takes at a time.
  static let rowsPerChunk = 2048

  let pipeline: PipelineFile
  let pipelinePath: String
  var shelf = ResultShelf()

  var name: String { StageName.ingest.rawValue }
  var title: String { StageName.ingest.chineseName }
  var revision: Int { 6 }
  var upstream: [String] { [] }

  var configuration: String {
    var text = StageConfiguration()
    text.add("epsg", pipeline.epsg.map(String.init) ?? "first layer")
    for source in pipeline.inventory {
      text.add("survey", String(source.survey))
      source.layer.describe(into: &text)
    }
    pipeline.villages?.describe(into: &text)
    text.add(
      "polygons", pipeline.surveysWithPolygons.sorted().map(String.init).joined(separator: " "))
    if pipeline.checksOverlaps { text.add("checks", "overlaps") }
    for (rule, policy) in pipeline.rulePolicies.sorted(by: { $0.key < $1.key }) {
      text.add("rule " + rule, policy.rawValue)
    }
    if pipeline.leastUsableShare > 0 {
      text.add("least usable share", String(pipeline.leastUsableShare))
    }
    return text.text
  }

  var inputs: [StageInput] {
    var inputs = pipeline.inventory.flatMap { source in
      source.layer.files.map { file in
        StageInput(role: "inventory \(source.survey) \(file.displayPath)", paths: file.parts)
      }
    }
    for file in pipeline.villages?.files ?? [] {
      inputs.append(StageInput(role: "villages \(file.displayPath)", paths: file.parts))
    }
    return inputs
  }

  func run(_ context: StageContext) throws -> StageReport {
    let sources = try SourceExaminer.inventory(pipeline).map(SourceSample.adjusted)
    let system = try SourceExaminer.workingSystem(pipeline, sources)
    try SourceExaminer.checkDatums(pipeline, sources, system)
    let placement = LayerPlacement(sources)
    var misplaced: [Finding] = []
    let villages = try VillageReader.read(pipeline.villages, into: system) { description, file in
      misplaced += try placement.check(
        description, file, pipeline.rules, pipeline: pipelinePath)
    }
    let path = context.folder + "/" + InventorySchema.fileName
    let keepsPolygons = !pipeline.surveysWithPolygons.isEmpty
    try InventorySchema.create(path, system: system)
    var writer = try InventoryWriter(
      path: path, system: system, keepsPolygons: keepsPolygons, sources: sources,
      villages: villages, catalog: pipeline.rules)

    let files = SharedFile.group(sources)
    let chunks = files.enumerated().flatMap { number, file in
      stride(from: 0, to: file.description.rowCount, by: Self.rowsPerChunk).map { first in
        IngestWorker.Item(
          file: number, rows: first..<min(first + Self.rowsPerChunk, file.description.rowCount))
      }
    }
    let total = sources.reduce(0) { $0 + $1.description.featureCount }
    let (catalog, species, progress) = (pipeline.rules, pipeline.species, context.progress)
    let keptSurveys = pipeline.surveysWithPolygons
    let places = system == nil ? nil : VillagePlaces(villages)
    try Workers.run(
      count: chunks.count, threads: context.threads, window: 2 * context.threads + 2,
      interruption: context.interruption,
      makeState: {
        IngestWorker(
          files: files, sources: sources, system: system, species: species, catalog: catalog,
          keptSurveys: keptSurveys, places: places)
      },
      body: { worker, index in try worker.work(chunks[index]) },
      into: &writer,
      sink: { writer, _, chunks in
        for chunk in chunks { try writer.append(chunk) }
        progress.report(writer.rowCount, of: total, unit: "小班")
      })

    try writer.checkPlaces()
    try writer.checkFiles()
    for finding in misplaced { try writer.write(finding, area: .nan) }
    var coverage: [String] = []
    if pipeline.checksOverlaps, system.map(WorkingSystem.isPlane) ?? false {
      for survey in keptSurveys.sorted() {
        coverage.append(
          try writer.checkCoverage(
            survey: survey, threads: context.threads, interruption: context.interruption))
      }
    }
    let (tallies, stops, findings) = (writer.tallies, writer.stops, writer.findingCount)
    guard stops.isEmpty else {
      throw IngestStop(causes: stops.sorted, pipeline: pipelinePath)
    }
    try checkUsable(sources, tallies, writer.setAside)
    let surveys = try writer.finish(
      species: species,
      facts: [
        ("coordinate-system", system?.label ?? "none"),
        ("coordinate-definition", system?.definition ?? ""),
        ("places", placement.text),
        ("polygons", keepsPolygons && system != nil ? "kept" : "none"),
      ])
    for (year, stands) in surveys {
      shelf.keep(stands, InventoryReader.part(year), of: context.fingerprint)
    }
    var report = Self.report(sources, tallies, findings: findings)
    report.lines += villages.notes
    report.lines += coverage
    return report
  }

  /// A survey of which nothing is left is a mistake somewhere, not a county without forest.
  private func checkUsable(
    _ sources: [IngestSource], _ tallies: [SourceTally], _ setAside: QuarantineTally
  ) throws(TooFewUsable) {
    for survey in Set(sources.map(\.survey)).sorted() {
      let own = zip(sources, tallies).filter { $0.0.survey == survey }.map(\.1)
      let rows = own.reduce(0) { $0 + $1.rows }
      let usable = own.reduce(0) { $0 + $1.accepted + $1.repaired }
      guard rows > 0, usable == 0 || Double(usable) < pipeline.leastUsableShare * Double(rows)
      else { continue }
      throw TooFewUsable(
        survey: survey, rows: rows, usable: usable, leastShare: pipeline.leastUsableShare,
        reasons: setAside.sorted(survey: survey), pipeline: pipelinePath)
    }
  }

  private static func report(
    _ sources: [IngestSource], _ tallies: [SourceTally], findings: Int
  ) -> StageReport {
    var report = StageReport()
    report.add("rows", tallies.reduce(0) { $0 + $1.rows })
    report.add("accepted", tallies.reduce(0) { $0 + $1.accepted })
    report.add("repaired", tallies.reduce(0) { $0 + $1.repaired })
    report.add("quarantined", tallies.reduce(0) { $0 + $1.quarantined })
    report.add("findings", findings)
    for (source, tally) in zip(sources, tallies) {
      report.lines.append(
        "\(source.survey) \(source.file.displayPath): \(tally.rows) rows = \(tally.accepted) "
          + "accepted + \(tally.repaired) repaired + \(tally.quarantined) quarantined")
      let deleted = source.description.rowCount - source.description.featureCount
      if deleted > 0 {
        report.lines.append(
          "\(source.file.displayPath): \(deleted) rows are marked deleted in the .dbf and left out")
      }
      if source.description.encoding.evidence == .plausibleBig5 {
        report.lines.append(
          "\(source.file.displayPath): read as BIG5, in which its texts are common characters; "
            + "declare `encoding` to settle it")
      }
      if source.description.skippedRows > 0 {
        report.lines.append(
          "\(source.file.displayPath): column names stand in row "
            + "\(source.description.skippedRows + 1), below a title")
      }
      if source.description.driver == "GeoJSON", !GeoJSONFile.namesSystem(source.file.path) {
        report.lines.append(
          "\(source.file.displayPath): names no `crs`, so its coordinates are taken for WGS 84 "
            + "longitude and latitude (RFC 7946); declare `epsg` if they are not")
      }
      if source.description.coordinates.isDatumAssumed,
        let system = source.description.coordinates.system
      {
        report.lines.append(
          "\(source.file.displayPath): no record of a datum, CGCS2000 (\(system.label)) is assumed; "
            + "confirm it and declare `epsg`")
      }
    }
    return report
  }
}
