internal import Geospatial
internal import Quality

/// Says where a layer lies: its system, its box in degrees, and roughly in which province.
enum PlaceFinder {
  static func place(_ description: LayerDescription) -> PlaceFacts {
    var place = PlaceFacts(
      evidence: "", isDatumAssumed: description.coordinates.isDatumAssumed, regions: [])
    place.extent = description.extent.map {
      PlaceFacts.Box(west: $0.minX, south: $0.minY, east: $0.maxX, north: $0.maxY)
    }
    switch description.coordinates {
    case .none:
      place.evidence =
        description.geometry == .none ? "a table without geometry" : "no rows with geometry"
    case .undecided(let problem):
      place.evidence = phrase(problem)
      if case .outsideAreaOfUse(_, _, let suggestion) = problem { place.suggestedEPSG = suggestion }
    case .known(let system, let evidence):
      place.system = system.label
      place.systemName = system.name
      place.datum = datum(system.datum)
      place.evidence = phrase(evidence)
      place.degrees = description.extent.flatMap { degrees($0, system) }
      if let box = place.degrees { place.regions = regions(box) }
    }
    return place
  }

  private static func phrase(_ evidence: CoordinateDecision.Evidence) -> String {
    switch evidence {
    case .declared(let fileSays): "as told" + (fileSays.map { "; the file says \($0)" } ?? "")
    case .recorded: "recorded in the file"
    case .zonePrefix(let zone): "not recorded; eastings begin with zone \(zone)"
    case .countyMeridian(let county, let meridian):
      "not recorded; county \(county) uses the meridian \(meridian)° E"
    case .declaredMeridian(let meridian): "not recorded; the meridian \(meridian)° E as told"
    case .degrees: "not recorded; the numbers are degrees inside China"
    }
  }

  private static func phrase(_ problem: CoordinateProblem) -> String {
    switch problem {
    case .undecided(let extent):
      "no .prj, and the coordinates fit several systems (\(words(CoordinateNotation(extent)))): "
        + "try --epsg"
    case .unknownMeridian(let county, _):
      "no .prj, six-digit eastings, and the zone of county \(county) is not known: try "
        + "--central-meridian or --epsg"
    case .outsideAreaOfUse(let system, let extent, let suggestion):
      "the file says \(system), but the coordinates do not lie there "
        + "(\(words(CoordinateNotation(extent))))"
        + (suggestion.map { ": try --epsg \($0)" } ?? "")
    case .mixed(let fitting, let parts):
      "the rows are mixed: "
        + ((fitting > 0 ? ["\(fitting) where the file says"] : [])
        + parts.map { "\($0.rows) \(words($0.notation))" }).joined(separator: ", ")
    case .unknownSystem(let text): "coordinate system \(text) is not known"
    default: "cannot be placed"
    }
  }

  private static func words(_ notation: CoordinateNotation) -> String {
    switch notation {
    case .zone(let zone): "eastings with zone \(zone)"
    case .sixDigits: "six-digit eastings"
    case .degrees: "degrees"
    case .swappedDegrees: "swapped degrees"
    case .swappedMetres: "swapped axes"
    case .webMercator: "Web Mercator metres"
    case .origin: "zeros"
    case .other: "other numbers"
    }
  }

  private static func datum(_ datum: CoordinateSystem.Datum) -> String {
    switch datum {
    case .cgcs2000: "CGCS2000"
    case .xian1980: "Xian 1980 西安80"
    case .beijing1954: "Beijing 1954 北京54"
    case .wgs84: "WGS 84"
    case .other(let name): name
    }
  }

  /// The box in degrees of the system's own datum; good to where a map is opened, not to metres.
  static func degrees(_ extent: Extent, _ system: CoordinateSystem) -> PlaceFacts.Box? {
    if system.isGeographic {
      return PlaceFacts.Box(
        west: extent.minX, south: extent.minY, east: extent.maxX, north: extent.maxY)
    }
    let codes =
      switch system.datum {
      case .cgcs2000: [4490]
      case .wgs84: [4326]
      case .xian1980: [4610]
      case .beijing1954: [4214]
      case .other: [4326, 4258]
      }
    for code in codes {
      guard let target = try? CoordinateSystem(epsg: code),
        let transformer = try? CoordinateTransformer(from: system, to: target)
      else { continue }
      var box: Extent?
      for x in [extent.minX, extent.maxX] {
        for y in [extent.minY, extent.maxY] {
          guard let point = try? transformer.transform(x: x, y: y) else { return nil }
          let corner = Extent(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
          if box == nil { box = corner } else { box?.formUnion(corner) }
        }
      }
      return box.map {
        PlaceFacts.Box(west: $0.minX, south: $0.minY, east: $0.maxX, north: $0.maxY)
      }
    }
    return nil
  }

  private static func regions(_ box: PlaceFacts.Box) -> [String] {
    let (x, y) = ((box.west + box.east) / 2, (box.south + box.north) / 2)
    let found = ProvinceBox.known.filter { $0.contains(longitude: x, latitude: y) }.map(\.name)
    if !found.isEmpty { return found }
    return x >= 73 && x <= 136 && y >= 3 && y <= 54 ? [] : ["outside China"]
  }
}
