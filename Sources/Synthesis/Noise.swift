/// Numbers that look random and depend on nothing but their arguments: integer hashing, and the
/// four operations on doubles, so that every machine gives the same last bit.
struct Noise: Sendable, Equatable {
  let seed: UInt64

  init(seed: UInt64) { self.seed = Noise.mix(seed &+ 0x9E37_79B9_7F4A_7C15) }

  /// A stream of its own for another purpose.
  func keyed(_ key: UInt64) -> Noise { Noise(seed: seed ^ Noise.mix(key &+ 0x632B_E59B_D9B4_E019)) }

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always)
  func bits(_ a: Int, _ b: Int = 0, _ c: Int = 0) -> UInt64 {
    var h = Noise.mix(seed ^ (UInt64(bitPattern: Int64(a)) &* 0x9E37_79B9_7F4A_7C15))
    h = Noise.mix(h ^ (UInt64(bitPattern: Int64(b)) &* 0xC2B2_AE3D_27D4_EB4F))
    return Noise.mix(h &+ (UInt64(bitPattern: Int64(c)) &* 0x1656_67B1_9E37_79F9))
  }

  /// In [0, 1).
  @inline(__always)
  func unit(_ a: Int, _ b: Int = 0, _ c: Int = 0) -> Double {
    Double(bits(a, b, c) >> 11) * 0x1p-53
  }

  /// In [-1, 1).
  @inline(__always)
  func signed(_ a: Int, _ b: Int = 0, _ c: Int = 0) -> Double { unit(a, b, c) * 2 - 1 }

  /// In 0 ..< bound.
  func below(_ bound: Int, _ a: Int, _ b: Int = 0, _ c: Int = 0) -> Int {
    Int(bits(a, b, c) >> 1) % max(bound, 1)
  }

  /// Smooth in x and y, wavelength 2 or so, in [-1, 1).
  func smooth(_ x: Double, _ y: Double) -> Double {
    let fx = x.rounded(.down)
    let fy = y.rounded(.down)
    let column = Int(fx)
    let row = Int(fy)
    let u = (x - fx) * (x - fx) * (3 - 2 * (x - fx))
    let v = (y - fy) * (y - fy) * (3 - 2 * (y - fy))
    let south = signed(column, row) * (1 - u) + signed(column + 1, row) * u
    let north = signed(column, row + 1) * (1 - u) + signed(column + 1, row + 1) * u
    return south * (1 - v) + north * v
  }

  /// Several octaves of `smooth`, in about [-1, 1].
  func fractal(_ x: Double, _ y: Double) -> Double {
    (smooth(x, y) * 4 + smooth(x * 2.1 + 17, y * 2.1 + 5) * 2
      + smooth(x * 4.3 + 31, y * 4.3 + 11)) / 7
  }
}
