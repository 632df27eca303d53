/// One polygon or multi-polygon as flat arrays, made to be filled again and again.
///
/// Rings are closed: their last point repeats the first. The first ring of a part is its shell,
/// the others are its holes, in whatever orientation the source had.
public struct PolygonBuffer: Sendable, Equatable {
  public internal(set) var x: [Double] = []
  public internal(set) var y: [Double] = []
  /// `ringEnds[r]` is where the points of ring `r` stop; it starts where the one before stops.
  public internal(set) var ringEnds: [Int] = []
  /// `partEnds[p]` is where the rings of part `p` stop in `ringEnds`.
  public internal(set) var partEnds: [Int] = []

  public init() {}

  public var isEmpty: Bool { x.isEmpty }
  public var ringCount: Int { ringEnds.count }
  public var partCount: Int { partEnds.count }

  /// Points of a ring, the closing one included.
  public func points(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
  }

  public func rings(ofPart part: Int) -> Range<Int> {
    (part == 0 ? 0 : partEnds[part - 1])..<partEnds[part]
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    partEnds.removeAll(keepingCapacity: true)
  }

  /// Adds a ring; a shell opens a new part, a hole belongs to the last part. An open ring is
  /// closed. A hole without a shell before it is taken for a shell.
  public mutating func appendRing(_ points: some Sequence<(x: Double, y: Double)>, isShell: Bool) {
    let first = x.count
    for point in points {
      x.append(point.x)
      y.append(point.y)
    }
    if x.count > first, x[first] != x[x.count - 1] || y[first] != y[y.count - 1] {
      x.append(x[first])
      y.append(y[first])
    }
    closeRing(isShell: isShell)
  }

  /// Makes a ring of the points added since the last one.
  mutating func closeRing(isShell: Bool) {
    ringEnds.append(x.count)
    if isShell || partEnds.isEmpty {
      partEnds.append(ringEnds.count)
    } else {
      partEnds[partEnds.count - 1] = ringEnds.count
    }
  }

  /// Turns every shell one way and every hole the other.
  /// - Parameter shellsCounterclockwise: true as GeoPackage and GeoJSON want it, false as
  ///   shapefiles want it.
  public mutating func orient(shellsCounterclockwise: Bool) {
    for part in 0..<partCount {
      let rings = rings(ofPart: part)
      for ring in rings {
        let counterclockwise = (ring == rings.lowerBound) == shellsCounterclockwise
        let area = PlanarMeasures.signedArea(ofRing: ring, of: self)
        if area == 0 || (area > 0) == counterclockwise { continue }
        let points = points(ofRing: ring)
        x[points].reverse()
        y[points].reverse()
      }
    }
  }
}
