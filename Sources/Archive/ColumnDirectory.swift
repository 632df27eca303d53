internal import CSQLite

/// What a column file holds and where: kept at its end.
///
/// The file is this program's own, little-endian: eight bytes of `mark`; segments, each the cells
/// of its columns one after another, padded to eight bytes; this directory; and its place, its
/// length and `mark` again, eight bytes each. It is written once and never changed.
struct ColumnDirectory: Equatable {
  static let mark: [UInt8] = Array("LTCOLS01".utf8)
  static let trailer = 24

  var columns: [TableColumn]
  var segments: [ColumnSegment] = []

  var rows: Int { segments.reduce(0) { $0 + $1.rows } }

  // MARK: Bytes

  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int64, _ bytes: inout [UInt8]) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    add(Int64(columns.count), &bytes)
    for column in columns {
      add(Int64(Self.kinds.firstIndex(of: column.kind) ?? 0), &bytes)
      add(Int64(column.name.utf8.count), &bytes)
      bytes.append(contentsOf: column.name.utf8)
    }
    add(Int64(segments.count), &bytes)
    for segment in segments {
      add(Int64(segment.rows), &bytes)
      for part in segment.parts {
        add(part.form.rawValue | (part.isAscending ? 1 << 8 : 0), &bytes)
        add(Int64(part.offset), &bytes)
        add(Int64(part.length), &bytes)
        add(part.least, &bytes)
        add(part.greatest, &bytes)
      }
    }
    return bytes
  }

  /// - Parameters:
  ///   - bytes: what `encoded` made.
  ///   - end: where the segments end in the file.
  /// - Returns: nil where the bytes are not a directory of such a file.
  init?(_ bytes: UnsafeRawBufferPointer, end: Int) {
    var reader = Reader(bytes: bytes)
    guard let count = reader.count(atMost: 4096) else { return nil }
    columns = []
    for _ in 0..<count {
      guard let kind = reader.number(), Self.kinds.indices.contains(Int(truncatingIfNeeded: kind)),
        let length = reader.count(atMost: 4096), let name = reader.text(length)
      else { return nil }
      columns.append(TableColumn(name, Self.kinds[Int(kind)]))
    }
    guard let many = reader.count(atMost: bytes.count) else { return nil }
    for _ in 0..<many {
      guard let rows = reader.count(atMost: ColumnSegment.mostRows) else { return nil }
      var parts: [ColumnPart] = []
      for column in columns {
        guard let part = reader.part(), part.fits(rows: rows, end: end, kind: column.kind) else {
          return nil
        }
        parts.append(part)
      }
      segments.append(ColumnSegment(rows: rows, parts: parts))
    }
  }

  init(columns: [TableColumn]) {
    self.columns = columns
  }

  private static let kinds: [StoredColumn.Kind] = [.integer, .real, .text, .blob]

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var place = 0

    mutating func number() -> Int64? {
      guard bytes.count - place >= 8 else { return nil }
      defer { place += 8 }
      return Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self))
    }

    mutating func count(atMost most: Int) -> Int? {
      guard let number = number(), let count = Int(exactly: number), (0...most).contains(count)
      else { return nil }
      return count
    }

    mutating func text(_ length: Int) -> String? {
      guard bytes.count - place >= length else { return nil }
      defer { place += length }
      return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }

    mutating func part() -> ColumnPart? {
      guard let word = number(), let form = ColumnPart.Form(rawValue: word & 0xFF),
        let offset = count(atMost: .max), let length = count(atMost: .max),
        let least = number(), let greatest = number()
      else { return nil }
      return ColumnPart(
        form: form, offset: offset, length: length, least: least, greatest: greatest,
        isAscending: word & 1 << 8 != 0)
    }
  }
}

extension ColumnPart {
  /// Whether the part can belong to a column of a kind and lies inside the file.
  fileprivate func fits(rows: Int, end: Int, kind: StoredColumn.Kind) -> Bool {
    guard offset % 8 == 0, offset <= end, length <= end - offset, length >= rows * form.width
    else { return false }
    return switch (kind, form) {
    case (.integer, .constantInteger), (.integer, .int8), (.integer, .int16), (.integer, .int32),
      (.integer, .int64), (.integer, .constantReal), (.integer, .real), (.real, .constantReal),
      (.real, .real), (.text, .constantBytes), (.text, .bytes), (.blob, .constantBytes),
      (.blob, .bytes):
      true
    default: false
    }
  }
}
