internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Tenure

/// Reads 林权 polygons and lists, exclusion zones and credited land through their mappings.
struct TenureSourceReader {
  let pipeline: PipelineFile
  let layers: LayerReader
  /// Of the working coordinate system; nil without one.
  let measure: AreaMeasure?
  /// Where polygons are put aside.
  let folder: String

  /// Reads everything; records and sources go to the store, polygons to the references.
  ///
  /// - Parameter places: finds 小班 by what rows without polygon call them.
  func read(
    into store: inout TenureStore, places: PlaceNames
  ) throws -> OverlayReferences {
    var references = OverlayReferences(periods: pipeline.creditedPeriods)
    // A workbook is unpacked by one thread; the other reads parcels meanwhile.
    let evidence = store.lendEvidence()
    let (mapped, lists) = try Workers.both(
      threads: layers.threads, interruption: layers.interruption,
      { try parcels(after: evidence) }, { try readLists() })
    references.parcels = mapped.polygons
    store.evidence = mapped.evidence
    for list in lists { store.evidence.append(list) }
    try store.settle(areaTolerance: pipeline.tenure.areaTolerance)
    references.exclusions = try exclusions(into: &store, unplaced: &references.unplacedZones)
    references.credited = try credited(into: &store, places)
    if references.credited == nil { references.periods = [] }
    return references
  }

  // MARK: Parcels

  /// Some rows of a layer of parcels, with their attributes read.
  private struct ParcelRows: Sendable {
    var polygons: PlanePolygons
    var records: [TenureRecord]
    var findings: [Finding]
  }

  private func parcels(
    after known: TenureEvidence
  ) throws -> (polygons: ReferenceLayer?, evidence: TenureEvidence) {
    guard !pipeline.tenureParcels.isEmpty else { return (nil, known) }
    var reading = Reading(polygons: try ReferenceLayer(in: folder), evidence: known)
    for layer in pipeline.tenureParcels {
      for file in layer.files { try append(file, of: layer, to: &reading) }
    }
    return (reading.polygons.hasPolygons ? reading.polygons : nil, reading.evidence)
  }

  private func append(
    _ file: SourceFile, of layer: LayerSource, to reading: inout Reading
  ) throws {
    reading.evidence.append(source(file, role: "tenure-parcels"))
    reading.records = []
    let fields = layer.mapping.columns.compactMap { column in
      Self.field(column.field).map { (column: column.field, field: $0) }
    }
    var options = TenureListOptions()
    options.defaultAreaUnit = layer.mapping["area"]?.areaUnit ?? .hectare
    options.findsDuplicates = false
    let measure = measure
    let description = try layers.read(
      file, of: layer,
      body: { [options] table in
        try Self.parcelRows(table, fields, TenureListReader(options: options), measure)
      },
      into: &reading,
      sink: { reading, rows in try reading.append(rows) })
    reading.evidence.append(
      TenureListReader.duplicates(among: reading.records).map { $0.finding(source: 0) })
    reading.evidence.append(try layers.findings(description, file))
    let count = reading.records.count
    reading.evidence.describeSource {
      $0.records = count
      $0.describe(description, rows: count, layer)
    }
  }

  /// The attributes of polygons are read as a list; with a geometry a row is a parcel even where all
  /// its texts are blank.
  private static func parcelRows(
    _ table: LayerTable, _ fields: [(column: String, field: TenureField)],
    _ reader: TenureListReader, _ measure: AreaMeasure?
  ) throws -> ParcelRows {
    let texts = fields.map { table.texts($0.column) }
    var (records, noticed) = reader.read(
      (0..<table.count).map { row in texts.map { $0[row] } }, fields: fields.map(\.field))
    for place in records.indices { records[place].row = Int(table.rows[place]) }
    let findings = noticed.map { noticed in
      var finding = noticed.finding(source: 0)
      finding.sourceRow = table.rows[Int(finding.sourceRow)]
      return finding
    }
    let polygons = try PlanePolygons(table, measure: measure)
    return ParcelRows(
      polygons: polygons, records: records, findings: polygons.findings + findings)
  }

  /// Files of parcels while they are read.
  private struct Reading {
    var polygons: ReferenceLayer
    var evidence: TenureEvidence
    /// Of the file at hand.
    var records: [TenureRecord] = []

