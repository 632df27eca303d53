internal import Glibc

/// The .cpg beside a shapefile.
enum CodePageFile {
  /// Writes it, or with nil sees to it that there is none.
  static func write(besides path: String, encoding: TextEncoding?) throws(OutputError) {
    guard let dot = path.lastIndex(of: ".") else { return }
    let target = path[..<dot] + ".cpg"
    guard let encoding else {
      unlink(String(target))
      return
    }
    let file = fopen(String(target), "w")
    guard let file else {
      throw OutputError(
        path: String(target), problem: .cannotCreate(String(cString: strerror(errno))))
    }
    let written = fputs(encoding.rawValue, file)
    guard fclose(file) == 0, written >= 0 else {
      throw OutputError(
        path: String(target), problem: .cannotWrite(String(cString: strerror(errno))))
    }
  }
}
