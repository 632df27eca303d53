/// Cells as a person reads them.
enum CellText {
  /// Without the traces of storage: `12.0` becomes `12`, GDAL's `2038/12/31` becomes
  /// `2038-12-31`, binary noise such as `12.300000000000001` its shortest form `12.3`.
  static func plain(_ cell: String) -> String {
    let bytes = Array(cell.utf8)
    if bytes.count >= 10, bytes[4] == UInt8(ascii: "/"), bytes[7] == UInt8(ascii: "/"),
      bytes[..<10].enumerated().allSatisfy({
        $0.offset == 4 || $0.offset == 7 || isDigit($0.element)
      })
    {
      var text = Array(bytes[..<10])
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
      let rest = bytes[10...]
      if rest.isEmpty || rest.starts(with: Array(" 00:00:00".utf8)) {
        return String(decoding: text, as: UTF8.self)
      }
      return String(decoding: text, as: UTF8.self) + "T"
        + String(decoding: rest.dropFirst(), as: UTF8.self)
    }
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot > 0,
      bytes[(bytes[0] == UInt8(ascii: "-") ? 1 : 0)..<dot].allSatisfy(isDigit),
      bytes[(dot + 1)...].allSatisfy(isDigit), bytes.count > dot + 1
    else { return cell }
    if bytes[(dot + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }), bytes.count == dot + 2 {
      return String(decoding: bytes[..<dot], as: UTF8.self)
    }
    // Seventeen digits are how a binary fraction is stored, not how anybody typed it.
    guard bytes.count - 1 >= 17, let value = Double(cell), abs(value) < 1e15 else { return cell }
    let rounded = (value * 1e9).rounded() / 1e9
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
