/// What the header of a .dbf says, and a walk over its rows.
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

  /// What the rows hold.
  struct Survey {
    var census: EncodingCensus
    /// Rows not marked as deleted.
    var liveCount: Int
  }

  let recordCount: Int
  let languageByte: UInt8
  let fields: [Field]
  private let file: RawFile
  private let headerLength: Int
  private let recordLength: Int

  /// Bytes of rows looked at in one piece.
  private static let blockSize = 1 << 20

  init(_ path: String) throws(Failure) {
    let file: RawFile
    do throws(RawFile.Failure) { file = try RawFile(path) } catch { throw .cannotOpen }
    let header: [UInt8]
    do throws(RawFile.Failure) { header = try file.prefix(65_535) } catch {
      throw DBFTable.failure(error)
    }
    let size = file.size
    guard size >= 32 else {
      throw .damaged("the .dbf has \(size) bytes, less than a header")
    }
    let recordCount = header.littleEndian32(4)
    let headerLength = header.littleEndian16(8)
    let recordLength = header.littleEndian16(10)
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
    while position + 32 <= headerLength, header[position] != 0x0D {
      let kind = header[position + 11]
      var width = Int(header[position + 16])
      // Texts longer than 255 keep the high byte of their width where numbers keep decimals.
      if kind == UInt8(ascii: "C") { width += Int(header[position + 17]) << 8 }
      let name = header[position..<(position + 11)].prefix { $0 != 0 }
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
    languageByte = header[29]
    self.file = file
  }

  /// Goes over all rows once.
  func survey() throws(Failure) -> Survey {
    var survey = Survey(census: EncodingCensus(), liveCount: 0)
    for field in fields {
      field.name.withUnsafeBytes { survey.census.add($0, fillsField: $0.count == 10) }
    }
    guard recordLength > 0 else { return survey }
    let texts = fields.filter(\.isText)
    let perBlock = max(1, Self.blockSize / recordLength)
    var strange = 0
    var first = 0
    while first < recordCount {
      let rows = min(perBlock, recordCount - first)
      let start = headerLength + first * recordLength
      let block: [UInt8]
      do throws(RawFile.Failure) {
        block = try file.bytes(start..<(start + rows * recordLength))
      } catch {
        throw DBFTable.failure(error)
      }
      block.withUnsafeBytes { block in
        for row in 0..<rows {
          let place = row * recordLength
          let flag = block[place]
          if flag != UInt8(ascii: "*") { survey.liveCount += 1 }
          if flag != 0x20, flag != UInt8(ascii: "*"), flag != 0 { strange += 1 }
          let record = UnsafeRawBufferPointer(rebasing: block[place..<(place + recordLength)])
          DBFTable.add(record, texts, to: &survey.census)
        }
      }
      first += rows
    }
    // Every row begins with a blank or a star; where many do not, rows have another length.
    guard strange * 10 <= recordCount else {
      throw .damaged(
        "\(strange) of \(recordCount) rows of the .dbf do not begin as rows do: "
          + "its header states a wrong row length (\(recordLength))")
    }
    return survey
  }

  private static func add(
    _ record: UnsafeRawBufferPointer, _ texts: [Field], to census: inout EncodingCensus
  ) {
    guard !isASCII(record) else { return }
    for field in texts {
      let cell = UnsafeRawBufferPointer(
        rebasing: record[field.offset..<(field.offset + field.width)])
      guard !isASCII(cell) else { continue }
      var count = field.width
      // Fields are wide and texts short: blanks go eight at a time.
      while count >= 8,
        cell.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) == 0x2020_2020_2020_2020
      { count -= 8 }
      while count > 0, cell[count - 1] == 0x20 || cell[count - 1] == 0 { count -= 1 }
      census.add(
        UnsafeRawBufferPointer(rebasing: cell[..<count]), fillsField: count == field.width)
    }
  }

  private static func failure(_ failure: RawFile.Failure) -> Failure {
    switch failure {
    case .cannotOpen, .isFolder: .cannotOpen
    case .cutShort(let at): .damaged("the .dbf cannot be read beyond byte \(at)")
    }
  }

  /// Looks at four words at a time, which the processor does side by side.
  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var seen = SIMD4<UInt64>.zero
    var index = 0
    while index + 32 <= bytes.count {
      seen |= bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      index += 32
    }
    var rest = seen[0] | seen[1] | seen[2] | seen[3]
    while index + 8 <= bytes.count {
      rest |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < bytes.count {
      rest |= UInt64(bytes[index])
      index += 1
    }
    return rest & 0x8080_8080_8080_8080 == 0
  }
}
