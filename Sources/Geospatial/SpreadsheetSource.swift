internal import CGDAL

/// Sheets and delimited files as grids of texts: where the header is, and whether a first line is
/// a title, is for whoever knows what the sheet should hold.
public enum SpreadsheetSource {
  /// - Parameters:
  ///   - sheet: needed if a workbook has several.
  ///   - encoding: of a delimited file, instead of what its bytes show.
  public static func cells(
    path: String, sheet: String? = nil, encoding: TextEncoding? = nil
  ) throws(SourceError) -> CellGrid {
    guard FileSet.exists(path) else { throw SourceError(path: path, problem: .missing) }
    if FileSet.isFolder(path) {
      throw SourceError(path: path, problem: .isFolder(layers: FileSet.tables(in: path)))
    }
    _ = try FileSet.parts(of: path)
    switch SourceKind(path: path) {
    case .delimited: return try delimited(path, encoding)
    case .spreadsheet(let driver): return try workbook(path, sheet, driver)
    default:
      throw SourceError(path: path, problem: .notReadable("neither a workbook nor delimited text"))
    }
  }

  private static func delimited(
    _ path: String, _ configured: TextEncoding?
  ) throws(SourceError) -> CellGrid {
    let decision = try EncodingExaminer.delimited(path, configured)
    let bytes: [UInt8]
    do throws(RawFile.Failure) {
      let file = try RawFile(path)
      bytes = try file.prefix(file.size)
    } catch {
      throw SourceError(path: path, problem: EncodingExaminer.problem(error))
    }
    var text: [UInt8] = []
    let damage = bytes.withUnsafeBytes {
      TextDecoder(decision.encoding).append($0, to: &text)
    }
    if damage == .malformed, configured == nil, decision.malformedTexts == 0 {
      throw SourceError(path: path, problem: .undecidedEncoding("malformed text"))
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    let rows = DelimitedText.rows(text)
    guard !rows.isEmpty else { throw SourceError(path: path, problem: .empty) }
    return CellGrid(path: path, sheet: "", rows: rows, encoding: decision)
  }

  private static func workbook(
    _ path: String, _ sheet: String?, _ driver: String
  ) throws(SourceError) -> CellGrid {
    if let archive = ZipPath.archive(of: path) {
      if let what = ZipPath.bomb(archive) {
        throw SourceError(path: path, problem: .notReadable(what))
      }
      if let damage = ZipPath.damage(in: path) {
        throw SourceError(path: path, problem: .damaged(damage))
      }
    }
    if let what = ZipPath.bomb(UnpackedWorkbook.openable(path)) {
      throw SourceError(path: path, problem: .notReadable(what))
    }
    let diagnostics = Diagnostics()
    let options = ["HEADERS", "FIELD_TYPES"].map {
      ("OGR_\(driver)_\($0)", $0 == "HEADERS" ? "DISABLE" : "STRING")
    }
    return try diagnostics.run { () throws(SourceError) -> CellGrid in
      try GDALLibrary.withOptions(options) { () throws(SourceError) -> CellGrid in
        let plain =
          driver == "ODS"
          ? OpenDocumentSheet.plain(path, token: ObjectIdentifier(diagnostics)) : nil
        defer { if let plain { VSIUnlink(plain) } }
        guard let dataset = Dataset(path: plain ?? path, drivers: [driver]) else {
          throw SourceError(
            path: path,
            problem: .notReadable(OpenedLayer.reason(diagnostics, path)),
            diagnostics: diagnostics.texts)
        }
        let names = dataset.layerNames
        guard sheet != nil || names.count <= 1 else {
          throw SourceError(path: path, field: "sheet", problem: .severalLayers(names))
        }
        guard let name = sheet ?? names.first else {
          throw SourceError(path: path, problem: .empty)
        }
        guard let index = names.firstIndex(of: name),
          let layer = GDALDatasetGetLayer(dataset.handle, Int32(index))
        else {
          throw SourceError(
            path: path, layer: name, field: "sheet", problem: .noSuchLayer(available: names))
        }
        var rows = rows(layer)
        if driver == "XLSX" { MergedCells.fill(&rows, sheet: index, of: path) }
        if let failure = diagnostics.failure {
          throw SourceError(
            path: path, layer: name, problem: .damaged(failure), diagnostics: diagnostics.texts)
        }
        guard rows.contains(where: { !$0.isEmpty }) else {
          throw SourceError(path: path, layer: name, problem: .empty)
        }
        return CellGrid(
          path: path, sheet: name, rows: rows,
          encoding: EncodingDecision(encoding: .utf8, evidence: .format))
      }
    }
  }

  private static func rows(_ layer: OGRLayerH) -> [[String]] {
    var rows: [[String]] = []
    let decoder = TextDecoder(.utf8)
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      defer { OGR_F_Destroy(feature) }
      var row: [String] = []
      for field in 0..<OGR_F_GetFieldCount(feature) {
        guard OGR_F_IsFieldSetAndNotNull(feature, field) != 0,
          let text = OGR_F_GetFieldAsString(feature, field)
        else {
          row.append("")
          continue
        }
        let cell = decoder.string(UnsafeRawBufferPointer(start: text, count: strlen(text))).text
        row.append(CellText.plain(cell))
      }
      while row.last?.isEmpty == true { row.removeLast() }
      rows.append(row)
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }
}
