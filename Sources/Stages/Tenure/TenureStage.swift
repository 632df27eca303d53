internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Tenure

/// Lays the 小班 of the latest survey over parcels, exclusion zones and credited land, joins
/// tenure lists, and writes `tenure.sqlite`: claims, titles and burdens.
struct TenureStage: Stage {
  /// 小班 a worker takes at a time.
  static let rowsPerChunk = 1024

  let pipeline: PipelineFile
  var shelf = ResultShelf()

  var name: String { StageName.tenure.rawValue }
  var title: String { StageName.tenure.chineseName }
  var revision: Int { 2 }
  var upstream: [String] { [StageName.ingest.rawValue] }

  var configuration: String {
    var text = StageConfiguration()
    let settings = pipeline.tenure
    text.add("sliverHectares", "\(settings.sliverHectares)")
    text.add("sliverShare", "\(settings.sliverShare)")
    text.add("clearShare", "\(settings.clearShare)")
    text.add("titleUntil", settings.titleUntil.map { "\($0)" } ?? "")
    text.add("enclosureVillages", "\(settings.enclosureVillages)")
    text.add("enclosureHectares", "\(settings.enclosureHectares)")
    // How many 小班 are taken at a time changes no result and is not told here.
    for years in pipeline.creditedPeriods {
      text.add("credited", "\(years.lowerBound)-\(years.upperBound)")
    }
    for layer in pipeline.tenureParcels + pipeline.exclusions + pipeline.credited {
      layer.describe(into: &text)
    }
    for sheet in pipeline.tenureLists {
      text.add("list", sheet.mapping.canonicalText)
      text.add("sheet", sheet.sheet ?? "")
    }
    return text.text
  }

  var inputs: [StageInput] {
    let layers = [
      ("parcels", pipeline.tenureParcels), ("exclusions", pipeline.exclusions),
      ("credited", pipeline.credited),
    ]
    var inputs = layers.flatMap { role, sources in
      sources.flatMap { source in
        source.files.map { StageInput(role: "\(role) \($0.displayPath)", paths: $0.parts) }
      }
    }
    for sheet in pipeline.tenureLists {
      inputs += sheet.files.map { StageInput(role: "list \($0.displayPath)", paths: $0.parts) }
    }
    return inputs
  }

  func run(_ context: StageContext) throws -> StageReport {
    let folder = try context.upstreamFolder(StageName.ingest.rawValue)
    let reader = try InventoryReader(folder: folder)
    guard let year = try reader.surveys().last else { return StageReport() }
    let villages = try reader.villages()
    let index = KeyIndex(TextColumn(villages.map(\.village.code)))
    let stands = try shelf.value(
      InventoryReader.part(year), of: context.upstreamFingerprint(StageName.ingest.rawValue)
    ) {
      try reader.survey(year, villages: index)
    }
    let system = try reader.fact("coordinate-definition").flatMap { text in
      text.isEmpty ? nil : try CoordinateSystem(definition: text)
    }
    let evidence = try TenureSourceReader.read(pipeline, into: system)
    let exclusions = try zones(pipeline.exclusions, into: system)
    let credited = try CreditedLand.read(pipeline.credited, into: system)

    let references = try OverlayReferences(
      parcels: evidence.hasPolygons ? evidence.geometry : nil, exclusions: exclusions,
      credited: credited, periods: pipeline.creditedPeriods)
    // Polygons are the bulk of an inventory: with nothing to lay over them they are not read.
    let hasLayers = evidence.hasPolygons || exclusions != nil || credited != nil
    let divisions =
      hasLayers
      ? try divide(year, stands, reader, references, context)
      : [OverlayWorker.Division](repeating: OverlayWorker.Division(), count: stands.count)

    var names: [String: String] = [:]
    for entry in villages { names[entry.village.code] = entry.village.name }
    let judgement = TitleJudgement(
      stands: stands, divisions: divisions, evidence: evidence,
      labels: namesSubcompartments
        ? try reader.labels(year, villageNames: names) : SubcompartmentLabels(),
      settings: pipeline.tenure)
    var thresholds = EnclosureThresholds()
    thresholds.villages = pipeline.tenure.enclosureVillages
    thresholds.smallestArea = pipeline.tenure.enclosureHectares
    let warnings = EnclosureWarning.scan(
      HoldingList.holdings(
        stands: stands, divisions: divisions, claims: judgement.claims, evidence: evidence),
      thresholds: thresholds)
    let ledger = CreditLedger(
      stands: stands, divisions: divisions, credited: credited,
      periods: credited == nil ? [] : pipeline.creditedPeriods)
    let problems = TitleProblems(
      stands: stands, divisions: divisions, evidence: evidence, judgement: judgement,
      overlapTolerance: TitleTolerances().overlap)
    try TenureWriter.write(
      context.folder + "/" + TenureSchema.fileName, stands: stands, divisions: divisions,
      evidence: evidence, judgement: judgement, ledger: ledger, problems: problems,
      warnings: warnings, villages: villages.map(\.village.code),
      hasExclusions: exclusions != nil)
    var report = report(evidence, judgement, count: stands.count)
    report.add("enclosure-warnings", warnings.count)
    report.lines += problems.lines + ledger.lines
    return report
  }

