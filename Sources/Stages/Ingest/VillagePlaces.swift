internal import Geometry
internal import Inventory

/// Tells in which village a point lies. Boundaries are cut into level strips, so that a point is
/// compared with the few edges at its height only.
struct VillagePlaces: Sendable {
  private struct Boundary: Sendable {
    var box: Envelope
    var strips: [[Edge]]
  }

  private struct Edge: Sendable {
    var ax: Double
    var ay: Double
    var bx: Double
    var by: Double
  }

  private static let edgesPerStrip = 16

  let codes: [String]
  private var boundaries: [Boundary?] = []
  private var index = KeyIndex()

  /// - Returns: nil where no village has a boundary.
  init?(_ register: VillageRegister) {
    codes = register.villages.map(\.village.code)
    var hasAny = false
    for entry in register.villages {
      index.insert(Array(entry.village.code.utf8)[...])
      let boundary = Self.boundary(entry.boundary)
      if boundary != nil { hasAny = true }
      boundaries.append(boundary)
    }
    if !hasAny { return nil }
  }

  private static func boundary(_ bytes: [UInt8]) -> Boundary? {
    var polygon = PolygonBuffer()
    guard !bytes.isEmpty, (try? WKBReader.read(bytes, into: &polygon)) != nil else { return nil }
    let box = PlanarMeasures.envelope(of: polygon)
    guard !box.isEmpty, box.height > 0 else { return nil }
    let count = max(1, min(1024, polygon.x.count / edgesPerStrip))
    var strips = [[Edge]](repeating: [], count: count)
    func strip(_ y: Double) -> Int {
      min(count - 1, max(0, Int((y - box.minY) / box.height * Double(count))))
    }
    for ring in 0..<polygon.ringCount {
      for point in polygon.points(ofRing: ring).dropFirst() {
        let edge = Edge(
          ax: polygon.x[point - 1], ay: polygon.y[point - 1], bx: polygon.x[point],
          by: polygon.y[point])
        let (low, high) = (strip(min(edge.ay, edge.by)), strip(max(edge.ay, edge.by)))
        for place in low...high { strips[place].append(edge) }
      }
    }
    return Boundary(box: box, strips: strips)
  }

  /// Position of a village that has a boundary; nil without one.
  func position(_ code: ArraySlice<UInt8>) -> Int? {
    index.number(code).flatMap { boundaries[$0] == nil ? nil : $0 }
  }

  func contains(_ village: Int, x: Double, y: Double) -> Bool {
    guard let boundary = boundaries[village], boundary.box.contains(x: x, y: y) else {
      return false
    }
    let count = boundary.strips.count
    let strip = min(
      count - 1, max(0, Int((y - boundary.box.minY) / boundary.box.height * Double(count))))
    var isInside = false
    for edge in boundary.strips[strip] where (edge.ay > y) != (edge.by > y) {
      if x < edge.ax + (y - edge.ay) / (edge.by - edge.ay) * (edge.bx - edge.ax) {
        isInside.toggle()
      }
    }
    return isInside
  }

  /// The first village in the order of codes that holds a point.
  func village(x: Double, y: Double) -> String? {
    codes.indices.first { contains($0, x: x, y: y) }.map { codes[$0] }
  }
}
