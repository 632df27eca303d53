internal import Configuration
internal import Geometry
internal import Geospatial
internal import Pipeline
internal import Stages
internal import Tenure

/// Files that cannot be used.
extension FailureMessage {
  static func inputFile(_ error: InputFileError) -> FailureMessage {
    var message = FailureMessage(problem: "", exitCode: .noInput)
    switch error.problem {
    case .missing:
      message.problem = "\(error.path): no such file"
      message.remedy =
        error.namedBy == nil
        ? "check the path" : "check the path; it is relative to the file that names it"
    case .isFolder:
      message.problem = "\(error.path): a folder, where a file is needed"
      message.remedy = "name a file in it"
      message.exitCode = .wrongKind
    case .unreadable(let reason):
      message.problem = "\(error.path): cannot be read (\(reason))"
      message.remedy = "check the permissions"
    }
    if let place = error.namedBy { message.details = ["named in " + Self.place(place)] }
    return message
  }

  static func source(_ error: SourceError) -> FailureMessage {
    let name = error.path + (error.layer.map { $0.isEmpty ? "" : ", layer \($0)" } ?? "")
    var message = FailureMessage(
      problem: "", details: details(error), exitCode: .noInput)
    switch error.problem {
    case .missing:
      message.problem = "\(name): no such file"
      message.remedy = "check the path; in pipelines, paths are relative to the pipeline file"
    case .isFolder(let layers):
      message.problem =
        layers.isEmpty
        ? "\(name): a folder without any table in it"
        : "\(name): a folder with tables of several kinds"
      if !layers.isEmpty { message.details.append("it holds: " + list(layers)) }
      message.remedy =
        "name one file in it, or those of one kind with a pattern such as \(name)/*.shp"
      message.exitCode = .wrongKind
    case .archive(let tables) where tables.isEmpty:
      message.problem =
        "\(name): the archive holds no table (no Shapefile, GeoPackage, FileGDB, GeoJSON, CSV or "
        + "spreadsheet)"
      message.remedy = "pack the complete set of files (.shp .shx .dbf .prj .cpg)"
      message.exitCode = .wrongKind
    case .archive(let tables):
      message.problem = "\(name): the path does not name a table of the archive"
      message.details.append("it holds: " + list(tables))
      message.remedy = "write archive.zip/name.shp, or archive.zip/*.shp for all of them"
      message.exitCode = .missingColumn
    case .notPolygons(let kind):
      message.problem = "\(name): the layer holds \(kind)s, where polygons are needed"
      message.remedy =
        "name the layer of polygons; in a folder that holds other layers too, name those that are "
        + "meant with a pattern such as 小班*.shp"
      message.exitCode = .wrongKind
    case .notReadable(let reason):
      message.problem = "\(name): cannot be opened (\(reason))"
      message.remedy =
        "copy or export the file again; read are Shapefile, GeoPackage, FileGDB, GeoJSON, CSV "
        + "and spreadsheets, alone or in a ZIP archive"
      message.exitCode = .wrongKind
    case .noSuchLayer(let available):
      message.problem = "\(name): no such layer"
      message.details.append("the file has: " + list(available))
      message.remedy =
        "name one of them with `\(error.field ?? "layer")` in the pipeline (--layer for inspect)"
      message.exitCode = .missingColumn
    case .severalLayers(let layers):
      message.problem = "\(name): several \(error.field ?? "layer")s, and none is named"
      message.details.append("the file has: " + list(layers))
      message.remedy =
        "name one of them with `\(error.field ?? "layer")` in the pipeline (--layer for inspect)"
      message.exitCode = .missingColumn
    case .noSuchField(let available):
      message.problem = "\(name): no column \(error.field ?? "")"
      message.details.append("the file has: " + list(available, limit: 60))
      message.remedy = "name the right column in the mapping"
      message.exitCode = .missingColumn
    case .endlessView:
      message.problem = "\(name): a view whose rows do not come to an end"
      message.remedy =
        "export the view as a table, so that what it gives is seen first (in QGIS: Export, Save "
        + "Features As), and name that table"
      message.exitCode = .data
    case .empty:
      message.problem = "\(name): no rows"
      message.remedy = "export the layer again, or take it out of the pipeline"
      message.exitCode = .emptyLayer
    case .damaged(let what):
      message.problem = "\(name): damaged (\(what))"
      message.remedy =
        isShapefile(error.path)
        ? "copy the complete set of files again (.shp .shx .dbf .prj .cpg)"
        : "copy or export the file again"
      message.exitCode = .damaged
    case .wrongEncoding(let found, let needed):
      message.problem = "\(name): \(found), where \(needed) is needed"
      message.remedy = "save the file as \(needed) and run again"
      message.exitCode = .data
    case .undecidedEncoding(let what):
      message.problem = "\(name): the text encoding cannot be decided (\(what))"
      message.remedy =
        "name it with `encoding` in the pipeline, such as \"GBK\" (--encoding GBK for inspect)"
      message.exitCode = .data
    case .changedWhileReading:
      message.problem = "\(name): changed while it was read"
      message.remedy = "run again when nobody writes to it"
      message.exitCode = .damaged
    case .coordinate(let problem):
      message = coordinates(problem, name)
      message.details += details(error)
    }
    return message
  }

