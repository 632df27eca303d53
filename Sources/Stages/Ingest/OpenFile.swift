internal import Archive
internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// An inventory file opened by one worker, with what is needed to bring its rows to the
/// vocabulary: once for each source that is read from it.
final class OpenFile {
  /// One source's view of the file.
  private struct Reading {
    var number: Int
    var source: IngestSource
    var mapper: InventoryMapper
    /// Where the source's columns lie among those read.
    var positions: [Int]
    var keepsPolygons: Bool
  }

  private let file: SharedFile
  private let displayPath: String
  private var reader: VectorSource
  private var readings: [Reading]
  private let reprojection: Reprojection?
  private let measure: AreaMeasure?
  private var polygonRepair: PolygonRepair?
  private let places: VillagePlaces?
  /// Of the working coordinate system, as polygons in the store name it.
  private let srsID: Int32

  /// - Parameters:
  ///   - system: the working coordinate system; nil for a table without geometry.
  ///   - places: the villages, where their boundaries are known.
  init(
    _ file: SharedFile, of sources: [IngestSource], system: CoordinateSystem?,
    species: SpeciesTable, keptSurveys: Set<Int>, places: VillagePlaces? = nil
  ) throws {
    self.places = places
    srsID = Int32(system?.epsg ?? -1)
    let first = sources[file.sources[0]]
    self.file = file
    displayPath = first.file.displayPath
    readings = file.sources.map { number in
      let source = sources[number]
      return Reading(
        number: number, source: source, mapper: InventoryMapper(source.binding, species: species),
        positions: source.binding.columnsToRead.compactMap(file.columns.firstIndex),
        keepsPolygons: keptSurveys.contains(source.survey))
    }
    do {
      reader = try VectorSource(reopening: file.description)
      let own = try SourceExaminer.system(of: file.description, shown: displayPath)
      if let own, let system {
        reprojection = try Reprojection(from: own, to: system, shift: first.layer.datumShift)
        let measure = try AreaMeasure(system)
        self.measure = measure
        polygonRepair = PolygonRepair(measure)
      } else {
        reprojection = nil
        measure = nil
      }
    } catch let error as SourceError {
      throw error.shown(as: displayPath)
    } catch let error as CoordinateProblem {
      throw SourceError(
        path: displayPath, layer: file.description.layer, problem: .coordinate(error))
    }
  }

  /// - Returns: a chunk for each source, in the order of `SharedFile.sources`.
  func read(_ rows: Range<Int>, catalog: RuleCatalog) throws -> [IngestChunk] {
    let hasGeometry = measure != nil
    let batch: RawBatch
    do {
      batch = try reader.read(rows, fields: file.columns, geometry: hasGeometry)
    } catch {
      throw error.shown(as: displayPath)
    }
    var geometry = batch.geometry
    if geometry.count == 0 { for _ in 0..<batch.count { geometry.append([]) } }
    var shapes = Shapes(areas: [Double](repeating: .nan, count: batch.count))
    if let measure {
      let sorted = UsableGeometry.only(geometry, within: file.description.usableExtent)
      (geometry, shapes.faults) = (sorted.geometry, sorted.faults)
      try reprojection?.apply(to: &geometry)
      if catalog.policy(SurveyRules.invalidGeometry) != .ignore {
        (geometry, shapes.repairs) =
          try polygonRepair?.repaired(geometry) ?? (geometry, [])
      }
      // What has no area was drawn and is no "missing" shape; GEOS leaves nothing of it.
      shapes.flat = shapes.repairs.filter { $0.hectaresAfter <= Self.nothing }.map(\.row)
      shapes.repairs.removeAll { $0.hectaresAfter <= Self.nothing }
      shapes.areas = try measure.hectares(geometry)
      if catalog.policy(SurveyRules.invalidGeometry) != .ignore {
        shapes.repairs += sorted.closed.map {
          PolygonRepair.Repair(
            row: $0, reason: "a ring that does not close", hectaresBefore: shapes.areas[$0],
            hectaresAfter: shapes.areas[$0])
        }
      }
      for row in shapes.areas.indices where geometry.byteRange(row).isEmpty {
        shapes.areas[row] = .nan
        shapes.missing.append(row)
      }
      for row in shapes.areas.indices where shapes.areas[row] <= Self.nothing {
        shapes.areas[row] = .nan
        shapes.flat.append(row)
      }
    }
    let polygons = readings.contains(where: \.keepsPolygons) ? stored(geometry) : ByteColumn()
    let none = ByteColumn(emptyEntries: batch.count)
    let digests = hasGeometry ? GeometryDigest.digests(of: geometry) : []
    return readings.indices.map { place in
      let (rows, report, tally) = map(
        batch, shapes, geometry, place, catalog, hasGeometry: hasGeometry)
      return IngestChunk(
        source: readings[place].number, rows: rows, geometry: geometry,
        shapes: readings[place].keepsPolygons ? polygons : none, digests: digests, report: report,
        tally: tally)
    }
  }

