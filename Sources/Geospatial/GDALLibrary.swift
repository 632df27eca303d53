internal import CGDAL

/// GDAL's own state: drivers are registered once, by whoever comes first.
enum GDALLibrary {
  private static let registered: Bool = {
    GDALAllRegister()
    return true
  }()

  static func prepare() {
    _ = registered
  }

  /// Calls `body` with a null-terminated list of C strings, as GDAL's options want it.
  static func withStrings<R>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> R
  ) -> R {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for string in strings { list = CSLAddString(list, string) }
    defer { CSLDestroy(list) }
    return body(list)
  }

  /// The same for parameters that GDAL declares constant.
  static func withConstantStrings<R>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
  ) -> R {
    withStrings(strings) { list in
      guard let list else { return body(nil) }
      return list.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: strings.count + 1) {
        body(UnsafePointer($0))
      }
    }
  }

  /// Sets configuration options for this thread only, for the length of `body`.
  static func withOptions<R: ~Copyable, E: Error>(
    _ options: [(String, String)], _ body: () throws(E) -> R
  ) throws(E) -> R {
    for (key, value) in options { CPLSetThreadLocalConfigOption(key, value) }
    defer { for (key, _) in options { CPLSetThreadLocalConfigOption(key, nil) } }
    return try body()
  }

  /// Instead of the clock, in formats that store when they were written.
  static let fixedDates = [("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z")]
}
