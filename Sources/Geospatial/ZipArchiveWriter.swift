internal import CGDAL
internal import Glibc

/// Writes a zip archive whose bytes depend on its entries alone: the date of every entry is
/// 1 January 1980. Archives of more than 4 GB are refused.
public struct ZipArchiveWriter: ~Copyable {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var directory: [UInt8] = []
  private var entries = 0
  private var offset = 0

  /// Creates the archive, replacing a file of this name.
  public init(path: String) throws(OutputError) {
    guard let file = fopen(path, "wb") else {
      throw OutputError(path: path, problem: .cannotCreate(String(cString: strerror(errno))))
    }
    self.path = path
    self.file = file
  }

  deinit { fclose(file) }

  /// Adds an entry; `name` has `/` between folders.
  public mutating func add(_ name: String, _ content: [UInt8]) throws(OutputError) {
    try add(PackedEntry(name, content))
  }

  /// Adds an entry that is packed already.
  public mutating func add(_ entry: PackedEntry) throws(OutputError) {
    let data = entry.data
    guard offset + data.count + directory.count < 0xFFFF_0000, entries < 0xFFFF,
      let size = UInt32(exactly: entry.size)
    else {
      throw OutputError(path: path, layer: entry.name, problem: .cannotWrite("more than 4 GB"))
    }
    let nameBytes = Array(entry.name.utf8)
    var shared: [UInt8] = []
    // Version 2.0; bit 11: names are UTF-8; method 8 deflate or 0 stored; time 0, 1980-01-01.
    for value in [20, 0x0800, entry.isDeflated ? 8 : 0, 0, 0x0021] as [UInt16] {
      ZipArchiveWriter.put(value, &shared)
    }
    ZipArchiveWriter.put(entry.checksum, &shared)
    ZipArchiveWriter.put(UInt32(data.count), &shared)
    ZipArchiveWriter.put(size, &shared)
    ZipArchiveWriter.put(UInt16(nameBytes.count), &shared)
    ZipArchiveWriter.put(UInt16(0), &shared)

    let header: [UInt8] = [0x50, 0x4B, 3, 4] + shared + nameBytes
    directory += [0x50, 0x4B, 1, 2, 20, 0] + shared
    for value in [0, 0, 0] as [UInt16] { ZipArchiveWriter.put(value, &directory) }
    ZipArchiveWriter.put(UInt32(0), &directory)
    ZipArchiveWriter.put(UInt32(offset), &directory)
    directory += nameBytes
    entries += 1
    try write(header)
    try write(data)
    offset += header.count + data.count
  }

  /// Completes the archive.
  public consuming func finish() throws(OutputError) {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    ZipArchiveWriter.put(UInt16(entries), &end)
    ZipArchiveWriter.put(UInt16(entries), &end)
    ZipArchiveWriter.put(UInt32(directory.count), &end)
    ZipArchiveWriter.put(UInt32(offset), &end)
    ZipArchiveWriter.put(UInt16(0), &end)
    try write(directory)
    try write(end)
    guard fflush(file) == 0 else {
      throw OutputError(path: path, problem: .cannotWrite(String(cString: strerror(errno))))
    }
  }

  private func write(_ bytes: [UInt8]) throws(OutputError) {
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw OutputError(path: path, problem: .cannotWrite(String(cString: strerror(errno))))
    }
  }

  private static func put<Value: FixedWidthInteger>(_ value: Value, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
