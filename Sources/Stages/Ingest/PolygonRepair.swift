internal import Geometry
internal import Geospatial

/// Rebuilds polygons that cross themselves, so that areas and overlays of them mean something.
///
/// A filter finds suspects with exact integer predicates several times faster than GEOS; GEOS
/// decides about those and rebuilds them (MakeValid, method "structure": what a ring encloses is
/// land whatever its direction). Both areas are told, because the two may differ.
struct PolygonRepair: Sendable {
  /// A polygon that was rebuilt.
  struct Repair: Sendable, Equatable {
    var row: Int
    /// What GEOS finds wrong and where.
    var reason: String
    /// As delivered: shells less holes, where they cross counted as they run.
    var hectaresBefore: Double
    /// Of what was made of it; 0 where nothing of area is left.
    var hectaresAfter: Double

    /// Both areas to square metres.
    var detail: String {
      "\(Self.rounded(hectaresBefore)) ha as delivered, \(Self.rounded(hectaresAfter)) ha rebuilt"
    }

    private static func rounded(_ hectares: Double) -> Double {
      (hectares * 10_000).rounded() / 10_000
    }
  }

  private let measure: AreaMeasure
  private var filter = SelfCrossingFilter()
  private let engine = GeometryEngine()

  /// - Parameter measure: of the system that the polygons are in.
  init(_ measure: AreaMeasure) { self.measure = measure }

  /// The same polygons, those that were invalid rebuilt.
  mutating func repaired(_ geometry: WKBColumn) throws -> (WKBColumn, [Repair]) {
    var repairs: [Repair] = []
    var replacements: [(row: Int, geometry: [UInt8])] = []
    for row in try filter.suspects(in: geometry) {
      guard let validity = engine.validity(geometry[row]), !validity.isValid else { continue }
      let rebuilt = engine.makeValid(geometry[row], method: .structure) ?? []
      var pair = WKBColumn()
      pair.append(geometry[row])
      pair.append(rebuilt)
      let areas = try measure.hectares(pair)
      repairs.append(
        Repair(
          row: row, reason: validity.reason, hectaresBefore: areas[0], hectaresAfter: areas[1]))
      replacements.append((row, rebuilt))
    }
    guard !replacements.isEmpty else { return (geometry, []) }
    var result = WKBColumn()
    // A little more, because what is rebuilt has more vertices.
    result.reserve(rows: geometry.count, bytesPerRow: geometry.bytes.count / geometry.count + 16)
    var next = 0
    for (row, rebuilt) in replacements {
      result.append(next..<row, of: geometry)
      result.append(rebuilt)
      next = row + 1
    }
    result.append(next..<geometry.count, of: geometry)
    return (result, repairs)
  }
}