  /// Polygons as the store keeps them.
  private func stored(_ geometry: WKBColumn) -> ByteColumn {
    var column = ByteColumn()
    column.reserve(bytes: geometry.bytes.count + 49 * geometry.count)
    for row in 0..<geometry.count {
      column.appendRow { GeoPackageGeometry.append(geometry[row], srsID: srsID, to: &$0) }
    }
    return column
  }

  /// Hectares that are no area but rounding: a ten-thousandth of a square metre.
  private static let nothing = 1e-8

  /// What the polygons of a run of rows are like.
  private struct Shapes {
    /// ha; NaN without a polygon.
    var areas: [Double]
    var faults: [UsableGeometry.Fault] = []
    /// Rows whose polygon encloses nothing.
    var flat: [Int] = []
    var repairs: [PolygonRepair.Repair] = []
    /// Rows without a polygon, for whatever reason.
    var missing: [Int] = []
  }

  /// One source's view of a run of rows, with what its rules found.
  private func map(
    _ batch: RawBatch, _ shapes: Shapes, _ geometry: WKBColumn, _ place: Int,
    _ catalog: RuleCatalog, hasGeometry: Bool
  ) -> (SurveyRows, RowReport, SurveyTally) {
    let source = readings[place].source
    let positions = readings[place].positions
    var mapped = readings[place].mapper.map(
      positions.map { batch.columns[$0] }, sourceRows: batch.featureIDs,
      geometricArea: shapes.areas)
    // Before any repair, which would hide what a whole file has in common.
    var tally = SurveyTally()
    tally.add(mapped)
    var report = RowReport(
      source: readings[place].number, rows: mapped.subcompartments.row, binding: source.binding,
      survey: source.survey)
    report.begin(SurveyRules.damagedText, policy: catalog.policy(SurveyRules.damagedText))
    for damage in batch.damagedTexts where positions.contains(damage.column) {
      report.add(
        row: damage.row, field: file.description.fields[file.columns[damage.column]].name,
        value: "",
        detail: damage.isCutAtEnd
          ? "cut by the field's width"
          : damage.isOtherEncoding
            ? "UTF-8 among texts in GB 18030, read as UTF-8" : "bytes that are no character")
    }
    if hasGeometry {
      Self.note(shapes, catalog, &report)
      if let factor = source.areaFactor {
        FileUnit.apply(factor, to: &mapped, &report, catalog)
      }
      checkVillages(mapped, geometry, catalog, &report, &tally)
    }
    catalog.check(&mapped, &report)
    return (mapped, report, tally)
  }

  /// Whether a point inside each polygon lies in the village that its row names.
  private func checkVillages(
    _ rows: SurveyRows, _ geometry: WKBColumn, _ catalog: RuleCatalog, _ report: inout RowReport,
    _ tally: inout SurveyTally
  ) {
    guard let places else { return }
    let rule = SurveyRules.outsideOwnVillage
    report.begin(rule, policy: catalog.policy(rule))
    var polygon = PolygonBuffer()
    var (placed, strayed) = (0, 0)
    for row in 0..<rows.count where !geometry.byteRange(row).isEmpty {
      let code = rows.villageCode.bytes[rows.villageCode.byteRange(row)]
      guard let village = places.position(code) else { continue }
      polygon.removeAll()
      guard (try? WKBReader.read(Array(geometry[row]), into: &polygon)) != nil,
        let point = PlanarMeasures.interiorPoint(of: polygon)
      else { continue }
      placed += 1
      if places.contains(village, x: point.x, y: point.y) { continue }
      strayed += 1
      let other = places.village(x: point.x, y: point.y)
      report.add(
        row: row, field: "village", value: places.codes[village],
        detail: other.map { "lies in \($0)" } ?? "lies in no village of the pipeline")
    }
    tally.addPlaced(placed, outside: strayed)
  }

  private static func note(
    _ shapes: Shapes, _ catalog: RuleCatalog, _ report: inout RowReport
  ) {
    for (rule, kind) in [
      (SurveyRules.unusableGeometry, UsableGeometry.Fault.Kind.unusable),
      (SurveyRules.damagedRecord, .damaged), (SurveyRules.misplacedRow, .elsewhere),
    ] {
      report.begin(rule, policy: catalog.policy(rule))
      for fault in shapes.faults where fault.kind == kind {
        report.add(row: fault.row, field: "geometry", value: fault.reason)
      }
    }
    let rule = SurveyRules.zeroAreaGeometry
    report.begin(rule, policy: catalog.policy(rule))
    for row in shapes.flat { report.add(row: row, field: "geometry", value: "0 ha") }
    let reported = Set(shapes.faults.map(\.row) + shapes.flat)
    report.begin(
      SurveyRules.missingGeometry, policy: catalog.policy(SurveyRules.missingGeometry))
    for row in shapes.missing where !reported.contains(row) {
      report.add(row: row, field: "geometry", value: "")
    }
    report.begin(
      SurveyRules.invalidGeometry, policy: catalog.policy(SurveyRules.invalidGeometry))
    for repair in shapes.repairs {
      report.add(
        row: repair.row, field: "geometry", value: repair.reason, detail: repair.detail)
    }
  }
}