    mutating func append(_ rows: ParcelRows) throws {
      let column = rows.polygons.column
      let areas = try PlanarMeasures.areas(of: column)
      for (place, record) in rows.records.enumerated() {
        evidence.append(
          record, isListed: false,
          polygonArea: column.byteRange(place).isEmpty ? .nan : areas[place])
      }
      evidence.append(rows.findings)
      records += rows.records
      try polygons.append(column, boxes: rows.polygons.boxes)
    }
  }

  // MARK: Zones and credited land

  private func exclusions(
    into store: inout TenureStore, unplaced: inout Int
  ) throws -> ReferenceLayer? {
    guard !pipeline.exclusions.isEmpty else { return nil }
    var zones = (layer: try ReferenceLayer(in: folder), unplaced: 0)
    for layer in pipeline.exclusions {
      for file in layer.files {
        try append(file, of: layer, role: "exclusions", to: &zones, &store) { zones, polygons in
          try zones.layer.append(polygons.column, boxes: polygons.boxes)
          let findings = Self.zonesWithoutPolygon(polygons)
          zones.unplaced += findings.count
          return findings
        }
      }
    }
    unplaced = zones.unplaced
    return zones.layer
  }

  /// A zone that nobody can place may lie anywhere.
  private static func zonesWithoutPolygon(_ polygons: PlanePolygons) -> [Finding] {
    let table = polygons.table
    let names = table.texts("name")
    return (0..<table.count).filter { polygons.column.byteRange($0).isEmpty }.map { row in
      Finding(
        rule: "exclusion-without-polygon", severity: .error, source: 0,
        sourceRow: table.rows[row], field: "geometry", value: names[row], action: .quarantined,
        detail: "排除范围无图形，无法判定哪些小班在其内")
    }
  }

  private func credited(
    into store: inout TenureStore, _ places: PlaceNames
  ) throws -> CreditedLand? {
    guard !pipeline.credited.isEmpty else { return nil }
    var land = CreditedLand(polygons: try ReferenceLayer(in: folder))
    var sources: [(first: Int, number: Int, path: String, mapping: String)] = []
    for layer in pipeline.credited {
      for file in layer.files {
        sources.append(
          (land.count, store.evidence.sources.count, file.displayPath, layer.mappingPath))
        try append(file, of: layer, role: "credited", to: &land, &store) { land, polygons in
          try land.append(polygons)
        }
      }
    }
    if land.named.isEmpty { return land }
    try places.place(&land, periods: pipeline.creditedPeriods)
    for (place, source) in sources.enumerated() {
      let end = place + 1 < sources.count ? sources[place + 1].first : land.count
      let lost = land.placements.unplaced.filter { source.first..<end ~= $0 }
      let isBurden = lost.contains { row in
        pipeline.creditedPeriods.contains { land.isCredited(row, in: $0) }
      }
      if lost.count == end - source.first, isBurden {
        throw CreditedSourceError(
          path: source.path, mapping: source.mapping, rows: lost.count,
          hasPlaces: land.named.contains { source.first..<end ~= $0.row && !$0.place.isEmpty })
      }
      store.evidence.append(findings(lost, land), to: source.number)
    }
    return land
  }

  private func findings(_ rows: [Int], _ land: CreditedLand) -> [Finding] {
    let places = Dictionary(
      land.named.map { ($0.row, $0.place.printed) }, uniquingKeysWith: { one, _ in one })
    return rows.map { row in
      Finding(
        rule: "credited-row-not-placed", severity: .error, source: 0,
        sourceRow: land.sourceRows[row], field: "subcompartment", value: places[row] ?? "",
        action: .quarantined, detail: "无图形，也找不到所指小班；该村（不能确定时全部）小班是否已计入无法判定")
    }
  }

