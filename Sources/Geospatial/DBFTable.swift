/// What the header of a .dbf says, and a walk over its texts.
///
/// GDAL reads the values; this looks at the bytes before GDAL interprets them, because which
/// encoding they are in can only be told from the bytes.
struct DBFTable: ~Copyable {
  struct Field {
    var name: [UInt8]
    var isText: Bool
    var offset: Int
    var width: Int
  }

  enum Failure: Error {
    case cannotOpen
    case damaged(String)
    case undecided(String)
  }

  let recordCount: Int
  let languageByte: UInt8
  let fields: [Field]
  private let file: RawFile
  private let headerLength: Int
  private let recordLength: Int

  init(_ path: String) throws(Failure) {
    let file: RawFile
    do throws(RawFile.Failure) { file = try RawFile(path) } catch { throw .cannotOpen }
    guard file.bytes.count >= 32 else {
      throw .damaged("the .dbf has \(file.bytes.count) bytes, less than a header")
    }
    let recordCount = file.littleEndian32(4)
    let headerLength = file.littleEndian16(8)
    let recordLength = file.littleEndian16(10)
    let size = file.bytes.count
    guard headerLength > 32, headerLength <= size else {
      throw .damaged("the .dbf has \(size) bytes, its header alone \(headerLength)")
    }
    let needed = headerLength + recordCount * recordLength
    guard size >= needed else {
      let present = recordLength > 0 ? (size - headerLength) / recordLength : 0
      throw .damaged(
        "the .dbf promises \(recordCount) rows, only \(present) are there")
    }
    var fields: [Field] = []
    var position = 32
    var offset = 1
    while position + 32 <= headerLength, file.bytes[position] != 0x0D {
      let kind = file.bytes[position + 11]
      var width = Int(file.bytes[position + 16])
      // Texts longer than 255 keep the high byte of their width where numbers keep decimals.
      if kind == UInt8(ascii: "C") { width += Int(file.bytes[position + 17]) << 8 }
      let name = file.bytes[position..<(position + 11)].prefix { $0 != 0 }
      fields.append(
        Field(
          name: Array(name), isText: kind == UInt8(ascii: "C"), offset: offset, width: width))
      offset += width
      position += 32
    }
    guard offset <= recordLength || recordCount == 0 else {
      throw .damaged("the fields of the .dbf are wider (\(offset)) than its rows (\(recordLength))")
    }
    self.fields = fields
    self.recordCount = recordCount
    self.headerLength = headerLength
    self.recordLength = recordLength
    languageByte = file.bytes[29]
    self.file = file
  }

  /// Rows not marked as deleted.
  var liveCount: Int {
    (0..<recordCount).count { file.bytes[headerLength + $0 * recordLength] != UInt8(ascii: "*") }
  }

  func census() -> EncodingCensus {
    var census = EncodingCensus()
    for field in fields {
      field.name.withUnsafeBytes { census.add($0, fillsField: $0.count == 10) }
    }
    let texts = fields.filter(\.isText)
    guard recordLength > 0, !texts.isEmpty else { return census }
    for row in 0..<recordCount {
      let start = headerLength + row * recordLength
      let record = UnsafeRawBufferPointer(
        rebasing: file.bytes[start..<(start + recordLength)])
      guard !DBFTable.isASCII(record) else { continue }
      for field in texts {
        var value = record[field.offset..<(field.offset + field.width)]
        while let last = value.last, last == 0x20 || last == 0 { value = value.dropLast() }
        census.add(
          UnsafeRawBufferPointer(rebasing: value), fillsField: value.count == field.width)
      }
    }
    return census
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    var seen: UInt64 = 0
    while index + 8 <= bytes.count {
      seen |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < bytes.count {
      seen |= UInt64(bytes[index])
      index += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }
}
