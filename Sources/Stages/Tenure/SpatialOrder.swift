internal import Geometry

/// An order of boxes in which neighbours on the ground mostly follow one another: along a Z-curve
/// through the middles of the boxes. Source: Morton, "A computer oriented geodetic data base and a
/// new technique in file sequencing", IBM 1966.
enum SpatialOrder {
  /// The positions of all boxes; empty ones come first.
  static func positions(_ boxes: [Envelope]) -> [Int] {
    let all = Envelope(union: boxes)
    let last = Double(UInt16.max)
    func step(_ middle: Double, _ first: Double, _ size: Double) -> UInt64 {
      size > 0 ? UInt64(min(last, max(0, (middle - first) / size * last))) : 0
    }
    // The position settles ties.
    let keys = boxes.enumerated().map { position, box -> (key: UInt64, position: Int) in
      if box.isEmpty { return (0, position) }
      let x = step((box.minX + box.maxX) / 2, all.minX, all.width)
      let y = step((box.minY + box.maxY) / 2, all.minY, all.height)
      return (spread(x) | spread(y) << 1, position)
    }
    return keys.sorted(by: <).map(\.position)
  }

  /// The sixteen bits of a number, each followed by a blank one.
  private static func spread(_ number: UInt64) -> UInt64 {
    var bits = number
    for (shift, mask) in [
      (8, 0x00FF_00FF), (4, 0x0F0F_0F0F), (2, 0x3333_3333), (1, 0x5555_5555),
    ] as [(UInt64, UInt64)] {
      bits = (bits | bits << shift) & mask
    }
    return bits
  }
}
