internal import Dispatch
internal import Synchronization

extension Folder {
  /// Forces everything below a folder to disk while `body` reads it: the disk is waited for and the
  /// processor is busy at one time. What `body` adds to the folder is not forced.
  /// - Throws: what `body` throws, else the first failure to force a file.
  static func synchronizing<Value>(
    _ path: String, while body: () throws -> Value
  ) throws -> Value {
    let failure = Mutex<FileError?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      do throws(FileError) { try synchronize(path) } catch { failure.withLock { $0 = error } }
    }
    let outcome = Result { try body() }
    // Also after a failure, so that nobody reads a folder that the caller removes.
    group.wait()
    let value = try outcome.get()
    if let failure = failure.withLock({ $0 }) { throw failure }
    return value
  }
}
