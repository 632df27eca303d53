internal import Glibc

/// Folders as wholes. Listings are in byte order of the names, so that nothing depends on the
/// order a file system happens to keep.
public enum Folder {
  /// A regular file below a folder.
  public struct Entry: Sendable, Equatable {
    /// Path relative to the folder, parts separated by `/`.
    public var name: String
    public var bytes: Int64
  }

  /// Makes a folder and those above it; an existing one is fine.
  public static func create(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      guard try FileStamp(path: path).isFolder else {
        throw FileError(operation: .create, path: path, code: ENOTDIR)
      }
    case ENOENT:
      let parent = Path.parent(of: path)
      guard parent != path else { throw .last(.create, path) }
      try create(parent)
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(.create, path) }
    default:
      throw .last(.create, path)
    }
  }

  public static func exists(_ path: String) -> Bool {
    (try? FileStamp(path: path).isFolder) ?? false
  }

  /// The names in a folder.
  public static func names(_ path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw .last(.list, path) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw .last(.list, path) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted(by: Path.precedes)
  }

  /// All regular files below a folder, at any depth.
  public static func files(_ path: String) throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    var waiting = [""]
    while let below = waiting.popLast() {
      for name in try names(below.isEmpty ? path : path + "/" + below) {
        let relative = below.isEmpty ? name : below + "/" + name
        let stamp = try FileStamp(path: path + "/" + relative)
        if stamp.isFolder {
          waiting.append(relative)
        } else if stamp.isRegular {
          entries.append(Entry(name: relative, bytes: stamp.bytes))
        }
      }
    }
    return entries.sorted { Path.precedes($0.name, $1.name) }
  }

  /// Removes a folder with all it holds, or a file; what does not exist is fine. Symbolic links
  /// are removed, not followed.
  public static func remove(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .last(.inspect, path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(path) == 0 else { throw .last(.remove, path) }
      return
    }
    for name in try names(path) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 else { throw .last(.remove, path) }
  }

  /// Forces everything below a folder to disk, so that a power failure after the rename that
  /// follows cannot leave a complete-looking folder of empty files.
  public static func synchronize(_ path: String) throws(FileError) {
    for entry in try files(path) {
      try FileDescriptor(path: path + "/" + entry.name, flags: O_RDONLY).synchronize()
    }
    try FileDescriptor(path: path, flags: O_RDONLY).synchronize()
  }

  /// Puts the finished folder `draft` in the place of `path` and removes what was there.
  ///
  /// What is found under the name is always one complete folder, but for the moment between two
  /// renames in which there is none. Both have to lie on one file system.
  ///
  /// - Throws: `FileError` also where `path` is no folder: a file is never removed.
  public static func replace(_ path: String, with draft: String) throws(FileError) {
    try checkReplaceable(path)
    let aside = draft + "-old"
    let hadOne = rename(path, aside) == 0
    guard hadOne || errno == ENOENT else { throw .last(.rename, path) }
    guard rename(draft, path) == 0 else {
      let failure = FileError.last(.rename, draft)
      if hadOne { rename(aside, path) }
      throw failure
    }
    if hadOne { try remove(aside) }
  }

  /// Refuses what is no folder itself, a symbolic link too: whoever means the folder behind it
  /// resolves it first.
  private static func checkReplaceable(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
    throw FileError(operation: .create, path: path, code: ENOTDIR)
  }

  /// Lets `write` fill a draft next to `path` and then puts it in the place of `path` as a
  /// whole. When `write` throws, `path` stays as it was and the draft is removed.
  public static func publish<Result>(
    _ path: String, _ write: (_ draft: String) throws -> Result
  ) throws -> Result {
    try checkReplaceable(path)
    let parent = Path.parent(of: path)
    try create(parent)
    let draft = parent + "/draft-\(getpid())-" + Path.name(of: path)
    try remove(draft)
    try create(draft)
    do {
      let result = try write(draft)
      try synchronize(draft)
      try replace(path, with: draft)
      return result
    } catch {
      try? remove(draft)
      throw error
    }
  }
}
