internal import CGDAL
internal import Glibc

// `stat` belongs to whichever of the two modules the compiler happens to meet it in first, hence both
// imports.

/// Enough about a file to notice that somebody wrote to it.
struct FileStamp: Sendable, Equatable {
  var path: String
  var size: Int
  var modified: Int
  var inode: UInt64

  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.path = path
    size = Int(info.st_size)
    modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
    inode = UInt64(info.st_ino)
  }

  var isUnchanged: Bool { FileStamp(path) == self }
}
