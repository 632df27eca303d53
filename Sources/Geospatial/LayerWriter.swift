internal import CGDAL
public import Geometry
public import Inventory

/// Writes one layer to a new file. The bytes depend on the content alone: dates that formats keep
/// are fixed.
public struct LayerWriter: ~Copyable {
  private let path: String
  private let name: String
  private let format: OutputFormat
  private let fields: [FieldDescription]
  private let options: WriterOptions
  private let encoder: TextEncoder
  private let dataset: Dataset
  private let layer: OGRLayerH
  private let definition: OGRFeatureDefnH
  private let multiplies: Bool
  private var rows = 0

  /// Creates the file; none of this name may exist.
  ///
  /// - Parameters:
  ///   - geometry: `.none` for a table. A shapefile then is a .dbf alone.
  ///   - epsg: the system the coordinates are in; nil writes none.
  public init(
    path: String, format: OutputFormat, layer name: String, fields: [FieldDescription],
    geometry: GeometryKind = .none, epsg: Int? = nil, options: WriterOptions = WriterOptions()
  ) throws(OutputError) {
    func failure(
      _ problem: OutputError.Problem, field: String? = nil, _ diagnostics: Diagnostics
    ) -> OutputError {
      OutputError(
        path: path, layer: name, field: field, problem: problem, diagnostics: diagnostics.texts)
    }
    let diagnostics = Diagnostics()
    let encoder = TextEncoder(options.encoding)
    guard !FileSet.exists(path) else {
      throw failure(.cannotCreate("a file of this name exists"), diagnostics)
    }
    let asksForEncoding = format == .shapefile || format == .csv
    guard asksForEncoding || options.encoding == .utf8 else {
      throw failure(.cannotCreate("\(format.rawValue) is always UTF-8"), diagnostics)
    }
    var names: [[UInt8]] = []
    for field in fields {
      guard case .success(let bytes) = encoder.encode(field.name) else {
        throw failure(
          .unencodable(character: field.name, row: 0), field: field.name, diagnostics)
      }
      guard format != .shapefile || bytes.count <= 10 else {
        throw failure(.fieldNameTooLong(limit: 10), field: field.name, diagnostics)
      }
      names.append(bytes + [0])
    }
    let degrees = epsg == nil || epsg == 4326 || epsg == 4490
    guard format != .geoJSON || degrees else {
      throw failure(.cannotCreate("GeoJSON holds degrees only"), diagnostics)
    }
    let opened = diagnostics.run {
      LayerWriter.create(path, format, name, fields, names, geometry, epsg, options)
    }
    guard let opened, diagnostics.failure == nil else {
      throw failure(.cannotCreate(diagnostics.failure ?? "no reason given"), diagnostics)
    }
    self.path = path
    self.name = name
    self.format = format
    self.fields = fields
    self.options = options
    self.encoder = encoder
    multiplies = format == .geoPackage
    layer = opened.layer
    definition = opened.definition
    dataset = opened.release()
  }

  /// Appends rows. Text belongs into text and date fields, numbers into number fields; NaN and
  /// empty text become null.
  public mutating func append(
    columns: [SourceColumn], geometry: WKBColumn? = nil
  ) throws(OutputError) {
    guard columns.count == fields.count else {
      throw failure(.columnMismatch("\(columns.count) columns for \(fields.count) fields"))
    }
    let count = columns.first?.count ?? geometry?.count ?? 0
    guard columns.allSatisfy({ $0.count == count }), geometry?.count ?? count == count else {
      throw failure(.columnMismatch("columns of different lengths"))
    }
    let diagnostics = Diagnostics()
    var row = 0
    while row < count {
      try diagnostics.run { () throws(OutputError) in
        try GDALLibrary.withOptions(GDALLibrary.fixedDates) { () throws(OutputError) in
          // Handlers and options are per block of rows: setting them costs more than a row.
          let end = min(row + 4096, count)
          for index in row..<end { try write(index, columns, geometry, diagnostics) }
          row = end
        }
      }
      if let text = diagnostics.failure {
        throw failure(.cannotWrite(text), diagnostics: diagnostics.texts)
      }
    }
    rows += count
  }

