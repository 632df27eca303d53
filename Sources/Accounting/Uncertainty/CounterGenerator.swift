internal import Glibc

/// Random numbers that are a pure function of (seed, stream, key, draw), with no state between
/// calls: the same draw of the same 小班 is the same on any thread and in any order.
///
/// The function is the output mix of SplitMix64 (Steele, Lea & Flood 2014), applied once to
/// spread the key and once more to the key advanced by the draw.
public struct CounterGenerator: Sendable, Equatable {
  /// What a deviate is for; streams of one key are unrelated.
  public enum Stream: UInt64, Sendable {
    case survey = 1
    case coefficient = 2
    case growthModel = 3
    case village = 4
  }

  private let root: UInt64

  public init(seed: Int, stream: Stream) {
    root = Self.mix(
      Self.mix(UInt64(bitPattern: Int64(seed)) &+ Self.step) &+ stream.rawValue &* Self.step)
  }

  /// The state from which `bits(state:draw:)` counts for one key.
  @inline(__always)
  public func state(key: UInt64) -> UInt64 { Self.mix(root ^ Self.mix(key &+ Self.step)) }

  /// 64 bits of one draw.
  @inline(__always)
  public static func bits(state: UInt64, draw: Int) -> UInt64 {
    mix(state &+ UInt64(truncatingIfNeeded: draw) &* step)
  }

  /// A normal deviate with mean 0 and variance 1 (Box & Muller 1958).
  public func normal(key: UInt64, draw: Int) -> Double {
    let state = state(key: key)
    let one = Self.bits(state: state, draw: 2 * draw)
    let two = Self.bits(state: state, draw: 2 * draw + 1)
    // In (0, 1), so that the logarithm is finite.
    let radius = (Double(one >> 11) + 0.5) * 0x1p-53
    let angle = Double(two >> 11) * 0x1p-53
    return (-2 * log(radius)).squareRoot() * cos(2 * Double.pi * angle)
  }

  /// A number for a text that is the same in every run (FNV-1a, spread by the mix).
  public static func key(of text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(hash)
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
