/// Changes of bytes that are the same in every run (SplitMix64).
struct FuzzDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// Bytes that mean something somewhere.
  private static let telling: [UInt8] = [
    0, 1, 3, 6, 0x0A, 0x0D, 0x20, 0x22, 0x2A, 0x2C, 0x2D, 0x2E, 0x30, 0x5B, 0x5C, 0x7B, 0x7F, 0x80,
    0x81, 0xA0, 0xE0, 0xFE, 0xFF,
  ]

  /// One change: a byte, a bit, a piece cut out, doubled or taken from another input.
  mutating func change(_ bytes: inout [UInt8], with other: [UInt8]) {
    let place = below(bytes.count + 1)
    let length = min(below(16) + 1, bytes.count - place)
    switch below(6) {
    case 0 where place < bytes.count: bytes[place] = Self.telling[below(Self.telling.count)]
    case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4:
      let from = below(other.count + 1)
      bytes.insert(contentsOf: other[from..<min(from + below(32), other.count)], at: place)
    default: bytes.insert(Self.telling[below(Self.telling.count)], at: place)
    }
  }
}
