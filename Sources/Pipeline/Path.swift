internal import Glibc

/// Paths as text; nothing here touches a file, except `absolute`.
public enum Path {
  /// The folder a path lies in; `.` for a bare name.
  public static func parent(of path: String) -> String {
    let trimmed = trimming(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == trimmed.startIndex ? "/" : trimming(String(trimmed[..<slash]))
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    let trimmed = trimming(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }

  /// The path with symbolic links resolved; the path itself where there is no such file.
  public static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Byte order, the same everywhere.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func trimming(_ path: String) -> String {
    var text = Substring(path)
    while text.utf8.count > 1, text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
    return String(text)
  }
}
