internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// An inventory file opened by one worker, with what is needed to bring its rows to the
/// vocabulary.
final class OpenSource {
  let number: Int
  private let source: IngestSource
  private var reader: VectorSource
  private var mapper: InventoryMapper
  private let reprojection: Reprojection?
  private let measure: AreaMeasure?
  private let keepsPolygons: Bool
  private var filter = SelfCrossingFilter()
  private let engine = GeometryEngine()

  /// - Parameter system: the working coordinate system; nil for a table without geometry.
  init(
    _ number: Int, _ source: IngestSource, system: CoordinateSystem?, species: SpeciesTable,
    keepsPolygons: Bool
  ) throws {
    self.keepsPolygons = keepsPolygons
    self.number = number
    self.source = source
    do {
      reader = try VectorSource(reopening: source.description)
      mapper = InventoryMapper(source.binding, species: species)
      let own = try SourceExaminer.system(
        of: source.description, shown: source.file.displayPath)
      if let own, let system {
        reprojection = try Reprojection(
          from: own, to: system, shift: source.layer.datumShift)
        measure = try AreaMeasure(system)
      } else {
        reprojection = nil
        measure = nil
      }
    } catch let error as SourceError {
      throw error.shown(as: source.file.displayPath)
    } catch let error as CoordinateProblem {
      throw SourceError(
        path: source.file.displayPath, layer: source.description.layer,
        problem: .coordinate(error))
    }
  }

  func read(_ rows: Range<Int>, catalog: RuleCatalog) throws -> IngestChunk {
    let hasGeometry = measure != nil
    let batch: RawBatch
    do {
      batch = try reader.read(
        rows, fields: source.binding.columnsToRead, geometry: hasGeometry)
    } catch {
      throw error.shown(as: source.file.displayPath)
    }
    var geometry = batch.geometry
    if geometry.count == 0 { for _ in 0..<batch.count { geometry.append([]) } }
    var repairs: [Repair] = []
    var areas = [Double](repeating: .nan, count: batch.count)
    var unusable: [UsableGeometry.Fault] = []
    if let measure {
      let sorted = UsableGeometry.only(geometry)
      (geometry, unusable) = (sorted.geometry, sorted.faults)
      try reprojection?.apply(to: &geometry)
      for row in sorted.closed {
        let area = engine.area(geometry[row]) ?? .nan
        repairs.append(
          Repair(row: row, reason: "a ring that does not close", areaBefore: area, areaAfter: area))
      }
      if catalog.policy(SurveyRules.invalidGeometry) != .ignore {
        let rebuilt: [Repair]
        (geometry, rebuilt) = try repaired(geometry)
        repairs += rebuilt
      }
      areas = try measure.hectares(geometry)
      for row in areas.indices where geometry.byteRange(row).isEmpty { areas[row] = .nan }
    }
    var mapped = mapper.map(
      batch.columns, sourceRows: batch.featureIDs, geometricArea: areas)
    // Before any repair, which would hide what a whole file has in common.
    var tally = SurveyTally()
    tally.add(mapped)
    var report = RowReport(
      source: number, rows: mapped.subcompartments.row, binding: source.binding,
      survey: source.survey)
    report.begin(SurveyRules.damagedText, policy: catalog.policy(SurveyRules.damagedText))
    for damage in batch.damagedTexts {
      let column = source.binding.columnsToRead[damage.column]
      report.add(
        row: damage.row, field: source.description.fields[column].name, value: "",
        detail: damage.isCutAtEnd ? "cut by the field's width" : "bytes that are no character")
    }
    if hasGeometry { note(geometry, unusable, repairs, areas, catalog, &report) }
    catalog.check(&mapped, &report)
    if !keepsPolygons { geometry = WKBColumn(emptyRows: geometry.count) }
    return IngestChunk(
      source: number, rows: mapped, geometry: geometry,
      digests: hasGeometry ? GeometryDigest.digests(of: geometry) : [], report: report,
      tally: tally)
  }

  /// A polygon that was rebuilt.
  private struct Repair {
    var row: Int
    var reason: String
    /// Planar area of the polygon as delivered, in the units of the coordinates, squared.
    var areaBefore: Double
    var areaAfter: Double
  }

  /// Rebuilds the polygons that cross themselves. The filter finds suspects with exact integer
  /// predicates several times faster than GEOS; GEOS decides about those.
  private func repaired(_ geometry: WKBColumn) throws -> (WKBColumn, [Repair]) {
    let suspects = try filter.suspects(in: geometry)
    var repairs: [Repair] = []
    var replacements: [Int: [UInt8]] = [:]
    for row in suspects {
      guard let validity = engine.validity(geometry[row]), !validity.isValid else { continue }
      let rebuilt = engine.makeValid(geometry[row], method: .structure) ?? []
      repairs.append(
        Repair(
          row: row, reason: validity.reason, areaBefore: engine.area(geometry[row]) ?? .nan,
          areaAfter: rebuilt.isEmpty ? 0 : engine.area(rebuilt) ?? .nan))
      replacements[row] = rebuilt
    }
    guard !replacements.isEmpty else { return (geometry, []) }
    var result = WKBColumn()
    result.reserve(rows: geometry.count, bytesPerRow: geometry.bytes.count / geometry.count)
    for row in 0..<geometry.count {
      if let rebuilt = replacements[row] {
        result.append(rebuilt)
      } else {
        result.append(geometry[row])
      }
    }
    return (result, repairs)
  }

  private func note(
    _ geometry: WKBColumn, _ unusable: [UsableGeometry.Fault], _ repairs: [Repair],
    _ areas: [Double], _ catalog: RuleCatalog, _ report: inout RowReport
  ) {
    report.begin(
      SurveyRules.unusableGeometry, policy: catalog.policy(SurveyRules.unusableGeometry))
    for fault in unusable { report.add(row: fault.row, field: "geometry", value: fault.reason) }
    let reported = Set(unusable.map(\.row))
    report.begin(
      SurveyRules.missingGeometry, policy: catalog.policy(SurveyRules.missingGeometry))
    for row in areas.indices where geometry.byteRange(row).isEmpty && !reported.contains(row) {
      report.add(row: row, field: "geometry", value: "")
    }
    report.begin(
      SurveyRules.invalidGeometry, policy: catalog.policy(SurveyRules.invalidGeometry))
    for repair in repairs {
      report.add(
        row: repair.row, field: "geometry", value: repair.reason,
        detail: "\(AreaText.hectares(repair.areaBefore)) ha as delivered, "
          + "\(AreaText.hectares(repair.areaAfter)) ha rebuilt")
    }
  }

  /// Square metres as hectares with four decimals.
  private enum AreaText {
    static func hectares(_ squareMetres: Double) -> String {
      "\(squareMetres.rounded() / 10_000)"
    }
  }
}
