/// Rows of cells as CSV (RFC 4180), gathered until they are put out together.
struct CSVLines {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// Byte by byte: to Swift a quote and an accent after it are one character, to a reader of CSV not.
  mutating func append(_ cells: [String]) {
    if count > 0 { bytes.append(UInt8(ascii: "\n")) }
    count += 1
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      let isQuoted =
        cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        // A line of its own without anything would be no row.
        || cells.count == 1 && cell.isEmpty
      if isQuoted { bytes.append(UInt8(ascii: "\"")) }
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }
  }

  /// Hands out the lines so far, without an end of line after the last.
  mutating func take() -> String {
    defer {
      bytes.removeAll(keepingCapacity: true)
      count = 0
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