  private static func isShapefile(_ path: String) -> Bool {
    let lowered = path.lowercased()
    return [".shp", ".dbf", ".shx", ".zip"].contains { lowered.hasSuffix($0) }
  }

  /// What GDAL said, once, and not what the problem says already.
  private static func details(_ error: SourceError) -> [String] {
    var seen: Set<String> = []
    if case .damaged(let what) = error.problem { seen.insert(what) }
    if case .notReadable(let what) = error.problem { seen.insert(what) }
    return error.diagnostics.filter { !$0.contains("not recognized as a supported") }
      .filter { seen.insert($0).inserted }.map { "GDAL: " + $0 }
  }

  private static func coordinates(
    _ problem: CoordinateProblem, _ name: String
  ) -> FailureMessage {
    var message = FailureMessage(problem: "", exitCode: .coordinates)
    switch problem {
    case .undecided(let extent):
      message.problem = "\(name): no .prj, and the coordinates fit several systems"
      message.details = [bounds(extent)] + hint(extent)
      message.remedy =
        "declare `epsg` for this source in the pipeline; for six-digit eastings `centralMeridian` "
        + "(such as 114) or `countyCode` will do; for inspect, --epsg or --central-meridian"
    case .unknownMeridian(let county, let extent):
      message.problem =
        "\(name): no .prj, and it is not known in which zone county \(county) was mapped"
      message.details = [bounds(extent)]
      message.remedy =
        "declare `centralMeridian` (such as 111, 114 or 117) or `epsg` for this source in the "
        + "pipeline (--central-meridian or --epsg for inspect)"
    case .outsideAreaOfUse(let system, let extent, let suggestion):
      message.problem = "\(name): the coordinates do not fit \(system), which the file names"
      message.details = [bounds(extent)] + hint(extent)
      message.remedy =
        [.swappedDegrees, .swappedMetres].contains(CoordinateNotation(extent))
        ? "export the layer again with eastings (longitude) before northings (latitude)"
        : suggestion.map {
          "if the file is wrong about it, declare `epsg: \($0)` for this source in the pipeline "
            + "(--epsg \($0) for inspect)"
        }
          ?? "if the file is wrong about it, declare `epsg` for this source in the pipeline "
          + "(--epsg for inspect)"
    case .mixed(let fitting, let parts):
      message.problem =
        "\(name): the rows are mixed: some lie in one place or notation, some in another"
      message.details =
        (fitting > 0 ? ["\(fitting) rows lie in the system that the file names"] : [])
        + parts.map { "\($0.rows) rows: \(words($0.notation))" }
      message.remedy =
        "split the file by notation, or bring all rows into one system; single misplaced rows would "
        + "be set aside, but here neither part is a few rows"
    case .unknownSystem(let text):
      message.problem = "\(name): coordinate system \(text) is not known"
      message.remedy = "declare an EPSG code such as 4526 or 4547"
    case .datumShiftNeeded(let from, let to):
      message.problem = "\(name): \(from) to \(to) needs a local datum shift"
      message.remedy =
        "PROJ has none (it would shift by nothing, up to 100 m wrong): ask the survey office for "
        + "the data in CGCS2000, or for seven parameters and declare them as `datumShift`"
    case .noTransformation(let from, let to, let reason):
      message.problem = "\(name): no accurate transformation from \(from) to \(to) (\(reason))"
      message.remedy = "deliver the layer in the coordinate system of the inventory"
    case .notTransformable(let row):
      message.problem = "\(name): the coordinates of row \(row) cannot be transformed"
      message.remedy = "mend the geometry of that row"
    case .unsuitableForAreas(let system):
      message.problem = "\(name): areas cannot be measured in \(system)"
      message.remedy = "declare a projected system with `epsg` in the pipeline"
    case .malformedGeometry(let row):
      message.problem = "\(name): the geometry of row \(row) is malformed"
      message.remedy = "mend the geometry of that row"
      message.exitCode = .damaged
    }
    return message
  }

  /// What the numbers look like, where that helps.
  private static func hint(_ extent: Extent) -> [String] {
    let notation = CoordinateNotation(extent)
    return notation == .other ? [] : ["the numbers look like " + words(notation)]
  }

  private static func words(_ notation: CoordinateNotation) -> String {
    switch notation {
    case .zone(let zone):
      "eastings with the zone \(zone) in front (EPSG:\(CoordinateNotation.epsg(zone: zone)) in CGCS2000)"
    case .sixDigits: "six-digit eastings without the zone"
    case .degrees: "longitude and latitude (EPSG:4490 in CGCS2000)"
    case .swappedDegrees: "latitude before longitude: the axes are swapped 坐标轴颠倒"
    case .swappedMetres: "northings before eastings: the axes are swapped 坐标轴颠倒"
    case .webMercator: "metres of Web Mercator (EPSG:3857)"
    case .origin: "0, 0: coordinates that were never filled in"
    case .other: "nothing known"
    }
  }

