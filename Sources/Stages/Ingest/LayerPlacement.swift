internal import Geospatial
internal import Inventory
internal import Quality

#if canImport(Glibc)
  internal import Glibc
#endif

/// Whether a layer lies where the 小班 are. A layer in the wrong place says nothing about any of them,
/// and an exclusion zone that meets nobody looks like one that is not there.
struct LayerPlacement: Sendable {
  /// Metres that a layer may keep from all 小班 and still belong to them.
  static let tolerance = 1000.0

  /// Of the files of 小班, in degrees.
  private let boxes: [PlaceFacts.Box]

  init(_ sources: [IngestSource]) {
    boxes = sources.compactMap { Self.box($0.description) }
  }

  /// What `text` wrote.
  init(text: String) {
    boxes = text.split(separator: ";").compactMap { part in
      let numbers = part.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 4 else { return nil }
      return PlaceFacts.Box(
        west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    }
  }

  var text: String {
    boxes.map { "\($0.west) \($0.south) \($0.east) \($0.north)" }.joined(separator: ";")
  }

  private static func box(_ description: LayerDescription) -> PlaceFacts.Box? {
    guard let extent = description.extent, let system = description.coordinates.system else {
      return nil
    }
    return PlaceFinder.degrees(extent, system)
  }

  /// Metres to the nearest file of 小班, where that is too far; nil where the layer is near enough or
  /// nothing is known.
  func distance(_ description: LayerDescription) -> Double? {
    guard let own = Self.box(description),
      let nearest = boxes.map({ Self.metres(own, $0) }).min(), nearest > Self.tolerance
    else { return nil }
    return nearest
  }

  private static func metres(_ a: PlaceFacts.Box, _ b: PlaceFacts.Box) -> Double {
    let degree = 111_320.0
    let east = max(0, max(a.west, b.west) - min(a.east, b.east))
    let north = max(0, max(a.south, b.south) - min(a.north, b.north))
    let latitude = (a.south + b.north) / 2 * .pi / 180
    let (x, y) = (east * degree * cos(latitude), north * degree)
    return (x * x + y * y).squareRoot()
  }

  /// Applies the rule to a layer.
  ///
  /// - Returns: findings of source 0.
  /// - Throws: `IngestStop` where the pipeline does not say otherwise.
  func check(
    _ description: LayerDescription, _ file: SourceFile, _ catalog: RuleCatalog, pipeline: String
  ) throws(IngestStop) -> [Finding] {
    guard let distance = distance(description) else { return [] }
    let shown = "\((distance / 100).rounded() / 10) km"
    let system = description.coordinates.system?.label ?? ""
    var found = SurveyFindings()
    found.add(
      SurveyRules.layerElsewhere, catalog, source: 0, field: "geometry", value: shown,
      detail: "\(file.displayPath) (\(system)) lies \(shown) from the nearest 小班")
    if let stop = found.stops.first {
      throw IngestStop(
        causes: [
          IngestStop.Cause(
            rule: stop.rule, path: file.displayPath, field: stop.field, value: stop.value, count: 1,
            firstRow: -1, codeList: "", detail: stop.detail)
        ], pipeline: pipeline)
    }
    return found.findings
  }
}
