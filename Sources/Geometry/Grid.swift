/// Exact predicates on grid coordinates, with every polygon moved by its own infinitesimal step.
///
/// Coordinates are below 2³¹, so differences fit 32 bits, products 62 and their difference 63:
/// nothing here can overflow, which is why the arithmetic does not check for it.
///
/// Polygon number m of an overlay is moved by m·(ε, ε²), ε infinitely small. Then no vertex lies
/// on another polygon's edge and no two edges overlap: shared borders, touching vertices and
/// duplicates are ordinary cases, and all answers belong to one consistent arrangement. Source:
/// Edelsbrunner, Mücke, "Simulation of simplicity", ACM Transactions on Graphics 9 (1990) 66–104.
enum Grid {
  /// Twice the signed area of the triangle a, b, p: positive if p lies to the left of a→b.
  @inline(__always)
  static func cross(
    _ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32, _ px: Int32, _ py: Int32
  ) -> Int64 {
    let dx = Int64(bx) &- Int64(ax)
    let dy = Int64(by) &- Int64(ay)
    return dx &* (Int64(py) &- Int64(ay)) &- dy &* (Int64(px) &- Int64(ax))
  }

  /// Whether p lies to the left of a→b, given their `cross` and whether p's polygon is moved
  /// further (`ahead`) than that of the edge. The edge has a length.
  ///
  /// Moving p by ±(ε, ε²) changes the cross product by ±(dx·ε² − dy·ε).
  @inline(__always)
  static func isLeft(
    _ cross: Int64, _ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32, ahead: Bool
  ) -> Bool {
    if cross != 0 { return cross > 0 }
    return by != ay ? (by < ay) == ahead : (bx > ax) == ahead
  }

  /// Whether a vertex lies above a point on the same scale, if the point is moved up (`ahead`)
  /// or down by an infinitesimal step.
  @inline(__always)
  static func isAbove(_ vertexY: Int32, _ y: Int32, ahead: Bool) -> Bool {
    ahead ? vertexY > y : vertexY >= y
  }

  /// Whether edge a→b crosses edge c→d of another polygon, if the first edge's polygon is moved
  /// further (`ahead`) or less far than the second's.
  @inline(__always)
  static func crosses(
    _ ax: Int32, _ ay: Int32, _ bx: Int32, _ by: Int32, _ cx: Int32, _ cy: Int32, _ dx: Int32,
    _ dy: Int32, ahead: Bool
  ) -> Bool {
    let a = isLeft(cross(cx, cy, dx, dy, ax, ay), cx, cy, dx, dy, ahead: ahead)
    let b = isLeft(cross(cx, cy, dx, dy, bx, by), cx, cy, dx, dy, ahead: ahead)
    if a == b { return false }
    let c = isLeft(cross(ax, ay, bx, by, cx, cy), ax, ay, bx, by, ahead: !ahead)
    let d = isLeft(cross(ax, ay, bx, by, dx, dy), ax, ay, bx, by, ahead: !ahead)
    return c != d
  }
}
