internal import Glibc
internal import Synchronization

/// Bytes put aside on disk while a stage runs. The file has no name once it is open, so nothing
/// is left of it however the run ends.
public final class ScratchFile: Sendable {
  private let descriptor: FileDescriptor
  private let length = Mutex(0)

  /// - Parameter folder: where the disk has room, such as the stage's own folder.
  public init(in folder: String) throws(FileError) {
    let path = folder + "/scratch-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    descriptor = try FileDescriptor(path: path, flags: O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
    _ = unlink(path)
  }

  /// Puts bytes at the end; by one thread at a time.
  ///
  /// - Returns: where they start.
  public func append(_ bytes: [UInt8]) throws(FileError) -> Int {
    try descriptor.write(bytes)
    return length.withLock { length in
      defer { length += bytes.count }
      return length
    }
  }

  /// Reads bytes that were appended; by any number of threads.
  public func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor.number, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          failure = .last(.read, descriptor.path)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
