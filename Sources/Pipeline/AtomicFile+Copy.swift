internal import Glibc

extension AtomicFile {
  /// Copies a file; under the new name there is never half of it.
  public static func copy(_ source: String, to path: String) throws {
    let draft = path + ".draft-\(getpid())"
    do {
      let file = try FileDescriptor(path: draft, flags: O_WRONLY | O_CREAT | O_TRUNC)
      var failure: FileError?
      try FileDescriptor.read(source, interruption: nil) { piece in
        guard failure == nil else { return }
        do throws(FileError) { try file.write(piece) } catch { failure = error }
      }
      if let failure { throw failure }
      try file.synchronize()
      guard rename(draft, path) == 0 else { throw FileError.last(.rename, path) }
    } catch {
      unlink(draft)
      throw error
    }
  }
}
