internal import CGDAL
internal import Glibc

/// Finding files by name, in an order that is the same everywhere.
public enum FileSet {
  /// The files a path pattern stands for, in byte order of their paths. `*` and `?` match within
  /// one component. A path without either must exist; a pattern must match something.
  ///
  /// A folder stands for the tables in it, if they are all of one kind: a shapefile for each town,
  /// say. A file geodatabase, though a folder, is a file.
  ///
  /// A ZIP archive stands for the one table in it; `archive.zip/part` for a table in it, by its
  /// name in any folder of the archive or by its whole path there, and may be a pattern as well.
  ///
  /// - Throws: `SourceError` with `missing`, `isFolder` where a folder holds something else, or
  ///   `archive` where an archive does not say which.
  public static func expand(_ pattern: String) throws(SourceError) -> [String] {
    let components = pattern.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = components.firstIndex(where: { $0.lowercased().hasSuffix(".zip") }) else {
      var found: [String] = []
      for path in try expandOnDisk(pattern) {
        let isTables = isFolder(path) && !path.lowercased().hasSuffix(".gdb")
        found += isTables ? try folder(path) : [path]
      }
      return found
    }
    let head = components[...place].joined(separator: "/")
    let tail = components[(place + 1)...].filter { !$0.isEmpty }.map(String.init)
    var found: [String] = []
    for archive in try expandOnDisk(head) {
      if isFolder(archive) {
        found += try expandOnDisk(([archive] + tail).joined(separator: "/"))
      } else {
        found += try tables(in: archive, matching: tail)
      }
    }
    return found
  }

  /// The tables of a folder as one source.
  private static func folder(_ path: String) throws(SourceError) -> [String] {
    let names = tables(in: path)
    let kinds = names.map { SourceKind(path: $0) }
    // A .dbf alone among shapefiles is a table of another kind.
    let isMixed = names.contains { $0.lowercased().hasSuffix(".shp") != isShape(names[0]) }
    guard !names.isEmpty, !isMixed, kinds.allSatisfy({ $0 == kinds[0] }) else {
      throw SourceError(path: path, problem: .isFolder(layers: names))
    }
    return try names.map { name throws(SourceError) in
      let table = join(path, name)
      try refuseSpecial(table)
      return table
    }
  }

  private static func isShape(_ name: String) -> Bool { name.lowercased().hasSuffix(".shp") }

  /// Whether a file with the ending of a table may be one: a .txt without columns is a note to the
  /// reader.
  static func isTable(_ path: String) -> Bool {
    guard path.lowercased().hasSuffix(".txt") else { return true }
    do throws(RawFile.Failure) {
      let lines = try RawFile(path).prefix(4096).split { $0 == 0x0A || $0 == 0x0D }
      guard lines.count > 1 else { return false }
      return [0x09, 0x2C, 0x3B, 0x7C].contains { delimiter in
        let counts = lines.prefix(2).map { line in line.count { $0 == delimiter } }
        // Delimiters in quotation marks are none.
        return counts[0] > 0
          && (counts[0] == counts[1] || lines.prefix(2).joined().contains(0x22) && counts[1] > 0)
      }
    } catch {
      return true
    }
  }

  /// The tables that are meant in one archive.
  private static func tables(
    in archive: String, matching pattern: [String]
  ) throws(SourceError) -> [String] {
    guard let tables = ZipPath.tables(in: archive) else {
      throw SourceError(path: archive, problem: .notReadable("not a whole ZIP archive"))
    }
    guard !tables.isEmpty else {
      throw SourceError(path: archive, problem: .archive(tables: []))
    }
    let meant = tables.filter { table in
      let name = table.name.split(separator: "/").map { Array($0.utf8) }
      guard !pattern.isEmpty else { return true }
      let compared = pattern.count == 1 ? Array(name.suffix(1)) : name
      return compared.count == pattern.count
        && zip(compared, pattern).allSatisfy { matches($0, Array($1.utf8)) }
    }
    let isPattern = pattern.joined().contains { $0 == "*" || $0 == "?" }
    guard !meant.isEmpty, isPattern || meant.count == 1 else {
      throw SourceError(
        path: ([archive] + pattern).joined(separator: "/"),
        problem: .archive(tables: tables.map(\.name)))
    }
    return meant.map(\.path)
  }

  private static func expandOnDisk(_ pattern: String) throws(SourceError) -> [String] {
    guard pattern.contains(where: { $0 == "*" || $0 == "?" }) else {
      guard exists(pattern) else { throw SourceError(path: pattern, problem: .missing) }
      try refuseSpecial(pattern)
      return [pattern]
    }
    var found = [pattern.hasPrefix("/") ? "/" : ""]
    for component in pattern.split(separator: "/") {
      var next: [String] = []
      for folder in found {
        if component.contains(where: { $0 == "*" || $0 == "?" }) {
          for entry in entries(folder.isEmpty ? "." : folder)
          where matches(Array(entry.utf8), Array(component.utf8)) {
            if entry.hasPrefix("."), !component.hasPrefix(".") { continue }
            next.append(join(folder, entry))
          }
        } else if exists(join(folder, String(component))) {
          next.append(join(folder, String(component)))
        }
      }
      found = next
    }
    guard !found.isEmpty else { throw SourceError(path: pattern, problem: .missing) }
    for path in found { try refuseSpecial(path) }
    return sorted(found)
  }

