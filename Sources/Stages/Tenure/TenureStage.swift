internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Quality
internal import Tenure

/// Lays the 小班 of the latest survey over parcels, exclusion zones and credited land, joins
/// tenure lists, and writes `tenure.sqlite`: claims, titles and burdens.
struct TenureStage: Stage {
  let pipeline: PipelineFile
  var shelf = ResultShelf()

  var name: String { StageName.tenure.rawValue }
  var title: String { StageName.tenure.chineseName }
  var revision: Int { 6 }
  var upstream: [String] { [StageName.ingest.rawValue] }

  var configuration: String {
    var text = StageConfiguration()
    let settings = pipeline.tenure
    text.add("sliverHectares", "\(settings.sliverHectares)")
    text.add("sliverShare", "\(settings.sliverShare)")
    text.add("clearShare", "\(settings.clearShare)")
    text.add("titleUntil", titleUntil.map { "\($0)" } ?? "")
    text.add("areaTolerance", "\(settings.areaTolerance)")
    text.add("enclosureVillages", "\(settings.enclosureVillages)")
    text.add("enclosureHectares", "\(settings.enclosureHectares)")
    text.add(
      "enclosureShares",
      "\(settings.enclosureVillageShare) \(settings.enclosureSingleShare) "
        + "\(settings.enclosureCountyShare)")
    text.add("overlaps", "\(pipeline.checksOverlaps)")
    text.add("recentFrom", recentFrom?.description ?? "")
    text.add(
      "layer-elsewhere", pipeline.rules.policy(SurveyRules.layerElsewhere).rawValue)
    text.add("none", pipeline.declaredNone.map(\.rawValue).joined(separator: " "))
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
    let measure = try system.map { try AreaMeasure($0) }
    var store = try TenureStore(context.folder + "/" + TenureSchema.fileName)
    var references = try TenureSourceReader(
      pipeline: pipeline,
      layers: LayerReader(
        into: system, context, placement: try reader.fact("places").map(LayerPlacement.init(text:)),
        catalog: pipeline.rules, pipeline: "the pipeline file"),
      measure: measure,
      folder: context.folder
    ).read(
      into: &store,
      places: PlaceNames(
        folder: folder, year: year, stands: stands,
        villages: villages.map { ($0.village.code, $0.village.name) }))
    references.villages = try boundaries(villages, measure, context.folder)

    let parcels = store.evidence.parcels
    references.holders = parcels.holder
    references.isVoid = parcels.isVoid
    var names: [String: String] = [:]
    for entry in villages { names[entry.village.code] = entry.village.name }
    let judge = TitleJudge(
      stands: stands, parcels: parcels, sourceOfParcel: store.evidence.sourceOfParcel,
      textJoin: namesSubcompartments ? TextJoin(parcels: parcels) : nil, classifier: classifier,
      settings: pipeline.tenure, references: references, declaredNone: pipeline.declaredNone,
      villageCodes: villages.map(\.village.code))
    try OverlayRun(
      folder: folder, year: year, measure: measure, references: references, judge: judge,
      villageNames: names, rowsPerShard: pipeline.tenure.rowsPerShard,
      comparesAll: pipeline.checksOverlaps
    ).work(context, into: &store)

    var areas = [Double](repeating: 0, count: villages.count)
    for (row, village) in stands.village.enumerated()
    where village >= 0 && stands.area[row].isFinite {
      areas[Int(village)] += stands.area[row]
    }
    let warnings = EnclosureWarning.scan(
      store.holdings.holdings(parcels), villageAreas: areas, thresholds: thresholds)
    let named = store.holdings.namedParcels
    let unmatched = store.evidence.unjoined.filter { !named.contains(Int32($0)) }
    store.evidence.note(unmatched: unmatched)
    store.evidence.note(misplaced: store.labels.disagreeing, keys: stands.key)
    let report = report(
      store.evidence, store.counts, unmatched: unmatched, warnings: warnings.count,
      references: references)
    try store.finish(
      warnings: warnings, villages: villages.map(\.village.code),
      facts: [
        ("has-exclusions", hasExclusions(references)), ("has-credited", hasCredited(references)),
      ])
    return report
  }

