internal import CGDAL

/// A dataset opened by the driver its name asks for, and one layer of it.
struct OpenedLayer: ~Copyable {
  let layer: OGRLayerH
  let definition: OGRFeatureDefnH
  let name: String
  /// Whether the layer is a view of a GeoPackage.
  let isView: Bool
  private let dataset: Dataset

  /// - Parameter examinesViews: whether it is not known yet that a view has an end.
  /// - Throws: `SourceError`, with `endlessView` for a view without.
  init(
    path: String, layer name: String?, diagnostics: Diagnostics, examinesViews: Bool = false
  ) throws(SourceError) {
    func failure(_ problem: SourceError.Problem) -> SourceError {
      SourceError(path: path, layer: name, problem: problem, diagnostics: diagnostics.texts)
    }
    guard FileSet.exists(path) else { throw failure(.missing) }
    guard let kind = SourceKind(path: path) else {
      if FileSet.isFolder(path) {
        throw failure(.isFolder(layers: FileSet.tables(in: path)))
      }
      throw failure(.notReadable("no known kind of file has this ending"))
    }
    if FileSet.isFolder(path), !path.lowercased().hasSuffix(".gdb") {
      throw failure(.isFolder(layers: FileSet.tables(in: path)))
    }
    if let size = try? RawFile(path).size, size == 0 { throw failure(.empty) }
    let opened = GDALLibrary.withOptions(OpenedLayer.spreadsheetOptions) {
      Dataset(
        path: path, drivers: [kind.driver],
        // Empty: hand over the bytes as they are, the decoding is ours.
        options: kind == .shapefile ? ["ENCODING="] : [])
    }
    guard let dataset = opened else {
      throw failure(.notReadable(OpenedLayer.reason(diagnostics, path)))
    }
    // A shapefile is called as its file, which in an archive may be in GBK.
    let names = dataset.layerNames.map {
      kind == .shapefile && ZipPath.archive(of: path) != nil ? ZipPath.decoded($0) : $0
    }
    let index: Int
    if let name {
      guard let found = names.firstIndex(of: name) else {
        throw failure(.noSuchLayer(available: names))
      }
      index = found
    } else {
      guard names.count < 2 else { throw failure(.severalLayers(names)) }
      guard names.count == 1 else { throw failure(.empty) }
      index = 0
    }
    let isView = kind == .table("GPKG") && dataset.isView(names[index])
    if isView, examinesViews, OpenedLayer.isEndless(names[index], index, dataset) {
      throw SourceError(path: path, layer: names[index], problem: .endlessView)
    }
    // Sheets are looked at when they are first asked for, not when their workbook is opened.
    let found = GDALLibrary.withOptions(OpenedLayer.spreadsheetOptions) {
      GDALDatasetGetLayer(dataset.handle, Int32(index)).map { ($0, OGR_L_GetLayerDefn($0)) }
    }
    guard let layer = found?.0, let definition = found?.1 else {
      throw failure(.notReadable(diagnostics.failure ?? "the layer cannot be opened"))
    }
    self.layer = layer
    self.name = names[index]
    self.definition = definition
    self.isView = isView
    self.dataset = dataset
  }

  /// GDAL's words where they say more than that no driver wants the file.
  static func reason(_ diagnostics: Diagnostics, _ path: String) -> String {
    if ZipPath.archive(of: path) != nil, SourceKind(path: path) == .spreadsheet("XLS") {
      return "an .xls workbook in an archive must be unpacked first; .xlsx and .ods need not"
    }
    guard let words = diagnostics.failure, !words.contains("not recognized as a supported") else {
      return "cut off, or not of the kind its name says"
    }
    return words
  }

  consuming func release() -> Dataset { dataset }

  /// Runs what reads a view, which may take for ever for a single value.
  ///
  /// - Throws: `SourceError` with `endlessView`, or the error of `body`.
  borrowing func bounded<R>(
    path: String, _ body: () throws(SourceError) -> R
  ) throws(SourceError) -> R {
    guard isView else { return try body() }
    var failure: SourceError?
    let (result, wasAborted) = StatementWatch.run(dataset.handle) { () -> R? in
      do throws(SourceError) { return try body() } catch {
        failure = error
        return nil
      }
    }
    if !wasAborted, let failure { throw failure }
    guard !wasAborted, let result else {
      throw SourceError(path: path, layer: name, problem: .endlessView)
    }
    return result
  }

  /// Whether counting the rows of a view, or reading its first one to know its columns, takes too
  /// long or does not end.
  private static func isEndless(
    _ name: String, _ index: Int, _ dataset: borrowing Dataset
  ) -> Bool {
    let handle = dataset.handle
    let (count, wasAborted) = StatementWatch.run(handle) {
      let count = dataset.rowCount(name, upTo: mostRowsOfView)
      if let layer = GDALDatasetGetLayer(handle, Int32(index)) { _ = OGR_L_GetLayerDefn(layer) }
      return count
    }
    return wasAborted || count > mostRowsOfView
  }

  /// More than a province has 小班.
  private static let mostRowsOfView = 5_000_000

  /// The first row of a sheet is its header and cells are texts: guesses would depend on content.
  private static let spreadsheetOptions = [
    ("OGR_XLSX_HEADERS", "FORCE"), ("OGR_XLSX_FIELD_TYPES", "STRING"),
    ("OGR_ODS_HEADERS", "FORCE"), ("OGR_ODS_FIELD_TYPES", "STRING"),
    ("OGR_XLS_HEADERS", "FORCE"), ("OGR_XLS_FIELD_TYPES", "STRING"),
  ]
}