  /// Completes and closes the file.
  public consuming func finish() throws(OutputError) {
    let diagnostics = Diagnostics()
    let (path, name, format, options) = (self.path, self.name, self.format, self.options)
    // Closed under our handlers, so that a full disk is not overlooked.
    let handle = dataset.released()
    diagnostics.run {
      GDALLibrary.withOptions(GDALLibrary.fixedDates) {
        if format == .geoPackage { GDALDatasetCommitTransaction(handle) }
        GDALClose(handle)
      }
    }
    if let text = diagnostics.failure {
      throw OutputError(
        path: path, layer: name, problem: .cannotWrite(text), diagnostics: diagnostics.texts)
    }
    if format == .shapefile {
      try CodePageFile.write(
        besides: path, encoding: options.writesCodePage ? options.encoding : nil)
    }
  }

  private func failure(
    _ problem: OutputError.Problem, field: Int? = nil, diagnostics: [String] = []
  ) -> OutputError {
    OutputError(
      path: path, layer: name, field: field.map { fields[$0].name }, problem: problem,
      diagnostics: diagnostics)
  }

  private func write(
    _ row: Int, _ columns: [SourceColumn], _ geometry: WKBColumn?, _ diagnostics: Diagnostics
  ) throws(OutputError) {
    guard let feature = OGR_F_Create(definition) else { throw failure(.cannotWrite("no memory")) }
    defer { OGR_F_Destroy(feature) }
    for index in fields.indices {
      switch columns[index] {
      case .number(let values):
        try setNumber(values[row], feature, index)
      case .text(let texts):
        guard !texts.isEmpty(row) else {
          OGR_F_SetFieldNull(feature, Int32(index))
          continue
        }
        try setText(texts[row], feature, index, rows + row)
      }
    }
    if let geometry, !geometry.byteRange(row).isEmpty {
      guard var shape = GeometryBytes.geometry(geometry[row]) else {
        throw failure(.cannotWrite("row \(rows + row): not a geometry in well-known binary"))
      }
      if multiplies, OGR_G_GetGeometryType(shape) == wkbPolygon,
        let multi = OGR_G_ForceToMultiPolygon(shape)
      {
        shape = multi
      }
      OGR_F_SetGeometryDirectly(feature, shape)
    }
    guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else {
      throw failure(
        .cannotWrite(diagnostics.failure ?? "row \(rows + row)"), diagnostics: diagnostics.texts)
    }
  }

  private func setNumber(
    _ value: Double, _ feature: OGRFeatureH, _ index: Int
  ) throws(OutputError) {
    let field = Int32(index)
    switch fields[index].kind {
    case .integer:
      if let whole = Int64(exactly: value.rounded()) {
        OGR_F_SetFieldInteger64(feature, field, whole)
      } else {
        OGR_F_SetFieldNull(feature, field)
      }
    case .real:
      if value.isFinite {
        OGR_F_SetFieldDouble(feature, field, value)
      } else {
        OGR_F_SetFieldNull(feature, field)
      }
    case .text, .date:
      throw failure(.columnMismatch("numbers for a field of texts"), field: index)
    }
  }

  private func setText(
    _ text: String, _ feature: OGRFeatureH, _ index: Int, _ row: Int
  ) throws(OutputError) {
    let field = Int32(index)
    switch fields[index].kind {
    case .date:
      let parts = text.prefix(10).split(separator: "-").compactMap { Int32($0) }
      if parts.count == 3 {
        OGR_F_SetFieldDateTime(feature, field, parts[0], parts[1], parts[2], 0, 0, 0, 0)
      } else {
        OGR_F_SetFieldNull(feature, field)
      }
    case .text:
      var bytes: [UInt8]
      switch encoder.encode(text) {
      case .success(let encoded): bytes = encoded
      case .failure(let problem):
        throw failure(.unencodable(character: String(problem.scalar), row: row), field: index)
      }
      if format == .shapefile {
        let width = LayerWriter.textWidth(fields[index])
        if bytes.count > width {
          guard options.cutsTexts else {
            throw failure(
              .textTooLong(row: row, length: bytes.count, width: width), field: index)
          }
          bytes.removeLast(bytes.count - width)
        }
      }
      bytes.append(0)
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          OGR_F_SetFieldString(feature, field, $0.baseAddress)
        }
      }
    case .integer, .real:
      throw failure(.columnMismatch("texts for a field of numbers"), field: index)
    }
  }

  static func textWidth(_ field: FieldDescription) -> Int {
    field.width == 0 ? 254 : min(field.width, 254)
  }
}