  private func hasExclusions(_ references: OverlayReferences) -> Bool {
    references.exclusions != nil || pipeline.declaredNone.contains(.exclusions)
  }

  private func hasCredited(_ references: OverlayReferences) -> Bool {
    references.credited != nil || pipeline.declaredNone.contains(.credited)
  }

  /// The last year that titles must last; nil where no method says what it credits.
  private var titleUntil: Int? {
    pipeline.tenure.titleUntil
      ?? pipeline.creditedPeriods.map(\.upperBound).filter { $0 < 9999 }.max()
  }

  private var recentFrom: CalendarDate? {
    pipeline.tenure.recentFrom
      ?? pipeline.inventory.map(\.survey).max().flatMap {
        CalendarDate(year: $0 - 2, month: 1, day: 1)
      }
  }

  private var thresholds: EnclosureThresholds {
    let settings = pipeline.tenure
    var thresholds = EnclosureThresholds()
    thresholds.villages = settings.enclosureVillages
    thresholds.smallestArea = settings.enclosureHectares
    thresholds.villageShare = settings.enclosureVillageShare
    thresholds.singleShare = settings.enclosureSingleShare
    thresholds.countyShare = settings.enclosureCountyShare
    thresholds.recentFrom = recentFrom
    return thresholds
  }

  private var classifier: TitleClassifier {
    var tolerances = TitleTolerances()
    tolerances.sliverArea = pipeline.tenure.sliverHectares
    tolerances.sliverShare = pipeline.tenure.sliverShare
    tolerances.coverage = pipeline.tenure.clearShare
    // Without a year to last until, a right only has to be there.
    return TitleClassifier(
      endOfCrediting: CalendarDate(endOf: titleUntil ?? 1),
      tolerances: tolerances)
  }

  /// The villages that have a boundary; nil where none has.
  private func boundaries(
    _ villages: [VillageRegister.Entry], _ measure: AreaMeasure?, _ folder: String
  ) throws -> ReferenceLayer? {
    guard villages.contains(where: { !$0.boundary.isEmpty }) else { return nil }
    var column = WKBColumn()
    for entry in villages { column.append(entry.boundary) }
    column = try measure?.plane(column) ?? column
    var layer = try ReferenceLayer(in: folder)
    try layer.append(column, boxes: try PlanarMeasures.envelopes(of: column))
    return layer
  }

  /// Whether any tenure source names the 小班 that its rights are on.
  private var namesSubcompartments: Bool {
    let parcels = pipeline.tenureParcels.map(\.mapping)
    return !pipeline.tenureLists.isEmpty
      || parcels.contains { $0.columns.contains { $0.field == "subcompartment" } }
  }

