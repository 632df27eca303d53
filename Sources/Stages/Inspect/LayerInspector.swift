internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// Reads a layer twice, in batches: once to count what its fields hold, and once more through the
/// mapping that fits best, to add up areas and volumes and to apply the rules.
struct LayerInspector {
  static let rowsPerBatch = 4096
  /// Values kept as examples of a field.
  static let exampleLimit = 12
  static let problemLimit = 10

  private let description: LayerDescription
  private let mappings: MappingCatalog

  init(
    path: String, layer: String?, options: InspectOptions, mappings: MappingCatalog,
    allowsEmpty: Bool
  ) throws(SourceError) {
    var hint = CoordinateHint(epsg: options.epsg, centralMeridian: options.centralMeridian)
    var source = try VectorSource(
      path: path, layer: layer, encoding: options.encoding, coordinates: hint,
      allowsEmpty: allowsEmpty)
    if case .undecided(.undecided) = source.description.coordinates {
      // As a run does: the codes of the rows may name the county.
      for entry in mappings.entries where hint.countyCode == nil {
        hint.countyCode = try CountyFinder.county(&source, entry.mapping)
      }
      if hint.countyCode != nil {
        source = try VectorSource(
          path: path, layer: layer, encoding: options.encoding, coordinates: hint,
          allowsEmpty: allowsEmpty)
      }
    }
    description = source.description
    self.mappings = mappings
  }

  /// Why a run would not take the layer, although it can be described.
  func refusal(shown path: String) -> SourceError? {
    guard case .undecided(let problem) = description.coordinates else { return nil }
    return SourceError(path: path, layer: description.layer, problem: .coordinate(problem))
  }

  func inspect(progress: InspectProgress) throws -> LayerInspection {
    let measure = description.coordinates.system.flatMap { try? AreaMeasure($0) }
    let hasAreas = measure != nil && description.geometry != .none
    let total = description.rowCount * 2
    var (tallies, polygonArea, unusable) = try count(hasAreas ? measure : nil) {
      try progress($0, total)
    }

    var values: [[FieldInspection.Value]?] = []
    for index in tallies.indices {
      let counted = tallies[index].values()
      values.append(tallies[index].isCounted ? counted : nil)
    }
    let names = description.fields.map(\.name)
    let candidates = MappingFitter.candidates(
      mappings, names: names, values: values, filled: tallies.map(\.filled))
    var inspection = LayerInspection(
      driver: description.driver, layer: description.layer, rows: description.featureCount,
      deletedRows: description.rowCount - description.featureCount,
      geometry: description.geometry.rawValue, encoding: EncodingFacts(description.encoding),
      place: PlaceFinder.place(description),
      fields: zip(description.fields, zip(tallies, values)).map { field, found in
        Self.field(field, found.0, found.1)
      },
      polygonArea: hasAreas ? polygonArea : nil, mappings: candidates.map(\.fit),
      contested: MappingFitter.contested(candidates, names: names, values: values),
      totals: nil, problems: [], unusable: unusable)
    if let best = candidates.first, description.rowCount > 0, best.usable.kind == .inventory,
      best.usable["area"] != nil,
      ["species", "landClass", "volume"].contains(where: { best.usable[$0] != nil })
    {
      let survey = try SurveyInspector(description, best.usable, hasAreas: hasAreas)
      let (totals, problems) = try survey.inspect {
        try progress(description.rowCount + $0, total)
      }
      inspection.totals = totals
      inspection.problems = problems
    }
    return inspection
  }

  /// Reads all fields of all rows.
  private func count(
    _ measure: AreaMeasure?, progress: (Int) throws -> Void
  ) throws -> ([FieldTally], Double, [LayerInspection.Unusable]) {
    var source = try VectorSource(reopening: description)
    var tallies = description.fields.map { _ in FieldTally() }
    var sum = 0.0
    var unusable: [LayerInspection.Unusable] = []
    let hasShapes = description.geometry == .polygon || description.geometry == .mixed
    for first in stride(from: 0, to: description.rowCount, by: Self.rowsPerBatch) {
      let batch = try source.read(
        first..<first + Self.rowsPerBatch, fields: Array(description.fields.indices),
        geometry: hasShapes)
      let sorted = UsableGeometry.only(batch.geometry)
      let areas = try measure?.hectares(sorted.geometry) ?? []
      for fault in sorted.faults {
        if let known = unusable.firstIndex(where: { $0.reason == fault.reason }) {
          unusable[known].rows += 1
        } else {
          unusable.append(
            LayerInspection.Unusable(
              reason: fault.reason, rows: 1, exampleRow: batch.featureIDs[fault.row]))
        }
      }
      sum += areas.reduce(0, +)
      for (index, column) in batch.columns.enumerated() {
        tallies[index].add(column, areas: areas)
      }
      for damage in batch.damagedTexts { tallies[damage.column].damaged += 1 }
      try progress(first + batch.count)
    }
    return (tallies, sum, unusable)
  }

  private static func field(
    _ field: FieldDescription, _ tally: FieldTally, _ values: [FieldInspection.Value]?
  ) -> FieldInspection {
    let isNumber = field.kind == .integer || field.kind == .real
    let hasNumbers = isNumber && tally.filled > 0
    // Frequent values say more than the first ones, unless every value is another.
    let isTelling = values.map { $0.count * 2 <= max(tally.filled, 2) } ?? false
    let examples =
      isTelling
      ? Array((values ?? []).prefix(exampleLimit))
      : tally.first.map { text in
        FieldInspection.Value(
          value: text, count: values?.first { $0.value == text }?.count ?? 0)
      }
    return FieldInspection(
      name: field.name, alias: field.alias, kind: field.kind.rawValue, width: field.width,
      precision: field.precision, isNameCut: field.isNameCut, filled: tally.filled,
      zeros: tally.zeros, damaged: tally.damaged, distinct: values?.count, examples: examples,
      minimum: hasNumbers ? tally.minimum : nil, maximum: hasNumbers ? tally.maximum : nil,
      sum: hasNumbers ? tally.sum : nil, areaUnit: tally.areaUnit?.rawValue)
  }
}
