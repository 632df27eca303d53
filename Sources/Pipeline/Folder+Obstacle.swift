internal import Glibc

extension Folder {
  /// Why a folder cannot be made or filled.
  public enum Obstacle: Sendable, Equatable {
    /// Something that is no folder lies at this path: the path asked for, or one above it.
    case file(String)
    /// A symbolic link that leads nowhere.
    case brokenLink(String)
    /// This user may not write in this folder.
    case notWritable(String)
  }

  /// What would keep a folder from being made and filled at `path`; nil where nothing is known.
  /// Nothing is changed by asking.
  public static func obstacle(_ path: String) -> Obstacle? {
    var status = stat()
    if lstat(path, &status) != 0 {
      guard errno == ENOENT || errno == ENOTDIR else { return .notWritable(path) }
      let parent = Path.parent(of: path)
      return parent == path ? nil : obstacle(parent)
    }
    guard stat(path, &status) == 0 else { return .brokenLink(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .file(path) }
    return access(path, W_OK | X_OK) == 0 ? nil : .notWritable(path)
  }

  /// Whether a file system begins at this folder, which then can be filled but not be replaced.
  public static func isMountPoint(_ path: String) -> Bool {
    guard let own = try? FileStamp(path: path), own.isFolder,
      let above = try? FileStamp(path: Path.parent(of: path))
    else { return false }
    return own.device != above.device
  }
}
