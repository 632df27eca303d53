@testable import Geospatial
@testable import Mapping

#if canImport(Glibc)
  import Glibc
#endif

/// A number is read as the C library reads it, to the last bit, or left to GDAL.
enum NumberTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let cell = Array(bytes.prefix(64))
    for wholeOnly in [false, true] {
      guard let number = cell.withUnsafeBytes({ PlainNumber.parse($0, wholeOnly: wholeOnly) })
      else { continue }
      let text = String(decoding: cell.drop { $0 == 0x20 }, as: UTF8.self)
      if number.isNaN {
        try hold(cell.allSatisfy { $0 == 0x20 }, "\(text) is no number")
        continue
      }
      let expected = strtod(text, nil)
      try hold(
        number == expected && number.sign == expected.sign,
        "“\(text)” is \(expected), read as \(number)")
    }
    let number = NumberText.parse(cell[...])
    if !number.isNaN {
      let expected = strtod(String(decoding: cell, as: UTF8.self), nil)
      try hold(number == expected, "\(cell) is \(expected), read as \(number)")
      var written: [UInt8] = []
      NumberText.append(number, to: &written)
      try hold(!written.isEmpty, "\(number) is written as nothing")
    }
  }
}
