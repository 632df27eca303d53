/// Comma-, semicolon- or tab-separated values (RFC 4180), read without guessing headers.
enum DelimitedText {
  /// The delimiter that separates most in the first line, outside quotes.
  static func delimiter(_ text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x0A || byte == 0x0D { break }
        counts[byte, default: 0] += 1
      }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  /// All rows; blank lines are rows with one empty cell.
  static func rows(_ text: [UInt8]) -> [[String]] {
    let delimiter = delimiter(text)
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var index = 0
    func endCell() {
      row.append(trimmed(cell))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    while index < text.count {
      let byte = text[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < text.count, text[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
        isQuoted = true
        wasQuoted = true
      } else if byte == delimiter {
        endCell()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
        endCell()
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.isEmpty || wasQuoted {
      endCell()
      rows.append(row)
    }
    return rows
  }

  private static func trimmed(_ cell: [UInt8]) -> String {
    var output: [UInt8] = []
    _ = cell.withUnsafeBytes { TextDecoder(.utf8).append($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }
}
