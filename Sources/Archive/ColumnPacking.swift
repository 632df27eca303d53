/// Puts the cells of a column behind the bytes of a segment, in the form that takes least room.
enum ColumnPacking {
  /// - Parameter base: where `bytes` begin in the file, a multiple of eight.
  static func append(_ column: StoredColumn, to bytes: inout [UInt8], base: Int) -> ColumnPart {
    while bytes.count % 8 != 0 { bytes.append(0) }
    let before = bytes.count
    var part =
      switch column {
      case .integer(let numbers): integers(numbers, &bytes)
      case .real(let numbers): reals(numbers, &bytes)
      case .text(let entries), .blob(let entries): packed(entries, &bytes)
      }
    part.offset = base + before
    part.length = bytes.count - before
    return part
  }

  private static func integers(_ numbers: [Int64], _ bytes: inout [UInt8]) -> ColumnPart {
    guard var before = numbers.first else { return ColumnPart(form: .constantInteger, least: 0) }
    var (least, greatest, isAscending) = (before, before, true)
    for number in numbers {
      least = min(least, number)
      greatest = max(greatest, number)
      isAscending = isAscending && number >= before
      before = number
    }
    var part = ColumnPart(
      form: .int64, least: least, greatest: greatest, isAscending: isAscending)
    func fits<Number: FixedWidthInteger>(_ type: Number.Type) -> Bool {
      least >= Int64(Number.min) && greatest <= Int64(Number.max)
    }
    if least == greatest {
      part.form = .constantInteger
    } else if fits(Int8.self) {
      part.form = .int8
      add(numbers, as: Int8.self, &bytes)
    } else if fits(Int16.self) {
      part.form = .int16
      add(numbers, as: Int16.self, &bytes)
    } else if fits(Int32.self) {
      part.form = .int32
      add(numbers, as: Int32.self, &bytes)
    } else {
      numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return part
  }

  private static func add<Number: FixedWidthInteger>(
    _ numbers: [Int64], as type: Number.Type, _ bytes: inout [UInt8]
  ) {
    let narrow = numbers.map { Number(truncatingIfNeeded: $0) }
    narrow.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private static func reals(_ numbers: [Double], _ bytes: inout [UInt8]) -> ColumnPart {
    let first = numbers.first ?? .nan
    // Every NaN is the same NULL; of the two zeros each stays what it is.
    let isConstant =
      first.isNaN
      ? numbers.allSatisfy(\.isNaN) : numbers.allSatisfy { $0.bitPattern == first.bitPattern }
    if isConstant {
      let bits = first.isNaN ? Double.nan.bitPattern : first.bitPattern
      return ColumnPart(form: .constantReal, least: Int64(bitPattern: bits))
    }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return ColumnPart(form: .real)
  }

  private static func packed(_ entries: ByteColumn, _ bytes: inout [UInt8]) -> ColumnPart {
    let count = entries.count
    let width = count == 0 ? 0 : entries.byteRange(0).count
    let isConstant = entries.bytes.withUnsafeBytes { all in
      (0..<count).allSatisfy { row in
        let range = entries.byteRange(row)
        return range.count == width
          && all[range].elementsEqual(all[entries.byteRange(0)])
      }
    }
    if isConstant {
      if count > 0 { bytes.append(contentsOf: entries.bytes[entries.byteRange(0)]) }
      return ColumnPart(form: .constantBytes)
    }
    let ends = entries.ends.map { UInt32($0) }
    ends.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: entries.bytes[..<(entries.ends.last ?? 0)])
    return ColumnPart(form: .bytes)
  }
}
