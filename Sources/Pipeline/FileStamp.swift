internal import Glibc

/// What the file system tells about a file without reading it; two equal stamps of one path
/// mean that nobody wrote to it in between.
struct FileStamp: Sendable, Equatable {
  var device: UInt64
  var inode: UInt64
  var bytes: Int64
  /// Nanoseconds since 1970.
  var modified: Int64
  /// Nanoseconds since 1970; unlike `modified` no program can set it back.
  var changed: Int64
  var isFolder: Bool
  var isRegular: Bool

  /// Follows symbolic links: the content is what counts.
  init(path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last(.inspect, path) }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    bytes = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