  /// Opening a pipe would wait for a writer without end.
  private static func refuseSpecial(_ path: String) throws(SourceError) {
    var info = stat()
    guard stat(path, &info) == 0 else { return }
    let kind = info.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else {
      throw SourceError(path: path, problem: .notReadable("neither a file nor a folder"))
    }
  }

  /// All files that together are the dataset at `path`: the parts of a shapefile, everything in a
  /// geodatabase folder, a GeoPackage with its log, the archive in which it lies. In byte order.
  public static func parts(of path: String) throws(SourceError) -> [String] {
    if let archive = ZipPath.archive(of: path) { return [archive] }
    guard exists(path) else { throw SourceError(path: path, problem: .missing) }
    if isFolder(path) {
      guard path.lowercased().hasSuffix(".gdb") else {
        throw SourceError(path: path, problem: .isFolder(layers: tables(in: path)))
      }
    }
    let parts = members(of: path)
    for part in parts { try refuseSpecial(part) }
    return parts
  }

  /// The path of a dataset as a person writes it, also inside an archive.
  public static func shown(_ path: String) -> String { ZipPath.shown(path) }

  /// The files of a dataset, in the archive too.
  static func members(of path: String) -> [String] {
    if isFolder(path) {
      return sorted(entries(path).map { join(path, $0) }.filter { !isFolder($0) })
    }
    let (folder, name) = split(path)
    guard let kind = SourceKind(path: path) else { return [path] }
    let endings: [String]
    switch kind {
    case .shapefile:
      endings = [".shp", ".shx", ".dbf", ".prj", ".cpg", ".cst", ".shp.xml"]
    case .delimited: endings = [".csvt", ".prj"]
    case .table("GPKG"): endings = [".gpkg-wal"]
    default: endings = []
    }
    let stem = stem(name)
    var parts = [path]
    for entry in entries(folder.isEmpty ? "." : folder) where entry != name {
      guard entry.hasPrefix(stem) else { continue }
      let ending = entry.dropFirst(stem.count).lowercased()
      if endings.contains(ending) { parts.append(folder.isEmpty ? entry : join(folder, entry)) }
    }
    return sorted(parts)
  }

  /// The part of a dataset with this ending, whatever its case.
  static func part(_ ending: String, of path: String) -> String? {
    let (folder, name) = split(path)
    let stem = stem(name)
    let wanted = entries(folder.isEmpty ? "." : folder).filter {
      $0.hasPrefix(stem) && $0.dropFirst(stem.count).lowercased() == ending
    }
    return wanted.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.last.map {
      folder.isEmpty ? $0 : join(folder, $0)
    }
  }

  /// Names of the tables in a folder: shapefiles once, other known files by name.
  public static func tables(in folder: String) -> [String] {
    let names = entries(folder)
    let shapes = Set(
      names.filter { $0.lowercased().hasSuffix(".shp") }.map { stem($0) })
    return sorted(
      names.filter { name in
        guard let kind = SourceKind(path: name), isTable(join(folder, name)) else { return false }
        guard kind == .shapefile else { return true }
        let lowered = name.lowercased()
        return lowered.hasSuffix(".shp")
          || (lowered.hasSuffix(".dbf") && !shapes.contains(stem(name)))
      })
  }

  static func exists(_ path: String) -> Bool {
    guard ZipPath.archive(of: path) != nil else { return access(path, F_OK) == 0 }
    if let file = VSIFOpenL(path, "rb") {
      VSIFCloseL(file)
      return true
    }
    return isFolder(path)
  }

  static func isFolder(_ path: String) -> Bool {
    if ZipPath.archive(of: path) != nil {
      let list = VSIReadDir(path)
      defer { CSLDestroy(list) }
      return list != nil
    }
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func sorted(_ paths: [String]) -> [String] {
    paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  private static func entries(_ folder: String) -> [String] {
    if ZipPath.archive(of: folder) != nil {
      guard let list = VSIReadDir(folder) else { return [] }
      defer { CSLDestroy(list) }
      return (0..<Int(CSLCount(list))).compactMap { list[$0].map { String(cString: $0) } }
    }
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// `?` stands for one character, not one byte.
  private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    let name = Array(String(decoding: name, as: UTF8.self))
    let pattern = Array(String(decoding: pattern, as: UTF8.self))
    var row = [Bool](repeating: false, count: name.count + 1)
    row[0] = true
    for part in pattern {
      var next = [Bool](repeating: false, count: name.count + 1)
      if part == "*" {
        var any = false
        for position in row.indices {
          any = any || row[position]
          next[position] = any
        }
      } else {
        for position in name.indices where row[position] {
          next[position + 1] = part == "?" || part == name[position]
        }
      }
      row = next
    }
    return row[name.count]
  }
}
