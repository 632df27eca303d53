/// Finds the rings around a connected set of cells: borders between two cells of the set cancel.
struct OutlineTracer {
  let lattice: CellLattice
  /// For each cell the number of the set in which it was last a member.
  private var member: [UInt32]
  private var current: UInt32 = 0
  private var visited: [UInt8]

  init(lattice: CellLattice) {
    self.lattice = lattice
    member = [UInt32](repeating: 0, count: lattice.count)
    visited = [UInt8](repeating: 0, count: lattice.count)
  }

  /// Rings of the set, each given once with its first point repeated at the end: the outer ring
  /// first and counterclockwise, holes after it and clockwise.
  mutating func rings(_ cells: [Int], every: Int = 1) -> [[CellLattice.Point]] {
    current += 1
    for cell in cells {
      member[cell] = current
      visited[cell] = 0
    }
    var rings: [[CellLattice.Point]] = []
    for cell in cells {
      for side in 0..<6 where visited[cell] & (1 << UInt8(side)) == 0 {
        if member[lattice.neighbour(cell, side)] == current { continue }
        let ring = ring(from: cell, side, every)
        if Self.doubleArea(ring) > 0 { rings.insert(ring, at: 0) } else { rings.append(ring) }
      }
    }
    return rings
  }

  private mutating func ring(from first: Int, _ firstSide: Int, _ every: Int)
    -> [CellLattice.Point]
  {
    var ring: [CellLattice.Point] = []
    var cell = first
    var side = firstSide
    repeat {
      visited[cell] |= 1 << UInt8(side)
      lattice.appendSide(side, of: cell, every: every, to: &ring)
      let following = (side + 1) % 6
      let beyond = lattice.neighbour(cell, following)
      if member[beyond] == current {
        // Three cells meet at the corner; the border goes on between `beyond` and the outside.
        cell = beyond
        side = (side + 5) % 6
      } else {
        side = following
      }
    } while cell != first || side != firstSide
    ring.append(ring[0])
    return ring
  }

  /// Twice the signed area of a closed ring, m², positive when counterclockwise.
  static func doubleArea(_ ring: [CellLattice.Point]) -> Double {
    guard let start = ring.first else { return 0 }
    var sum = 0.0
    for i in 1..<ring.count {
      sum +=
        (ring[i - 1].x - start.x) * (ring[i].y - start.y)
        - (ring[i].x - start.x) * (ring[i - 1].y - start.y)
    }
    return sum
  }

  /// Area of a polygon given by its rings, m².
  static func area(_ rings: [[CellLattice.Point]]) -> Double {
    rings.reduce(0) { $0 + doubleArea($1) } / 2
  }
}
