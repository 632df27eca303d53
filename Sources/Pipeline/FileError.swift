internal import Glibc

/// The operating system refused an operation on a file or folder.
///
/// The user should look at `path`: does it exist (`code` 2), may this user read and write there
/// (13), is the disk full (28)?
public struct FileError: Error, Sendable, Equatable {
  public enum Operation: String, Sendable {
    case open, read, write, inspect, list, create, rename, remove, synchronize, lock
  }

  public var operation: Operation
  public var path: String
  /// The system's error number.
  public var code: Int32
  /// The system's words for it.
  public var message: String

  public init(operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
    var buffer = [CChar](repeating: 0, count: 256)
    // The variant that fills the buffer; `strerror` is not safe on several threads.
    message =
      strerror_r(code, &buffer, buffer.count) == 0
      ? String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      : "error \(code)"
  }

  /// The failure the last system call of this thread left behind.
  static func last(_ operation: Operation, _ path: String) -> FileError {
    FileError(operation: operation, path: path, code: errno)
  }

  /// There is no room left: the disk is full, or this user's part of it.
  public var isFull: Bool { code == ENOSPC || code == EDQUOT }

  /// There is no such file.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
