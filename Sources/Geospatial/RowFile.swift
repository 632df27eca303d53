internal import CGDAL
internal import Glibc

/// A file of which stretches are read. Not mapped: a file that somebody cuts short meanwhile is a
/// short read here and would be a crash there.
struct RowFile: ~Copyable {
  private let descriptor: Int32
  let size: Int

  init?(_ path: String) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    var info = stat()
    guard fstat(opened, &info) == 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  /// Nil where the file does not have all of the bytes.
  func read(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= size else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, UnsafeMutableRawPointer(buffer.baseAddress.map { $0 + count }),
          range.count - count, range.lowerBound + count)
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          return
        }
      }
    }
    return bytes.count == range.count ? bytes : nil
  }
}
