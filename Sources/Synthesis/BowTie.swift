/// Makes a ring cross itself.
enum BowTie {
  /// Turns a run of points around so that the two line pieces at its ends cross; `nil` where no
  /// run gives a sure crossing.
  ///
  /// Turning p₁ … p₂ in … p₀ p₁ … p₂ p₃ … replaces p₀p₁ and p₂p₃ by p₀p₂ and p₁p₃, the diagonals
  /// of the quadrangle p₀p₁p₂p₃, which cross when it is convex.
  static func tied(_ ring: [CellLattice.Point]) -> [CellLattice.Point]? {
    let points = ring.count - 1
    for length in [points / 3, points / 4, points / 6, 3, 2] where length >= 2 {
      for first in 1..<max(points - length, 2) {
        let last = first + length - 1
        guard last + 1 < points else { break }
        let quadrangle = [ring[first - 1], ring[first], ring[last], ring[last + 1]]
        guard isConvex(quadrangle) else { continue }
        var tied = ring
        tied[first...last].reverse()
        return tied
      }
    }
    return nil
  }

  private static func isConvex(_ points: [CellLattice.Point]) -> Bool {
    var signs: [Bool] = []
    for i in 0..<4 {
      let (a, b, c) = (points[i], points[(i + 1) % 4], points[(i + 2) % 4])
      let turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
      // A turn of less than a square metre may vanish in rounding.
      if abs(turn) < 1 { return false }
      signs.append(turn > 0)
    }
    return signs.allSatisfy { $0 == signs[0] }
  }
}
