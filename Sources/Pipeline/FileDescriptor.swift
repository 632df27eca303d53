internal import Glibc

/// An open file, closed when dropped.
struct FileDescriptor: ~Copyable {
  let number: Int32
  let path: String

  init(path: String, flags: Int32, mode: mode_t = 0o666) throws(FileError) {
    number = try Self.opened(path, flags, mode)
    self.path = path
  }

  private static func opened(_ path: String, _ flags: Int32, _ mode: mode_t) throws(FileError)
    -> Int32
  {
    while true {
      let number = open(path, flags | O_CLOEXEC, mode)
      if number >= 0 { return number }
      guard errno == EINTR else { throw .last(.open, path) }
    }
  }

  deinit { _ = Glibc.close(number) }

  func stamp() throws(FileError) -> FileStamp {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last(.inspect, path) }
    return FileStamp(status)
  }

  /// - Returns: how many bytes were read; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last(.read, path) }
    }
  }

  /// Hands a file's content over in pieces.
  /// - Parameter interruption: polled for every piece.
  static func read(
    _ path: String, interruption: Interruption?, _ piece: (UnsafeRawBufferPointer) -> Void
  ) throws {
    let file = try FileDescriptor(path: path, flags: O_RDONLY)
    // Small enough to stay in the processor's cache between the kernel's copy and the use.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      try interruption?.check()
      let count = try file.read(into: buffer)
      guard count > 0 else { return }
      piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Hands a part of an open file over in pieces: less than the range when the file ends before.
  static func read(
    _ number: Int32, _ path: String, _ range: Range<Int>, _ piece: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - position)
      let count = pread(number, buffer.baseAddress, wanted, off_t(position))
      if count > 0 {
        piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        position += count
      } else if count == 0 {
        return
      } else if errno != EINTR {
        throw .last(.read, path)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      do throws(FileError) { try write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = Glibc.write(number, rest.baseAddress, rest.count)
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw .last(.write, path)
      }
    }
  }

  func truncate() throws(FileError) {
    guard ftruncate(number, 0) == 0 else { throw .last(.write, path) }
  }

  func synchronize() throws(FileError) {
    guard fsync(number) == 0 else { throw .last(.synchronize, path) }
  }
}
