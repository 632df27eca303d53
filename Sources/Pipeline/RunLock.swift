internal import Glibc

/// The right to write in a work folder. The system gives it back when the process ends, however
/// it ends, so that no stale lock is ever left.
final class RunLock {
  private let file: FileDescriptor

  /// - Throws: `Busy` when another run holds it, `FileError` when the file cannot be made.
  init(work: String) throws {
    let path = work + "/lock"
    file = try FileDescriptor(path: path, flags: O_RDWR | O_CREAT)
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw FileError.last(.lock, path) }
      let text = (try? AtomicFile.read(path)) ?? []
      throw Busy(
        path: path, holder: Int32(String(decoding: text.prefix { $0 != 10 }, as: UTF8.self)))
    }
    // The file itself stays: removing it would let two runs lock two files of one name.
    try file.truncate()
    try file.write(Array("\(getpid())\n".utf8))
  }

  func release() { flock(file.number, LOCK_UN) }
}
