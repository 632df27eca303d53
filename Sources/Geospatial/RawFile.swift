internal import CGDAL
internal import Glibc

/// A file read piece by piece, on disk or inside a ZIP archive.
///
/// Pieces are copied rather than mapped: a mapped file that somebody cuts short at that moment
/// would end the process instead of throwing.
struct RawFile: ~Copyable {
  /// Length in bytes when the file was opened.
  let size: Int
  private let handle: UnsafeMutablePointer<VSILFILE>

  enum Failure: Error {
    case cannotOpen
    case isFolder
    /// The bytes from here on cannot be had: the file was cut short or its archive is broken.
    case cutShort(at: Int)
  }

  init(_ path: String) throws(Failure) {
    if ZipPath.archive(of: path) == nil, !path.hasPrefix("/vsimem/") {
      var info = stat()
      guard stat(path, &info) == 0 else { throw .cannotOpen }
      // A pipe would keep us waiting for a writer.
      guard info.st_mode & S_IFMT == S_IFREG else { throw .isFolder }
    }
    guard let handle = VSIFOpenL(path, "rb") else { throw .cannotOpen }
    self.handle = handle
    size = VSIFSeekL(handle, 0, SEEK_END) == 0 ? Int(VSIFTellL(handle)) : 0
  }

  deinit { VSIFCloseL(handle) }

  /// The bytes of `range`, which must lie in the file.
  func bytes(_ range: Range<Int>) throws(Failure) -> [UInt8] {
    guard range.upperBound <= size else { throw .cutShort(at: size) }
    guard !range.isEmpty else { return [] }
    guard VSIFSeekL(handle, vsi_l_offset(range.lowerBound), SEEK_SET) == 0 else {
      throw .cutShort(at: range.lowerBound)
    }
    let handle = self.handle
    var read = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      read = Int(VSIFReadL(buffer.baseAddress, 1, range.count, handle))
      count = read
    }
    guard read == range.count else { throw .cutShort(at: range.lowerBound + read) }
    return bytes
  }

  /// The first bytes of the file, fewer where it is shorter.
  func prefix(_ count: Int) throws(Failure) -> [UInt8] { try bytes(0..<min(count, size)) }
}

/// Numbers as file headers store them.
extension [UInt8] {
  func bigEndian32(_ offset: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(self[offset + $1]) }
  }

  func littleEndian32(_ offset: Int) -> Int {
    (0..<4).reversed().reduce(0) { $0 << 8 | Int(self[offset + $1]) }
  }

  func littleEndian16(_ offset: Int) -> Int {
    Int(self[offset]) | Int(self[offset + 1]) << 8
  }
}
