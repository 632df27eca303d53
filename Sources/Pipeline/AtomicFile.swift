internal import Glibc

/// Small files written so that a reader finds either the old content or the new, never half.
public enum AtomicFile {
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let draft = path + ".draft-\(getpid())"
    do throws(FileError) {
      let file = try FileDescriptor(path: draft, flags: O_WRONLY | O_CREAT | O_TRUNC)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, path) == 0 else {
      let failure = FileError.last(.rename, path)
      unlink(draft)
      throw failure
    }
  }

  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// The whole content of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor(path: path, flags: O_RDONLY)
    var content: [UInt8] = []
    content.reserveCapacity(Int(clamping: try file.stamp().bytes) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var failure: FileError?
      let count = buffer.withUnsafeMutableBytes { raw -> Int in
        do throws(FileError) { return try file.read(into: raw) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { return content }
      content.append(contentsOf: buffer[..<count])
    }
  }
}
