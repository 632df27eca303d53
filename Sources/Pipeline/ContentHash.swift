internal import Glibc

/// A fast 256-bit digest that tells whether a file is still the same.
///
/// A cold run would spend more time on SHA-256 than on reading a county. This is no protection
/// against forgery, which published digests (SHA-256) are for; it notices change. The content is
/// cut into segments, so that several threads can read one file; in each, four lanes take the 64-bit
/// words in turn. Each step is a bijection of the lane's state and of the word, so a change of one
/// word is never missed, and other changes are missed once in 2⁶⁴.
struct ContentHash {
  private typealias Lanes = (UInt64, UInt64, UInt64, UInt64)

  /// Bytes after which the lanes start anew.
  static let segment = 1 << 22

  private static let start: Lanes = (
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5
  )

  private var lanes = Self.start
  /// What the lanes of the segments so far ended with.
  private var ended: [UInt8] = []
  /// Bytes of this segment that the lanes took.
  private var taken = 0
  /// Bytes that do not fill a step yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  init() {}

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var start = 0
    while start < bytes.count {
      let space = Self.segment - taken - rest.count
      let end = min(bytes.count, start + space)
      fill(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      if end - start == space { endSegment() }
      start = end
    }
  }

  /// The digest of everything given so far.
  consuming func finalize() -> Digest {
    if taken + rest.count > 0 || length == 0 { endSegment() }
    return Self.digest(segments: ended, length: length)
  }

  /// The digest of a file's content, read in pieces.
  /// - Parameters:
  ///   - threads: how many read the file; the digest is the same for any number.
  ///   - interruption: polled for every piece.
  static func digest(
    file path: String, threads: Int = 1, interruption: Interruption? = nil
  ) throws -> Digest {
    let file = try FileDescriptor(path: path, flags: O_RDONLY)
    let bytes = try file.stamp().bytes
    let count = (Int(bytes) + segment - 1) / segment
    guard threads > 1, count > 1 else {
      var hash = ContentHash()
      try FileDescriptor.read(path, interruption: interruption) { hash.update($0) }
      return hash.finalize()
    }
    let number = file.number
    let ends = try Workers.map(
      count: count, threads: threads, interruption: interruption ?? Interruption()
    ) { item in
      var hash = ContentHash()
      let start = item * segment
      try FileDescriptor.read(
        number, path, start..<min(start + segment, Int(bytes))
      ) { hash.update($0) }
      if hash.taken + hash.rest.count > 0 { hash.endSegment() }
      return hash.ended
    }
    _ = consume file
    return digest(segments: ends.flatMap(\.self), length: UInt64(bytes))
  }

  private static func digest(segments: [UInt8], length: UInt64) -> Digest {
    // Spreads what one lane saw over all digits.
    SHA256.digest(segments + withUnsafeBytes(of: length.littleEndian) { Array($0) })
  }

  /// Takes bytes of one segment.
  private mutating func fill(_ bytes: UnsafeRawBufferPointer) {
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

  private mutating func endSegment() {
    if !rest.isEmpty {
      let block = rest + [UInt8](repeating: 0, count: 32 - rest.count)
      block.withUnsafeBytes { take($0) }
      rest.removeAll(keepingCapacity: true)
    }
    for word in [lanes.0, lanes.1, lanes.2, lanes.3] {
      withUnsafeBytes(of: word.littleEndian) { ended.append(contentsOf: $0) }
    }
    lanes = Self.start
    taken = 0
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
    taken += bytes.count
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// A bijection: multiplying by an odd number moves differences up, the shift moves them down.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xBF58_476D_1CE4_E5B9
    return product ^ (product &>> 32)
  }
}