  /// Lays the 小班 over the references, shard by shard: the polygons of one shard are in memory at
  /// a time, with the parts of the other layers that they can meet.
  private func divide(
    _ year: Int, _ stands: SubcompartmentColumns, _ reader: borrowing InventoryReader,
    _ references: OverlayReferences, _ context: StageContext
  ) throws -> [OverlayWorker.Division] {
    let count = stands.count
    let size = Self.rowsPerChunk
    let progress = context.progress
    var divisions: [OverlayWorker.Division] = []
    divisions.reserveCapacity(count)
    var first = 0
    while first < count {
      let end = min(first + pipeline.tenure.rowsPerShard, count)
      let scenery = try references.scenery(
        try reader.geometry(year, rows: stands.row[first]...stands.row[end - 1]))
      let rows = end - first
      try Workers.run(
        count: (rows + size - 1) / size, threads: context.threads,
        window: 2 * context.threads + 2, interruption: context.interruption,
        makeState: { try OverlayWorker(scenery) },
        body: { worker, item in
          (item * size..<min((item + 1) * size, rows)).map { worker.divide($0) }
        },
        into: &divisions,
        sink: { divisions, _, chunk in
          divisions += chunk
          progress.report(divisions.count, of: count, unit: "小班")
        })
      first = end
    }
    return divisions
  }

  /// Whether any tenure source names the 小班 that its rights are on.
  private var namesSubcompartments: Bool {
    let parcels = pipeline.tenureParcels.map(\.mapping)
    return !pipeline.tenureLists.isEmpty
      || parcels.contains { $0.columns.contains { $0.field == "subcompartment" } }
  }

  /// The polygons of all exclusion layers; nil without any layer.
  private func zones(
    _ layers: [LayerSource], into system: CoordinateSystem?
  ) throws -> WKBColumn? {
    guard !layers.isEmpty else { return nil }
    var column = WKBColumn()
    for layer in layers {
      for file in layer.files {
        let table = try LayerTable.read(file, of: layer, into: system)
        for row in 0..<table.geometry.count { column.append(table.geometry[row]) }
      }
    }
    return column
  }

  private func report(
    _ evidence: TenureEvidence, _ judgement: TitleJudgement, count: Int
  ) -> StageReport {
    var report = StageReport()
    report.add("subcompartments", count)
    report.add("parcels", evidence.parcels.count)
    report.add("claims", judgement.claims.count)
    report.add("disagreements", judgement.disagreements.count)
    for source in evidence.sources {
      report.lines.append(
        "\(source.path): \(source.rows) rows = \(source.records) records + "
          + "\(source.skipped.count) skipped (totals, blank rows)")
    }
    return report
  }
}
