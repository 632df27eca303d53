internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Tenure

/// Reads 林权 polygons and lists through their mappings.
enum TenureSourceReader {
  static func read(
    _ pipeline: PipelineFile, into system: CoordinateSystem?
  ) throws -> TenureEvidence {
    var evidence = TenureEvidence()
    for layer in pipeline.tenureParcels {
      for file in layer.files { try append(file, of: layer, system, to: &evidence) }
    }
    for sheet in pipeline.tenureLists {
      for file in sheet.files { try append(file, of: sheet, to: &evidence) }
    }
    return evidence
  }

  // MARK: Polygons

  /// The attributes of polygons are read as a list whose headings are the terms of the register.
  private static func append(
    _ file: SourceFile, of layer: LayerSource, _ system: CoordinateSystem?,
    to evidence: inout TenureEvidence
  ) throws {
    let table = try LayerTable.read(file, of: layer, into: system)
    let fields = layer.mapping.columns.compactMap { column in
      Self.field(column.field).map { (column: column, field: $0) }
    }
    let texts = fields.map { table.texts($0.column.field) }
    var grid = [fields.map(\.field.chineseName)]
    for row in 0..<table.count { grid.append(texts.map { $0[row] }) }
    var options = TenureListOptions()
    options.defaultAreaUnit = layer.mapping["area"]?.areaUnit ?? .hectare
    for field in fields { options.headings[field.field] = field.field.chineseName }
    // With geometry a row is a parcel even where all its texts are blank.
    var list = try readList(grid, options, shown: file.displayPath)
    let read = Set(list.records.map(\.row))
    for row in grid.indices.dropFirst() where !read.contains(row) {
      list.records.append(TenureRecord(row: row))
    }
    list.skippedRows = []
    list.records.sort { $0.row < $1.row }
    evidence.append(
      list,
      source: TenureEvidence.Source(
        role: "tenure-parcels", path: file.displayPath, layer: table.description.layer,
        rows: table.count, encoding: EvidenceText.encoding(table.description.encoding),
        coordinates: EvidenceText.coordinates(
          table.description.coordinates, shift: layer.datumShift)),
      geometry: table.geometry, firstRow: 1)
  }

  // MARK: Lists

  private static func append(
    _ file: SourceFile, of sheet: SheetSource, to evidence: inout TenureEvidence
  ) throws {
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
    let list = try readList(grid.rows, options, shown: file.displayPath)
    evidence.append(
      list,
      source: TenureEvidence.Source(
        role: "tenure-list", path: file.displayPath, layer: grid.sheet,
        rows: max(0, grid.rows.count - list.headingRows.upperBound), encoding: "",
        coordinates: "无图形"),
      geometry: nil, firstRow: 0)
  }

  private static func readList(
    _ grid: [[String]], _ options: TenureListOptions, shown path: String
  ) throws -> TenureList {
    do {
      return try TenureListReader(options: options).read(grid)
    } catch {
      throw TenureSourceError(path: path, problem: error)
    }
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
    case "disputed": .status
    case "remarks": .remark
    default: nil
    }
  }
}
