internal import CGDAL
internal import Glibc

/// Workbooks inside ZIP archives: GDAL's drivers for spreadsheets open archives themselves, but not
/// archives in archives, so the entry is unpacked into memory first, once for the process.
enum UnpackedWorkbook {
  /// Bytes; no workbook that a person made is larger.
  private static let largest = 512 << 20

  /// A path that the drivers can open: the path itself, or that of the unpacked entry.
  static func openable(_ path: String) -> String {
    guard let archive = ZipPath.archive(of: path), case .spreadsheet = SourceKind(path: path),
      let stamp = FileStamp(archive)
    else { return path }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let target = "/vsimem/lintan/\(digest(path + " \(stamp)")).\(ending)"
    if let known = VSIFOpenL(target, "rb") {
      VSIFCloseL(known)
      return target
    }
    guard let bytes = content(path) else { return path }
    // Under a name of its own until it is whole: several workers may come at once.
    let draft = target + ".\(pthread_self())"
    guard let file = VSIFOpenL(draft, "wb") else { return path }
    let written = bytes.withUnsafeBytes { VSIFWriteL($0.baseAddress, 1, $0.count, file) }
    guard VSIFCloseL(file) == 0, written == bytes.count, VSIRename(draft, target) == 0 else {
      VSIUnlink(draft)
      return path
    }
    return target
  }

  private static func content(_ path: String) -> [UInt8]? {
    do throws(RawFile.Failure) {
      let file = try RawFile(path)
      guard file.size <= largest else { return nil }
      return try file.bytes(0..<file.size)
    } catch {
      return nil
    }
  }

  /// FNV-1a.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
