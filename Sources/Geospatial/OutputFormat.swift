/// Formats a layer can be written in.
public enum OutputFormat: String, Sendable, CaseIterable, Codable {
  case shapefile = "ESRI Shapefile"
  case geoPackage = "GPKG"
  /// RFC 7946: degrees only.
  case geoJSON = "GeoJSON"
  case csv = "CSV"
  case xlsx = "XLSX"
}
