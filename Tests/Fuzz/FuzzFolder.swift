#if canImport(Glibc)
  import Glibc
#endif

/// A folder in memory for the inputs that must be files; removed at exit.
struct FuzzFolder: Sendable {
  static let shared = FuzzFolder()

  private let folder: String

  private init() {
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    folder = "\(base)/lintan-fuzz-\(getpid())"
    mkdir(folder, 0o700)
    atexit { FuzzFolder.shared.remove() }
  }

  func remove() {
    for name in [
      "t.dbf", "s.shp", "s.shx", "s.dbf", "base.shp", "base.shx", "base.dbf", "base.cpg",
      "t.columns",
    ] {
      unlink(path(name))
    }
    rmdir(folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], to name: String) {
    // A new file each time, so that nothing remembers the one before.
    unlink(path(name))
    guard let file = fopen(path(name), "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func read(_ name: String) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }
}
