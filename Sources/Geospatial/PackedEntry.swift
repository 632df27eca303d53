internal import CGDAL

/// An entry of a zip archive, packed: the costly part of writing it, which several threads can do for
/// several entries.
public struct PackedEntry: Sendable {
  /// With `/` between folders.
  let name: String
  /// Of the content.
  let checksum: UInt32
  /// Bytes of the content.
  let size: Int
  /// As the archive stores it.
  let data: [UInt8]
  let isDeflated: Bool

  public init(_ name: String, _ content: [UInt8]) {
    self.name = name
    checksum = CyclicRedundancyCheck.checksum(content)
    size = content.count
    let packed = Self.deflate(content)
    data = packed ?? content
    isDeflated = packed != nil
  }

  /// The deflated content, or nil if it would not be shorter.
  private static func deflate(_ content: [UInt8]) -> [UInt8]? {
    guard content.count > 16 else { return nil }
    var size = 0
    guard let packed = CPLZLibDeflate(content, content.count, 6, nil, 0, &size) else { return nil }
    defer { VSIFree(packed) }
    // Between the two-byte header and the four-byte checksum of zlib lies plain deflate.
    guard size > 6, size - 6 < content.count else { return nil }
    return Array(UnsafeRawBufferPointer(start: packed + 2, count: size - 6))
  }
}
