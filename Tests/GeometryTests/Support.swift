import Geometry

/// SplitMix64: small, seeded, the same everywhere.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes a polygon from parts of rings of points; the first ring of a part is its shell.
func polygon(_ parts: [[[(Double, Double)]]]) -> PolygonBuffer {
  var buffer = PolygonBuffer()
  for part in parts {
    for (index, ring) in part.enumerated() {
      buffer.appendRing(ring.map { (x: $0.0, y: $0.1) }, isShell: index == 0)
    }
  }
  return buffer
}

func polygon(_ shell: [(Double, Double)], holes: [[(Double, Double)]] = []) -> PolygonBuffer {
  polygon([[shell] + holes])
}

func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [(Double, Double)] {
  [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
}

func column(_ polygons: [PolygonBuffer]) -> WKBColumn {
  var column = WKBColumn()
  for polygon in polygons { column.append(polygon) }
  return column
}

extension [UInt8] {
  /// Well-known binary by hand, for layouts our own writer does not make.
  mutating func put(word value: UInt32, bigEndian: Bool) {
    let bits = bigEndian ? value.bigEndian : value.littleEndian
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }

  mutating func put(_ value: Double, bigEndian: Bool) {
    let bits = bigEndian ? value.bitPattern.bigEndian : value.bitPattern.littleEndian
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }
}

/// A star-shaped ring with whole-number vertices around a centre, all in different directions;
/// rounding may still make it touch itself if the radii are small.
func star(
  around centre: (Int, Int), radii: ClosedRange<Int>, count: Int, dice: inout Dice
) -> [(Double, Double)] {
  // Directions by increasing angle without a trigonometric function: along the border of a square.
  var places: Set<Int> = []
  while places.count < count { places.insert(Int.random(in: 0..<8000, using: &dice)) }
  return places.sorted().map { place in
    let side = place / 2000
    let along = Double(place % 2000) / 1000 - 1
    let radius = Double(Int.random(in: radii, using: &dice))
    let (dx, dy): (Double, Double) =
      switch side {
      case 0: (1, along)
      case 1: (-along, 1)
      case 2: (-1, -along)
      default: (along, -1)
      }
    return (
      Double(centre.0) + (dx * radius).rounded(), Double(centre.1) + (dy * radius).rounded()
    )
  }
}
