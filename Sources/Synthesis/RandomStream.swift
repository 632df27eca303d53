/// A short run of draws that belongs to one thing, such as a stand or a certificate.
struct RandomStream {
  private var state: UInt64

  init(_ noise: Noise, _ a: Int, _ b: Int = 0, _ c: Int = 0) { state = noise.bits(a, b, c) }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Noise.mix(state)
  }

  /// In [0, 1).
  mutating func unit() -> Double { Double(bits() >> 11) * 0x1p-53 }
  /// In [-1, 1).
  mutating func signed() -> Double { unit() * 2 - 1 }
  mutating func below(_ bound: Int) -> Int { Int(bits() >> 1) % max(bound, 1) }
  mutating func happens(_ share: Double) -> Bool { unit() < share }
  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }
  mutating func among<T>(_ values: [T]) -> T { values[below(values.count)] }

  /// Position in a list of weights.
  mutating func weighted(_ weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return position }
    }
    return weights.count - 1
  }
}
