internal import CGDAL

/// A dataset opened by the driver its name asks for, and one layer of it.
struct OpenedLayer: ~Copyable {
  let layer: OGRLayerH
  let definition: OGRFeatureDefnH
  let name: String
  private let dataset: Dataset

  init(path: String, layer name: String?, diagnostics: Diagnostics) throws(SourceError) {
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
      throw failure(.notReadable(OpenedLayer.reason(diagnostics)))
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
    self.dataset = dataset
  }

  /// GDAL's words where they say more than that no driver wants the file.
  static func reason(_ diagnostics: Diagnostics) -> String {
    guard let words = diagnostics.failure, !words.contains("not recognized as a supported") else {
      return "cut off, or not of the kind its name says"
    }
    return words
  }

  consuming func release() -> Dataset { dataset }

  /// The first row of a sheet is its header and cells are texts: guesses would depend on content.
  private static let spreadsheetOptions = [
    ("OGR_XLSX_HEADERS", "FORCE"), ("OGR_XLSX_FIELD_TYPES", "STRING"),
    ("OGR_ODS_HEADERS", "FORCE"), ("OGR_ODS_FIELD_TYPES", "STRING"),
    ("OGR_XLS_HEADERS", "FORCE"), ("OGR_XLS_FIELD_TYPES", "STRING"),
  ]
}
