internal import Glibc

/// A fast 256-bit digest that tells whether a file is still the same.
///
/// A cold run would spend more time on SHA-256 than on reading a county. This is no protection
/// against forgery, which published digests (SHA-256) are for; it notices change. Four lanes take
/// the file's 64-bit words in turn. Each step is a bijection of the lane's state and of the word, so
/// a change of one word is never missed, and other changes are missed once in 2⁶⁴.
struct ContentHash {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5
  )
  /// Bytes that do not fill a step yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  init() {}

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(32 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<start])
      guard rest.count == 32 else { return }
      let block = rest
      block.withUnsafeBytes { take($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) / 32 * 32
    if whole > 0 { take(UnsafeRawBufferPointer(rebasing: bytes[start..<start + whole])) }
    rest.append(contentsOf: bytes[(start + whole)...])
  }

  /// The digest of everything given so far.
  consuming func finalize() -> Digest {
    let count = length
    if !rest.isEmpty {
      let padding = [UInt8](repeating: 0, count: 32 - rest.count)
      padding.withUnsafeBytes { update($0) }
    }
    var bytes: [UInt8] = []
    for word in [lanes.0, lanes.1, lanes.2, lanes.3, count] {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    // Spreads what one lane saw over all digits.
    return SHA256.digest(bytes)
  }

  /// The digest of a file's content, read in pieces.
  /// - Parameter interruption: polled for every piece.
  static func digest(file path: String, interruption: Interruption? = nil) throws -> Digest {
    var hash = ContentHash()
    try FileDescriptor.read(path, interruption: interruption) { hash.update($0) }
    return hash.finalize()
  }

  /// Consumes whole steps of 32 bytes.
  private mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = lanes
    for start in stride(from: 0, to: bytes.count, by: 32) {
      a = Self.mixed(a ^ Self.word(bytes, start))
      b = Self.mixed(b ^ Self.word(bytes, start &+ 8))
      c = Self.mixed(c ^ Self.word(bytes, start &+ 16))
      d = Self.mixed(d ^ Self.word(bytes, start &+ 24))
    }
    lanes = (a, b, c, d)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014), a bijection.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
