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
    /// Planar area of the polygon as delivered, in the units of the coordinates, squared.
    var areaBefore: Double
    /// Of what was made of it; 0 where nothing of area is left.
    var areaAfter: Double

    /// Both areas as hectares with four decimals.
    var detail: String {
      "\(Self.hectares(areaBefore)) ha as delivered, \(Self.hectares(areaAfter)) ha rebuilt"
    }

    private static func hectares(_ squareMetres: Double) -> String {
      "\(squareMetres.rounded() / 10_000)"
    }
  }

  private var filter = SelfCrossingFilter()
  private let engine = GeometryEngine()

  /// The same polygons, those that were invalid rebuilt.
  mutating func repaired(_ geometry: WKBColumn) throws -> (WKBColumn, [Repair]) {
    var repairs: [Repair] = []
    var replacements: [Int: [UInt8]] = [:]
    for row in try filter.suspects(in: geometry) {
      guard let validity = engine.validity(geometry[row]), !validity.isValid else { continue }
      let rebuilt = engine.makeValid(geometry[row], method: .structure) ?? []
      repairs.append(
        Repair(
          row: row, reason: validity.reason, areaBefore: engine.area(geometry[row]) ?? .nan,
          areaAfter: rebuilt.isEmpty ? 0 : engine.area(rebuilt) ?? .nan))
      replacements[row] = rebuilt
    }
    guard !replacements.isEmpty else { return (geometry, []) }
    var result = WKBColumn()
    result.reserve(rows: geometry.count, bytesPerRow: geometry.bytes.count / geometry.count)
    for row in 0..<geometry.count {
      if let rebuilt = replacements[row] {
        result.append(rebuilt)
      } else {
        result.append(geometry[row])
      }
    }
    return (result, repairs)
  }
}
