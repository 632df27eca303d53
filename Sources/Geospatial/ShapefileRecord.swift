/// Whether a record of a .shp is one: its counts fit its length, and its rings follow one another.
///
/// Source: ESRI Shapefile Technical Description, July 1998, table 8 and pages 15 to 18.
enum ShapefileRecord {
  enum Content: Equatable {
    case nothing
    case polygon
    /// Another kind of shape, for GDAL to tell.
    case other
    case damaged
  }

  private static let kinds: Set<Int> = [1, 3, 8, 11, 13, 18, 21, 23, 28, 31]

  /// - Parameter record: the content of the record, without its header of eight bytes.
  static func content(_ record: UnsafeRawBufferPointer) -> Content {
    guard record.count >= 4 else { return .damaged }
    switch number(record, 0) {
    // A null shape is four bytes long; zeros where a polygon was are not one.
    case 0: return record.count <= 12 ? .nothing : .damaged
    case 5, 15, 25: return polygon(record)
    case let kind: return kinds.contains(kind) ? .other : .damaged
    }
  }

  private static func polygon(_ record: UnsafeRawBufferPointer) -> Content {
    guard record.count >= 44 else { return .damaged }
    let (parts, points) = (number(record, 36), number(record, 40))
    if parts == 0, points == 0 { return .nothing }
    // Both are at most 2³², so nothing overflows.
    guard parts > 0, points > 0, 44 + 4 * parts + 16 * points <= record.count else {
      return .damaged
    }
    var last = -1
    for part in 0..<parts {
      let first = number(record, 44 + 4 * part)
      guard part == 0 ? first == 0 : first > last, first < points else { return .damaged }
      last = first
    }
    return .polygon
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// Judges single records of a file, on disk or in an archive.
  struct Judge: ~Copyable {
    private let shp: RawFile
    private let shx: RawFile

    init?(_ path: String) {
      guard let shape = FileSet.part(".shp", of: path) ?? Optional(path),
        let index = FileSet.part(".shx", of: path), let shp = try? RawFile(shape),
        let shx = try? RawFile(index)
      else { return nil }
      self.shp = shp
      self.shx = shx
    }

    func isDamaged(_ row: Int) -> Bool {
      guard let entry = try? shx.bytes(100 + row * 8..<108 + row * 8) else { return true }
      let start = entry.bigEndian32(0) * 2 + 8
      let end = start + entry.bigEndian32(4) * 2
      guard start >= 108, end <= shp.size, let record = try? shp.bytes(start..<end) else {
        return true
      }
      return record.withUnsafeBytes { ShapefileRecord.content($0) } == .damaged
    }
  }
}