  private func append<Layer: Sendable>(
    _ file: SourceFile, of layer: LayerSource, role: String, to result: inout Layer,
    _ store: inout TenureStore,
    add: @Sendable (inout Layer, PlanePolygons) throws -> [Finding]
  ) throws {
    store.evidence.append(source(file, role: role))
    let measure = measure
    var reading = (layer: result, findings: [Finding](), count: 0)
    let description = try layers.read(
      file, of: layer, body: { try PlanePolygons($0, measure: measure) }, into: &reading,
      sink: { reading, polygons in
        reading.findings += polygons.findings
        reading.findings += try add(&reading.layer, polygons)
        reading.count += polygons.boxes.count
      })
    result = reading.layer
    let count = reading.count
    if description.reachesPastZone {
      reading.findings.append(
        Finding(
          rule: "reference-reaches-past-zone", severity: .information, source: 0, sourceRow: 0,
          field: "geometry", value: "", action: .accepted,
          detail: "图层范围超出其坐标带，只用到本县附近的部分；请确认坐标系无误"))
    }
    store.evidence.append(reading.findings + (try layers.findings(description, file)))
    store.evidence.describeSource {
      $0.records = count
      $0.describe(description, rows: count, layer)
    }
  }

  private func source(_ file: SourceFile, role: String) -> TenureEvidence.Source {
    TenureEvidence.Source(
      role: role, path: file.displayPath, layer: "", rows: 0, encoding: "", coordinates: "")
  }

  // MARK: Lists

  private func readLists() throws -> [ReadList] {
    try pipeline.tenureLists.flatMap { sheet in
      try sheet.files.map { try list($0, of: sheet) }
    }
  }

  private func list(_ file: SourceFile, of sheet: SheetSource) throws -> ReadList {
    let grid: CellGrid
    do {
      grid = try SpreadsheetSource.cells(path: file.path, sheet: sheet.sheet)
    } catch {
      throw error.shown(as: file.displayPath)
    }
    var options = TenureListOptions()
    for column in sheet.mapping.columns {
      guard let field = Self.field(column.field), let name = column.names.first else { continue }
      options.headings[field] = name
      if column.field == "area" { options.defaultAreaUnit = column.areaUnit }
    }
    // Rows are called as the sheet numbers them, from 1.
    let list = try readList([[]] + grid.rows, options, shown: file.displayPath)
    return ReadList(
      source: TenureEvidence.Source(
        role: "tenure-list", path: file.displayPath, layer: grid.sheet,
        rows: max(0, grid.rows.count + 1 - list.headingRows.upperBound),
        records: list.records.count, skipped: list.skippedRows, encoding: "",
        coordinates: "无图形"),
      list: list)
  }

  private func readList(
    _ grid: [[String]], _ options: TenureListOptions, shown path: String
  ) throws -> TenureList {
    let list: OpenTenureList
    do {
      list = try TenureListReader(options: options).open(grid)
    } catch {
      throw TenureSourceError(path: path, problem: error)
    }
    let size = LayerReader.rowsPerChunk
    let parts = try Workers.map(
      count: (list.rows.count + size - 1) / size, threads: layers.threads,
      interruption: layers.interruption
    ) { part in
      let first = list.rows.lowerBound + part * size
      return list.part(first..<min(first + size, list.rows.upperBound))
    }
    return list.whole(parts)
  }

  /// The register's field for a field of the mapping's vocabulary.
  private static func field(_ name: String) -> TenureField? {
    switch name {
    case "parcel": .parcelNumber
    case "certificate": .certificate
    case "landOwner": .landOwner
    case "landUser": .landUser
    case "treeOwner": .treeOwner
    case "treeUser": .treeUser
    case "holder": .holder
    case "holderType": .holderType
    case "area": .area
    case "termStart": .termStart
    case "termEnd": .termEnd
    case "village", "villageName": .village
    case "compartment": .compartment
    case "subcompartment": .subcompartment
    case "disputed": .disputed
    case "registrationDate": .registrationDate
    case "placeName": .placeName
    case "status": .status
    case "remarks": .remark
    default: nil
    }
  }
}

/// A file with a list.
private struct ReadList: Sendable {
  var source: TenureEvidence.Source
  var list: TenureList
}

extension TenureEvidence {
  fileprivate mutating func append(_ read: ReadList) {
    append(read.source)
    for record in read.list.records {
      append(record, isListed: true, polygonArea: .nan)
    }
    append(read.list.findings.map { $0.finding(source: 0) })
  }
}

extension TenureEvidence.Source {
  fileprivate mutating func describe(
    _ description: LayerDescription, rows: Int, _ layer: LayerSource
  ) {
    self.layer = description.layer
    self.rows = rows
    encoding = EvidenceText.encoding(description.encoding)
    coordinates = EvidenceText.coordinates(description.coordinates, shift: layer.datumShift)
  }
}
