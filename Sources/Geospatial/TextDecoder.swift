internal import CGDAL

/// Turns the raw bytes of a table's texts into UTF-8, counting what cannot be read.
///
/// GDAL opens a converter for every single value; a table built once from the same converter is
/// about four times faster for a whole shapefile, and notices malformed values.
struct TextDecoder: Sendable {
  /// What decoding one text met.
  enum Damage: Equatable {
    case none, cutAtEnd, malformed
    /// UTF-8 in a table of GB 18030, read as what it is.
    case otherEncoding
  }

  enum UTF8Step: Equatable {
    case complete(Int)
    case cut
    case malformed
  }

  let encoding: TextEncoding
  private let table: [UInt32]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    switch encoding {
    case .gb18030, .gbk: table = DoubleByteTable.gb18030
    case .big5: table = DoubleByteTable.big5
    case .utf8, .latin1: table = []
    }
  }

  /// Appends the text as UTF-8, without blanks (ASCII, no-break, full-width) at either end.
  /// Half a character at the end is dropped; other malformed bytes become U+FFFD.
  func append(_ source: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Damage {
    var first = 0
    var last = source.count
    while first < last, source[first] <= 0x20 { first += 1 }
    while last > first, source[last - 1] <= 0x20 { last -= 1 }
    guard first < last else { return .none }
    let text = UnsafeRawBufferPointer(rebasing: source[first..<last])
    guard text.contains(where: { $0 >= 0x80 }) else {
      output.append(contentsOf: text)
      return .none
    }
    let start = output.count
    let damage: Damage
    switch encoding {
    case .utf8: damage = appendUTF8(text, to: &output)
    case .gb18030, .gbk:
      if TextDecoder.isStrayUTF8(text) {
        _ = appendUTF8(text, to: &output)
        damage = .otherEncoding
      } else {
        damage = appendDoubleByte(text, to: &output)
      }
    case .big5: damage = appendDoubleByte(text, to: &output)
    case .latin1:
      for byte in text { TextDecoder.append(UInt32(byte), to: &output) }
      damage = .none
    }
    TextDecoder.trim(&output, from: start)
    return damage
  }

  /// Whether a text in a table of GB 18030 is Chinese in UTF-8, as a program writes that appends to
  /// a file without asking for its encoding: well-formed, with two characters or more, and read as
  /// GB 18030 not of the characters in use (GB 2312).
  static func isStrayUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < text.count, text[index] < 0x80 { index += 1 }
    // Nearly all texts of GB 18030 end here.
    guard index + 5 < text.count, text[index] & 0xF0 == 0xE0, text[index + 1] & 0xC0 == 0x80,
      text[index + 2] & 0xC0 == 0x80
    else { return false }
    let start = index
    var characters = 0
    steps: while index < text.count {
      switch utf8Length(text, at: index) {
      case .complete(1): index += 1
      case .complete(3):
        characters += 1
        index += 3
      case .cut: break steps
      case .complete, .malformed: return false
      }
    }
    return characters >= 2 && !isGB2312(text, from: start)
  }

  private static func isGB2312(_ text: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var index = start
    while index < text.count {
      if text[index] < 0x80 {
        index += 1
        continue
      }
      guard index + 1 < text.count, 0xA1...0xF7 ~= text[index], !(0xAA...0xAF ~= text[index]),
        0xA1...0xFE ~= text[index + 1]
      else { return false }
      index += 2
    }
    return true
  }

  func string(_ source: UnsafeRawBufferPointer) -> (text: String, damage: Damage) {
    var bytes: [UInt8] = []
    let damage = append(source, to: &bytes)
    return (String(decoding: bytes, as: UTF8.self), damage)
  }

  private func appendUTF8(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Damage {
    var damage = Damage.none
    var index = 0
    while index < text.count {
      switch TextDecoder.utf8Length(text, at: index) {
      case .complete(let length):
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[index..<(index + length)]))
        index += length
      case .cut:
        return damage == .none ? .cutAtEnd : damage
      case .malformed:
        damage = .malformed
        TextDecoder.append(0xFFFD, to: &output)
        index += 1
      }
    }
    return damage
  }

  private func appendDoubleByte(
    _ text: UnsafeRawBufferPointer, to output: inout [UInt8]
  ) -> Damage {
    var damage = Damage.none
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        output.append(lead)
        index += 1
        continue
      }
      guard index + 1 < text.count else {
        if lead >= 0x81, lead <= 0xFE { return damage == .none ? .cutAtEnd : damage }
        TextDecoder.append(0xFFFD, to: &output)
        return .malformed
      }
      let trail = text[index + 1]
      let scalar = DoubleByteTable.scalar(table, lead, trail)
      if scalar != 0 {
        TextDecoder.append(scalar, to: &output)
        index += 2
        continue
      }
      if encoding != .big5, trail >= 0x30, trail <= 0x39 {
        guard index + 3 < text.count else { return damage == .none ? .cutAtEnd : damage }
        if let scalar = FourByteTable.scalar(lead, trail, text[index + 2], text[index + 3]) {
          TextDecoder.append(scalar, to: &output)
          index += 4
          continue
        }
      }
      damage = .malformed
      TextDecoder.append(0xFFFD, to: &output)
      // An ASCII byte after a stray one is itself.
      index += trail < 0x80 || lead == 0x80 || lead == 0xFF ? 1 : 2
    }
    return damage
  }

  /// One step through UTF-8 as Unicode 15 table 3-7 has it: no overlong forms, no surrogates.
  static func utf8Length(_ text: UnsafeRawBufferPointer, at index: Int) -> UTF8Step {
    let lead = text[index]
    if lead < 0x80 { return .complete(1) }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return .malformed
    }
    for offset in 1..<length {
      guard index + offset < text.count else { return .cut }
      let byte = text[index + offset]
      guard byte >= low, byte <= high else { return .malformed }
      (low, high) = (0x80, 0xBF)
    }
    return .complete(length)
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else if scalar < 0x10000 {
      output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      output.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else {
      output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      output.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F))
      output.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  private static func trim(_ output: inout [UInt8], from start: Int) {
    while true {
      let end = output.count
      guard end > start else { return }
      if output[end - 1] <= 0x20 {
        output.removeLast()
      } else if end - start >= 3, output[end - 1] == 0x80, output[end - 2] == 0x80,
        output[end - 3] == 0xE3
      {
        output.removeLast(3)
      } else if end - start >= 2, output[end - 1] == 0xA0, output[end - 2] == 0xC2 {
        output.removeLast(2)
      } else {
        break
      }
    }
    var first = start
    while first < output.count {
      if output[first] <= 0x20 {
        first += 1
      } else if output.count - first >= 3, output[first] == 0xE3, output[first + 1] == 0x80,
        output[first + 2] == 0x80
      {
        first += 3
      } else if output.count - first >= 2, output[first] == 0xC2, output[first + 1] == 0xA0 {
        first += 2
      } else {
        break
      }
    }
    if first > start { output.removeSubrange(start..<first) }
  }
}
