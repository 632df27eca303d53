internal import CGDAL

/// Versions of the libraries results may depend on, for the record of a run.
public struct LibraryVersions: Sendable, Equatable {
  public var gdal: String
  public var proj: String
  public var geos: String

  public static var current: LibraryVersions {
    func version(_ read: (inout Int32, inout Int32, inout Int32) -> Void) -> String {
      var parts: (Int32, Int32, Int32) = (0, 0, 0)
      read(&parts.0, &parts.1, &parts.2)
      return "\(parts.0).\(parts.1).\(parts.2)"
    }
    return LibraryVersions(
      gdal: GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "",
      proj: version { OSRGetPROJVersion(&$0, &$1, &$2) },
      geos: version { _ = OGRGetGEOSVersion(&$0, &$1, &$2) })
  }
}