  private func report(
    _ evidence: TenureEvidence, _ counts: TenureChunk.Counts, unmatched: [Int], warnings: Int,
    references: OverlayReferences
  ) -> StageReport {
    let periods = references.periods
    var report = StageReport()
    report.add("subcompartments", counts.subcompartments)
    report.add("parcels", evidence.parcels.count)
    report.add("claims", counts.claims)
    report.add("disagreements", counts.disagreements)
    report.add("enclosure-warnings", warnings)
    for source in evidence.sources where source.role.hasPrefix("tenure") {
      report.lines.append(
        "\(source.path): \(source.rows) rows = \(source.records) records + "
          + "\(source.skipped.count) skipped (totals, blank rows)")
    }
    if !pipeline.tenureLists.isEmpty { note(evidence, unmatched, &report) }
    if let titleUntil {
      let isDefault = pipeline.tenure.titleUntil == nil
      report.lines.append(
        "titles must last to the end of \(titleUntil)"
          + (isDefault ? " (the last credited year; tenure.titleUntil sets another)" : ""))
    }
    let off = evidence.findings.filter { $0.rule == "tenure-area-differs-from-polygon" }
    if !off.isEmpty {
      report.lines.append(
        "\(off.count) parcels whose certificate area is off the polygon by more than "
          + "\(pipeline.tenure.areaTolerance) of it, "
          + "\(off.count { $0.severity != .information }) of them by more than 0.3")
    }
    report.lines += pipeline.declaredNone.map { "declared in the pipeline: no \($0.rawValue)" }
    for (number, source) in evidence.sources.enumerated() {
      let rebuilt = evidence.findings.count {
        $0.source == number && $0.rule == "reference-invalid-geometry"
      }
      if evidence.findings.contains(where: {
        $0.source == number && $0.rule == "reference-reaches-past-zone"
      }) {
        report.lines.append(
          "\(source.path): reaches far past the zone of its coordinate system; look whether the "
            + "system is the right one")
      }
      if rebuilt > 0 { report.lines.append("\(source.path): \(rebuilt) invalid polygons rebuilt") }
    }
    if references.unplacedZones > 0 {
      report.lines.append(
        "\(references.unplacedZones) exclusion zones without polygon: they may lie anywhere, so no "
          + "小班 is known to be free of them (findings exclusion-without-polygon)")
    }
    note(references.credited, &report)
    func hectares(_ area: Double) -> String { String((area * 10_000).rounded() / 10_000) }
    report.lines += [
      "\(counts.disagreements) texts name another parcel than the map shows; the map counts",
      "\(counts.contested) 小班 with claims of different holders on one spot, "
        + "\(hectares(counts.contestedArea)) ha",
      "\(counts.slivers) slivers dropped, \(hectares(counts.sliverArea)) ha",
    ]
    if !references.isEmpty {
      report.lines.append(
        "\(counts.overlaps) pairs of 小班 lie on each other, \(hectares(counts.overlapArea)) ha; the "
          + "earlier row claims it"
          + (pipeline.checksOverlaps
            ? "" : " (nearly equal outlines compared; checks.overlaps compares all)"))
    }
    if references.villages != nil {
      report.lines.append("\(counts.strayed) 小班 lie mostly in another village than they name")
    }
    if !periods.isEmpty {
      let years = periods.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
      }.joined(separator: ", ")
      report.lines.append(
        "credited land: \(counts.credited) entries of 小班 × years, \(counts.creditedOtherwise) of "
          + "them for years outside the crediting period\(periods.count == 1 ? "" : "s") \(years) and no burden"
      )
    }
    return report
  }

  /// How credited land without polygons was placed.
  private func note(_ land: CreditedLand?, _ report: inout StageReport) {
    guard let land, !land.named.isEmpty else { return }
    let placements = land.placements
    let (villages, everywhere) = placements.open
    let consequence =
      everywhere
      ? "; it cannot be told what is credited anywhere"
      : villages > 0 ? "; it cannot be told what is credited in \(villages) villages" : ""
    report.lines.append(
      "credited land: \(land.named.count) rows without polygon, \(placements.placed) placed by the "
        + "小班 they name, \(placements.unplaced.count) not placed\(consequence)")
  }

  /// How lists and parcels fit together. Records that match nothing are listed here up to a number,
  /// and all of them among the findings.
  private func note(
    _ evidence: TenureEvidence, _ unmatched: [Int], _ report: inout StageReport
  ) {
    let listed = evidence.entries.count { $0.isListed }
    report.add("list-records", listed)
    report.add("list-records-joined", evidence.joinedRecords)
    report.add("list-records-unmatched", unmatched.count)
    report.lines.append(
      "\(listed) list records: \(evidence.joinedRecords) joined to parcels by number, "
        + "\(listed - evidence.joinedRecords - unmatched.count) name 小班 only, "
        + "\(unmatched.count) matched nothing; \(evidence.filledBlanks) blanks of parcels filled")
    for number in unmatched.prefix(Self.recordsListed) {
      let record = evidence.entries[number].record
      let source = evidence.sources[Int(evidence.sourceOfParcel[number])].path
      report.lines.append(
        "  matched nothing: \(source) row \(record.row) \(TenureEvidence.name(of: record))")
    }
    if unmatched.count > Self.recordsListed {
      report.lines.append(
        "  and \(unmatched.count - Self.recordsListed) more: findings "
          + "tenure-list-record-unmatched in results.gpkg")
    }
    for (rule, text) in [
      ("tenure-list-holder-differs", "holders"), ("tenure-list-area-differs", "areas"),
      ("tenure-list-term-differs", "terms"),
    ] {
      let count = evidence.findings.count { $0.rule == rule }
      if count > 0 { report.lines.append("\(count) list records give other \(text)") }
    }
  }

  private static let recordsListed = 10
}
