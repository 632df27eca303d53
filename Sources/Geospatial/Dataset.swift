internal import CGDAL

/// An open dataset; closed with the value.
struct Dataset: ~Copyable {
  let handle: GDALDatasetH

  init(owning handle: GDALDatasetH) {
    self.handle = handle
  }

  /// Opens with the given drivers only: a file is never handed to a driver its name does not ask
  /// for.
  init?(path: String, drivers: [String], options: [String] = [], update: Bool = false) {
    GDALLibrary.prepare()
    let path = UnpackedWorkbook.openable(path)
    let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR) | UInt32(update ? GDAL_OF_UPDATE : 0)
    let opened = GDALLibrary.withConstantStrings(drivers) { drivers in
      GDALLibrary.withConstantStrings(options) { options in
        GDALOpenEx(path, flags, drivers, options, nil)
      }
    }
    guard let opened else { return nil }
    handle = opened
  }

  deinit { GDALClose(handle) }

  /// Hands the duty of closing to the caller.
  consuming func released() -> GDALDatasetH {
    let handle = self.handle
    discard self
    return handle
  }

  var layerNames: [String] {
    (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
      guard let layer = GDALDatasetGetLayer(handle, index) else { return nil }
      return String(cString: OGR_L_GetName(layer))
    }
  }

  /// Runs a statement whose result does not matter.
  func execute(_ statement: String) {
    let result = GDALDatasetExecuteSQL(handle, statement, nil, nil)
    if let result { GDALDatasetReleaseResultSet(handle, result) }
  }

  /// Whether a layer of a GeoPackage is a view.
  func isView(_ layer: String) -> Bool {
    let name = layer.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let found = numbers(
      "SELECT count(*) FROM sqlite_master WHERE type = 'view' AND lower(name) = lower('\(name)')")
    return found?.first.map { $0 > 0 } ?? false
  }

  /// The number of rows of a GeoPackage's table or view, counted no further than one beyond a limit.
  func rowCount(_ layer: String, upTo limit: Int) -> Int {
    let name = layer.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    let found = numbers(
      "SELECT count(*) FROM (SELECT 1 FROM \"\(name)\" LIMIT \(limit + 1))")
    return found?.first.map { $0.isFinite ? Int($0) : 0 } ?? 0
  }

  /// The first row of a statement's result, as numbers.
  func numbers(_ statement: String) -> [Double]? {
    guard let result = GDALDatasetExecuteSQL(handle, statement, nil, nil) else { return nil }
    defer { GDALDatasetReleaseResultSet(handle, result) }
    guard let feature = OGR_L_GetNextFeature(result) else { return nil }
    defer { OGR_F_Destroy(feature) }
    return (0..<OGR_F_GetFieldCount(feature)).map { index in
      OGR_F_IsFieldSetAndNotNull(feature, index) != 0
        ? OGR_F_GetFieldAsDouble(feature, index) : .nan
    }
  }
}
