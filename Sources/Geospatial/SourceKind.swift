/// The kinds of files that are read, told by the end of their name.
enum SourceKind: Sendable, Equatable {
  case shapefile
  case table(String)
  case delimited
  case spreadsheet(String)

  init?(path: String) {
    let lowered = path.lowercased()
    func ends(_ suffixes: String...) -> Bool { suffixes.contains { lowered.hasSuffix($0) } }
    if ends(".shp", ".dbf", ".shx") {
      self = .shapefile
    } else if ends(".gpkg") {
      self = .table("GPKG")
    } else if ends(".gdb") {
      self = .table("OpenFileGDB")
    } else if ends(".geojson", ".json") {
      self = .table("GeoJSON")
    } else if ends(".geojsonl", ".geojsons", ".ndjson") {
      self = .table("GeoJSONSeq")
    } else if ends(".fgb") {
      self = .table("FlatGeobuf")
    } else if ends(".csv", ".tsv", ".txt") {
      self = .delimited
    } else if ends(".xlsx", ".xlsm") {
      self = .spreadsheet("XLSX")
    } else if ends(".xls") {
      self = .spreadsheet("XLS")
    } else if ends(".ods") {
      self = .spreadsheet("ODS")
    } else {
      return nil
    }
  }

  var driver: String {
    switch self {
    case .shapefile: "ESRI Shapefile"
    case .table(let name), .spreadsheet(let name): name
    case .delimited: "CSV"
    }
  }
}
