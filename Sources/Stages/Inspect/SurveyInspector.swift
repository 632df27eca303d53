internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// Reads a layer through a mapping as the ingest stage does, adds up areas and volumes as they
/// were recorded, and counts what the rules find.
struct SurveyInspector {
  private let description: LayerDescription
  private let mapping: MappingFile
  private let binding: ColumnBinding
  private let file: OpenFile
  private let isCanopyPercent: Bool

  init(_ description: LayerDescription, _ mapping: MappingFile, hasAreas: Bool) throws {
    var description = description
    // Without a system in which areas can be measured the layer is read as a table.
    if !hasAreas { description.coordinates = .none }
    self.description = description
    self.mapping = mapping
    var species: [Species] = []
    for field in ["species", "secondSpecies"] {
      guard let list = mapping[field]?.codes else { continue }
      species += list.entries.values.map { Species(name: $0.name, group: $0.meaning) }
    }
    let binding = try ColumnBinding(mapping, available: description.fields.map(\.name))
    let file = SourceFile(path: description.path, displayPath: description.path, parts: [])
    let layer = LayerSource(
      declaredPath: description.path, files: [file], layer: description.layer, encoding: nil,
      epsg: nil, mapping: mapping, mappingPath: "")
    self.binding = binding
    let sources = [
      try SourceSample.adjusted(
        IngestSource(
          survey: 0, file: file, layer: layer, description: description, binding: binding))
    ]
    isCanopyPercent = sources[0].isCanopyPercent
    self.file = try OpenFile(
      SharedFile.group(sources)[0], of: sources, system: description.coordinates.system,
      species: SpeciesTable(species), keptSurveys: [0])
  }

  func inspect(progress: (Int) throws -> Void) throws -> (LayerTotals, [ProblemCount]) {
    // The rules of the row come after the sums: some of them mend what they find.
    let untouched = RuleCatalog(
      policies: Dictionary(
        uniqueKeysWithValues: RuleCatalog.definitions.map { rule in
          let isOfGeometry = [
            SurveyRules.missingGeometry.identifier, SurveyRules.invalidGeometry.identifier,
            SurveyRules.damagedText.identifier, SurveyRules.unusableGeometry.identifier,
            SurveyRules.damagedRecord.identifier, SurveyRules.zeroAreaGeometry.identifier,
            SurveyRules.misplacedRow.identifier,
          ].contains(rule.identifier)
          return (rule.identifier, isOfGeometry ? rule.defaultPolicy : .ignore)
        }))
    let catalog = RuleCatalog()
    var totals = LayerTotals(
      mapping: mapping.identifier, areaUnit: (mapping["area"]?.areaUnit ?? .hectare).rawValue)
    var sums = Sums()
    let absent = mapping.kind.fields.map(\.name).filter { mapping[$0] == nil }
    var tally = ProblemTally(absent: Set(absent))
    var keys = KeyIndex()
    var polygons = Set<GeometryDigest>()
    var survey = SurveyTally()
    for first in stride(from: 0, to: description.rowCount, by: LayerInspector.rowsPerBatch) {
      let rows = first..<first + LayerInspector.rowsPerBatch
      guard var chunk = try file.read(rows, catalog: untouched).first else { break }
      add(chunk.rows, to: &totals, &sums)
      tally.add(chunk.report)
      survey.merge(chunk.tally)
      var report = RowReport(source: 0, rows: chunk.rows.subcompartments.row, mapping: mapping)
      catalog.check(&chunk.rows, &report)
      if !mapping.key.isEmpty {
        survey.addDuplicateKeys(Self.checkKeys(chunk.rows, &keys, &report))
      }
      Self.checkPolygons(chunk.digests, &polygons, &report)
      tally.add(report)
      try progress(first + chunk.rows.count)
    }
    sums.finish(&totals, mapping)
    tally.add(survey.findings(source: 0, mapping: mapping, catalog: catalog))
    // What was found on opening stands at the head of the page already, but for what the rows add.
    var facts = FileFacts(description, binding)
    facts.isCanopyPercent = isCanopyPercent
    (facts.assumedSystem, facts.wrongClaims, facts.cutNames) = (nil, [], [])
    tally.add(facts.findings(survey, source: 0, mapping: mapping, catalog: catalog))
    return (totals, tally.worst(LayerInspector.problemLimit))
  }

  private static func checkKeys(
    _ rows: SurveyRows, _ keys: inout KeyIndex, _ report: inout RowReport
  ) -> Int {
    report.begin(
      SurveyRules.duplicateKey, policy: SurveyRules.duplicateKey.defaultPolicy)
    let column = rows.subcompartments.key
    var repeated = 0
    for row in 0..<rows.count where !report.isQuarantined[row] {
      if keys.insert(column.bytes[column.byteRange(row)]).isNew { continue }
      repeated += 1
      report.add(row: row, field: "subcompartment", value: column[row])
    }
    return repeated
  }

  private static func checkPolygons(
    _ digests: [GeometryDigest], _ known: inout Set<GeometryDigest>, _ report: inout RowReport
  ) {
    let rule = SurveyRules.duplicateGeometry
    report.begin(rule, policy: rule.defaultPolicy)
    for (row, digest) in digests.enumerated()
    where !digest.isEmpty && !known.insert(digest).inserted {
      report.add(row: row, field: "geometry", value: "")
    }
  }

  private struct Sums {
    var recordedBesidePolygon = 0.0
    var polygon = 0.0
    var volume = 0.0
    var total = 0.0

    func finish(_ totals: inout LayerTotals, _ mapping: MappingFile) {
      if totals.rowsCompared > 0, polygon > 0 {
        totals.polygonArea = polygon
        totals.ratio = recordedBesidePolygon / polygon
      }
      if mapping["volume"] != nil { totals.volume = volume }
      if mapping["totalVolume"] != nil { totals.totalVolume = total }
    }
  }

  private func add(_ rows: SurveyRows, to totals: inout LayerTotals, _ sums: inout Sums) {
    for row in 0..<rows.count {
      let area = rows.recordedArea[row]
      let polygon = rows.geometricArea[row]
      let volume = rows.subcompartments.volume[row]
      let total = rows.totalVolume[row]
      if area.isFinite { totals.recordedArea += area }
      if area > 0, polygon > 0 {
        totals.rowsCompared += 1
        sums.recordedBesidePolygon += area
        sums.polygon += polygon
        let ratio = area / polygon
        if abs(ratio - 1) <= 0.05 { totals.rowsAgreeing += 1 }
        if abs(ratio / 15 - 1) <= 0.05 { totals.rowsInMu += 1 }
        if abs(ratio / 10_000 - 1) <= 0.05 { totals.rowsInSquareMetres += 1 }
      }
      if total.isFinite { sums.total += total }
      guard volume.isFinite, area.isFinite else { continue }
      sums.volume += volume * area
      guard total > 0, volume > 0, area > 0 else { continue }
      totals.volumeRowsCompared += 1
      let expected = volume * area
      if abs(total - expected) <= max(1, expected * 0.05) {
        totals.volumeRowsAgreeing += 1
      } else if abs(total - volume) <= 0.5 {
        totals.volumeRowsCopied += 1
      }
    }
  }
}
