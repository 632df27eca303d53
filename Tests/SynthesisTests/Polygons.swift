import Geometry
import Synthesis

/// A corner in whole millimetres, so that sums of areas are exact.
struct Corner: Hashable {
  var x: Int
  var y: Int
}

struct DirectedEdge: Hashable {
  var from: Corner
  var to: Corner
  var reversed: DirectedEdge { DirectedEdge(from: to, to: from) }
}

/// A second reader of well-known binary, written for the tests alone.
struct Polygons {
  var parts: [[[Corner]]] = []
  private var bytes: ArraySlice<UInt8>

  init(_ table: SyntheticTable, _ row: Int) {
    bytes = table.geometry[row]
    guard !bytes.isEmpty else { return }
    let count = kind(at: bytes.startIndex + 1) == 6 ? header() : 1
    for _ in 0..<count {
      let rings = header()
      parts.append((0..<rings).map { _ in ring() })
    }
  }

  private func kind(at position: Int) -> UInt8 { bytes[position] }

  private mutating func header() -> Int {
    bytes = bytes.dropFirst(5)
    return Int(integer(4))
  }

  private mutating func integer(_ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for (place, byte) in bytes.prefix(width).enumerated() { value |= UInt64(byte) << (8 * place) }
    bytes = bytes.dropFirst(width)
    return value
  }

  private mutating func ring() -> [Corner] {
    (0..<Int(integer(4))).map { _ in
      let x = Double(bitPattern: integer(8))
      let y = Double(bitPattern: integer(8))
      // The origin is near the county's middle; that keeps products within 64 bits.
      return Corner(
        x: Int((x * 1000).rounded()) - 38_632_000_000, y: Int((y * 1000).rounded()) - 2_668_000_000)
    }
  }

  var rings: [[Corner]] { parts.flatMap { $0 } }

  /// Twice the area, mm², holes deducted.
  var doubleArea: Int { rings.reduce(0) { $0 + Self.doubleArea($1) } }
  var hectares: Double { Double(doubleArea) / 2e10 }

  static func doubleArea(_ ring: [Corner]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  var edges: [DirectedEdge] {
    rings.flatMap { zip($0, $0.dropFirst()).map { DirectedEdge(from: $0, to: $1) } }
  }

  /// Whether no two line pieces of any rings meet, except neighbours in their common corner.
  var isSimple: Bool {
    let all = edges
    for i in all.indices {
      for j in all.indices where j > i {
        let (a, b) = (all[i], all[j])
        let follows = a.to == b.from || b.to == a.from
        if follows {
          // Neighbours may only touch; folding back onto the other would be a spike.
          let (p, q, r) = a.to == b.from ? (a.from, a.to, b.to) : (b.from, b.to, a.to)
          if Self.turn(p, q, r) == 0 && (p.x - q.x) * (r.x - q.x) + (p.y - q.y) * (r.y - q.y) > 0 {
            return false
          }
          continue
        }
        if Self.meet(a, b) { return false }
      }
    }
    return true
  }

  private static func turn(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
    ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
  }

  private static func meet(_ a: DirectedEdge, _ b: DirectedEdge) -> Bool {
    if max(a.from.x, a.to.x) < min(b.from.x, b.to.x) { return false }
    if max(b.from.x, b.to.x) < min(a.from.x, a.to.x) { return false }
    if max(a.from.y, a.to.y) < min(b.from.y, b.to.y) { return false }
    if max(b.from.y, b.to.y) < min(a.from.y, a.to.y) { return false }
    return turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) <= 0
      && turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) <= 0
  }
}
