internal import Geometry
internal import Geospatial
internal import Inventory
internal import Mapping
internal import Quality

/// What opening a file told, for the rules about whole files.
extension FileFacts {
  init(_ description: LayerDescription, _ binding: ColumnBinding) {
    self.init()
    if let system = description.coordinates.system, case .other(let name) = system.datum {
      assumedSystem = "\(system.label): \(name)"
    }
    if description.coordinates.isDatumAssumed {
      assumedSystem = description.coordinates.system?.label
    }
    wrongClaims = description.encoding.overruled.map(Self.claim)
    encoding = description.encoding.encoding.rawValue
    let used = Set(binding.columnsToRead)
    cutNames = description.fields.enumerated()
      .filter { used.contains($0.offset) && $0.element.isNameCut }.map(\.element.name)
    guard description.geometry != .none, let system = description.coordinates.system,
      let extent = description.extent
    else { return }
    if let box = PlaceFinder.degrees(extent, system) {
      middle = ((box.west + box.east) / 2, (box.south + box.north) / 2)
    }
    mapAreas = Self.areasByMap(
      system, extent, unit: binding.mapping["area"]?.areaUnit ?? .hectare)
  }

  private static func claim(_ evidence: EncodingDecision.Evidence) -> String {
    switch evidence {
    case .cpgFile(let value): ".cpg \(value)"
    case .languageByte(let byte): "language byte 0x" + String(byte, radix: 16, uppercase: true)
    default: "\(evidence)"
    }
  }

  /// What an area column would hold if it was measured in the map's own units, where these are no
  /// measure of the ground: in degrees, and in projections that swell by more than a twentieth.
  private static func areasByMap(
    _ system: CoordinateSystem, _ extent: Extent, unit: AreaUnit
  ) -> [MapArea] {
    let side = system.isGeographic ? 1e-3 : 10.0
    let (x, y) = ((extent.minX + extent.maxX) / 2, (extent.minY + extent.maxY) / 2)
    var polygon = PolygonBuffer()
    polygon.appendRing(
      [(x, y), (x + side, y), (x + side, y + side), (x, y + side)].map { (x: $0.0, y: $0.1) },
      isShell: true)
    var column = WKBColumn()
    column.append(polygon)
    guard let ground = try? AreaMeasure(system).hectares(column).first, ground > 0 else {
      return []
    }
    let mapped = side * side
    let read = MapArea(
      meaning: system.isGeographic ? "square degrees" : "square metres of \(system.label)",
      ratio: unit.hectares(mapped) / ground)
    if system.isGeographic { return [read] }
    let hectares = mapped * system.metresPerUnit * system.metresPerUnit / 10_000
    guard abs(hectares / ground - 1) > 0.05 else { return [] }
    return [
      read, MapArea(meaning: "hectares of \(system.label)", ratio: hectares / ground),
    ]
  }
}
