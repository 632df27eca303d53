@testable import Geospatial

/// Rows written out with quotes read back as the same rows.
enum DelimitedTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let rows = DelimitedText.rows(bytes)
    let cells = rows.reduce(0) { $0 + $1.count }
    try hold(cells <= bytes.count + 1, "\(cells) cells from \(bytes.count) bytes")
    guard !rows.isEmpty else {
      try hold(bytes.isEmpty, "no rows from \(bytes.count) bytes")
      return
    }
    var written: [UInt8] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { written.append(UInt8(ascii: ",")) }
        written.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { written.append(byte) }
          written.append(byte)
        }
        written.append(UInt8(ascii: "\""))
      }
      written.append(0x0A)
    }
    let again = DelimitedText.rows(written)
    // One column of a first row is separated by nothing, so there is nothing to find out from.
    guard rows[0].count > 1 else { return }
    try hold(again == rows, "\(rows) reads back as \(again)")
  }
}
