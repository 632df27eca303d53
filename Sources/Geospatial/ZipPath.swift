internal import CGDAL

/// Paths of files inside ZIP archives, as GDAL writes them: `/vsizip/{archive}/entry`.
///
/// Archives made on Chinese Windows name their entries in GBK without saying so, and GDAL takes
/// such names for CP437. That loses nothing: every byte is a character of CP437. So the names are
/// turned back into bytes and decided about as all other texts are.
enum ZipPath {
  private static let prefix = "/vsizip/{"

  static func make(archive: String, entry: String) -> String {
    // GDAL lists nothing for an archive with a slash behind it.
    prefix + archive + "}" + (entry.isEmpty ? "" : "/" + entry)
  }

  /// The archive in which `path` lies; nil for a path on disk.
  static func archive(of path: String) -> String? { split(path)?.archive }

  /// The path as a person writes it, `archive/entry`.
  static func shown(_ path: String) -> String {
    guard let (archive, entry) = split(path) else { return path }
    return entry.isEmpty ? archive : archive + "/" + decoded(entry)
  }

  private static func split(_ path: String) -> (archive: String, entry: String)? {
    guard path.hasPrefix(prefix) else { return nil }
    let rest = path.dropFirst(prefix.count)
    guard let brace = rest.lastIndex(of: "}") else { return nil }
    return (String(rest[..<brace]), String(rest[rest.index(after: brace)...].drop { $0 == "/" }))
  }

  /// The bytes of an entry's name as its archive has them.
  private static func recorded(_ path: String) -> [UInt8] {
    guard let entry = split(path)?.entry else { return [] }
    guard !entry.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(entry.utf8) }
    let diagnostics = Diagnostics()
    let bytes = diagnostics.run { () -> [UInt8] in
      let recoded = CPLRecode(entry, "UTF-8", "CP437")
      defer { VSIFree(recoded) }
      return Array(UnsafeRawBufferPointer(start: recoded, count: strlen(recoded)))
    }
    // Names marked as UTF-8 have characters that CP437 lacks.
    return diagnostics.list.isEmpty && bytes.count == entry.unicodeScalars.count
      ? bytes : Array(entry.utf8)
  }

  /// The name that an archive's maker gave an entry.
  static func decoded(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    let diagnostics = Diagnostics()
    let bytes = diagnostics.run { () -> [UInt8] in
      let recoded = CPLRecode(name, "UTF-8", "CP437")
      defer { VSIFree(recoded) }
      return Array(UnsafeRawBufferPointer(start: recoded, count: strlen(recoded)))
    }
    // Names that the archive marks as UTF-8 have characters that CP437 lacks.
    guard diagnostics.list.isEmpty, bytes.count == name.unicodeScalars.count else { return name }
    for encoding in [TextEncoding.utf8, .gb18030] {
      var text: [UInt8] = []
      let damage = bytes.withUnsafeBytes { TextDecoder(encoding).append($0, to: &text) }
      if damage == .none { return String(decoding: text, as: UTF8.self) }
    }
    return name
  }

  /// One table in an archive.
  struct Entry: Equatable {
    /// As GDAL addresses it.
    var path: String
    /// As its maker named it, with folders.
    var name: String
  }

  /// The tables of an archive in byte order of their names; nil if it cannot be listed.
  static func tables(in archive: String) -> [Entry]? {
    let diagnostics = Diagnostics()
    let names = diagnostics.run { () -> [String]? in
      guard let list = VSIReadDirRecursive(make(archive: archive, entry: "")) else { return nil }
      defer { CSLDestroy(list) }
      return (0..<Int(CSLCount(list))).compactMap { index in
        list[index].map { String(cString: $0) }
      }
    }
    guard let names else { return nil }
    var stems: Set<String> = []
    for name in names where name.lowercased().hasSuffix(".shp") {
      stems.insert(String(name.dropLast(4)))
    }
    let entries = names.compactMap { raw -> Entry? in
      let name = raw.hasSuffix("/") ? String(raw.dropLast()) : raw
      let folders = name.lowercased().split(separator: "/")
      guard let last = folders.last, !last.hasPrefix("."), folders.first != "__macosx",
        !folders.dropLast().contains(where: { $0.hasSuffix(".gdb") }),
        let kind = SourceKind(path: name),
        FileSet.isTable(make(archive: archive, entry: name))
      else { return nil }
      if kind == .shapefile, !last.hasSuffix(".shp") {
        guard last.hasSuffix(".dbf"), !stems.contains(String(name.dropLast(4))) else { return nil }
      }
      return Entry(path: make(archive: archive, entry: name), name: decoded(name))
    }
    return entries.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
  }

  /// An entry that would unpack to what no map or sheet unpacks to, in an archive or a workbook
  /// (which is an archive); nil for anything else.
  static func bomb(_ archive: String) -> String? {
    let diagnostics = Diagnostics()
    return diagnostics.run { () -> String? in
      guard let list = VSIReadDirRecursive(make(archive: archive, entry: "")),
        let packed = try? RawFile(archive).size
      else { return nil }
      defer { CSLDestroy(list) }
      var sum = 0
      for index in 0..<Int(CSLCount(list)) {
        guard let name = list[index].map({ String(cString: $0) }), !name.hasSuffix("/"),
          let size = try? RawFile(make(archive: archive, entry: name)).size
        else { continue }
        sum += min(size, 1 << 50)
      }
      guard sum > largestUnpacked, sum > packed * highestRatio else { return nil }
      return "\(packed >> 10) kB that unpack to \(sum >> 20) MB: made to harm, or damaged"
    }
  }

  /// Blank columns pack well, but not better than this.
  private static let highestRatio = 300
  private static let largestUnpacked = 256 << 20

  /// Reads all of a dataset's files to their end, so that their checksums are compared.
  ///
  /// - Returns: what is wrong with the first broken entry.
  static func damage(in path: String) -> String? {
    let directory = archive(of: path).flatMap { ZipDirectory($0) }
    for part in FileSet.members(of: path) {
      let diagnostics = Diagnostics()
      var check = CyclicRedundancyCheck()
      let isSound = diagnostics.run { () -> Bool in
        do throws(RawFile.Failure) {
          let file = try RawFile(part)
          var place = 0
          while place < file.size {
            let next = min(place + (1 << 20), file.size)
            check.update(try file.bytes(place..<next))
            place = next
          }
          // The checksum is compared when the end is met.
          _ = try? file.bytes(max(0, place - 1)..<place)
          return true
        } catch {
          return false
        }
      }
      if isSound, diagnostics.failure == nil {
        guard let expected = directory?.checksum(recorded(part)), expected != check.checksum else {
          continue
        }
        return "\(decoded(part.split(separator: "/").last.map(String.init) ?? part)): "
          + "the content does not have the checksum that the archive gives for it"
      } else {
        return "\(decoded(part.split(separator: "/").last.map(String.init) ?? part)): "
          + (diagnostics.failure ?? "the entry is broken")
      }
    }
    return nil
  }
}