  static func datumMix(_ error: DatumMix) -> FailureMessage {
    FailureMessage(
      problem: "\(error.path) and \(error.otherPath) lie in different datums",
      details: [
        "\(error.path): \(error.system), \(error.datum)",
        "\(error.otherPath): \(error.otherSystem), \(error.otherDatum)",
      ],
      remedy:
        "declare `datumShift` with the survey office's seven parameters for the older one and "
        + "`epsg` of a CGCS2000 system for the pipeline, or ask for all data in CGCS2000",
      exitCode: .coordinates)
  }

  /// Whole kilometres; coordinates of a damaged file may be any number.
  private static func kilometres(_ metres: Double) -> String {
    abs(metres) < 1e15 ? "\(Int(metres / 1000))" : "\(metres / 1000)"
  }

  private static func bounds(_ extent: Extent) -> String {
    "x \(extent.minX) to \(extent.maxX), y \(extent.minY) to \(extent.maxY)"
  }

  static func input(_ error: InputError) -> FailureMessage {
    switch error.problem {
    case .missing, .disappeared:
      FailureMessage(
        problem: "\(error.path): no such file (\(error.role))", remedy: "check the path",
        exitCode: .noInput)
    case .unreadable(let reason):
      FailureMessage(
        problem: "\(error.path): cannot be read (\(reason.message))",
        remedy: "check the permissions", exitCode: .noInput)
    case .empty:
      FailureMessage(
        problem: "\(error.path): no files (\(error.role))", remedy: "check the path",
        exitCode: .noInput)
    case .changed:
      FailureMessage(
        problem: "\(error.path): changed while the run was reading it",
        remedy: "run again when nobody writes to it", exitCode: .damaged)
    }
  }

  static func file(_ error: FileError) -> FailureMessage {
    switch error.operation {
    case .open, .read, .inspect, .list:
      FailureMessage(
        problem: "\(error.path): cannot \(error.operation.rawValue) (\(error.message))",
        remedy: "check the path and its permissions", exitCode: .noInput)
    case .write, .create, .rename, .remove, .synchronize, .lock:
      FailureMessage(
        problem: "\(error.path): cannot \(error.operation.rawValue) (\(error.message))",
        remedy: "check the folder, its permissions and the free space", exitCode: .cannotWrite)
    }
  }
}

extension FailureMessage {
  static func tenure(_ error: TenureSourceError) -> FailureMessage {
    switch error.problem {
    case .noHeading(let rows):
      FailureMessage(
        problem: "\(error.path): no row of headings among the first \(rows)",
        remedy: "name the headings under `columns` of its mapping, such as certificate: \"林权证号\"",
        exitCode: .missingColumn)
    case .headingNotFound(let field, let heading, let present):
      FailureMessage(
        problem:
          "\(error.path): no column “\(heading)” for \(field.rawValue) (\(field.chineseName))",
        details: ["the sheet has: " + list(present, limit: 60)],
        remedy: "name the right heading in its mapping", exitCode: .missingColumn)
    case .severalColumns(let field, let headings):
      FailureMessage(
        problem: "\(error.path): several columns could be \(field.rawValue) "
          + "(\(field.chineseName)): " + list(headings),
        remedy: "name the right one in its mapping", exitCode: .missingColumn)
    }
  }

  static func credited(_ error: CreditedSourceError) -> FailureMessage {
    FailureMessage(
      problem:
        "\(error.path): credited land that cannot be placed: none of \(error.rows) rows has a "
        + "polygon"
        + (error.hasPlaces
          ? ", and none names a 小班 of the run" : ", and its mapping names no columns for the 小班"),
      remedy: "give the layer with polygons, or map the columns that name the 小班 in "
        + "\(error.mapping): key, or village (or villageName), compartment and subcompartment; for "
        + "a ledger of LinTan use pipelines/mappings/lintan-ledger.json5",
      exitCode: error.hasPlaces ? .data : .missingColumn)
  }

  static func overlay(_ error: OverlayError) -> FailureMessage {
    switch error {
    case .extentTooLarge(let width, let height, let limit):
      FailureMessage(
        problem: "the layers together are \(kilometres(width)) × \(kilometres(height)) km, "
          + "more than \(kilometres(limit)) km",
        remedy: "look for a stray feature or a layer in another coordinate system, or run "
          + "county by county",
        exitCode: .coordinates)
    case .outsideFrame, .differentFrames:
      FailureMessage(problem: "overlay layers do not fit: \(error)", exitCode: .software)
    case .geometry(let problem):
      FailureMessage(
        problem: "a reference layer holds a malformed polygon: \(problem)",
        remedy: "mend or remove the polygon", exitCode: .damaged)
    }
  }
}
