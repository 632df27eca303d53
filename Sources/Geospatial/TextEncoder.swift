/// Turns UTF-8 into the bytes of an older encoding, for files other programs must open.
struct TextEncoder: Sendable {
  let encoding: TextEncoding
  private let reverse: [UInt16]

  private static let gbReverse: [UInt16] = {
    var reverse = [UInt16](repeating: 0, count: 0x10000)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let scalar = DoubleByteTable.scalar(DoubleByteTable.gb18030, lead, trail)
        if scalar != 0, scalar < 0x10000, reverse[Int(scalar)] == 0 {
          reverse[Int(scalar)] = UInt16(lead) << 8 | UInt16(trail)
        }
      }
    }
    return reverse
  }()

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    reverse = encoding == .gb18030 || encoding == .gbk ? TextEncoder.gbReverse : []
  }

  /// The bytes, or the first character that the encoding has no bytes for.
  func encode(_ text: String) -> Result<[UInt8], UnencodableCharacter> {
    var output: [UInt8] = []
    switch encoding {
    case .utf8: return .success(Array(text.utf8))
    case .latin1:
      for scalar in text.unicodeScalars {
        guard scalar.value < 256 else { return .failure(UnencodableCharacter(scalar: scalar)) }
        output.append(UInt8(scalar.value))
      }
    case .big5:
      for scalar in text.unicodeScalars {
        guard scalar.isASCII else { return .failure(UnencodableCharacter(scalar: scalar)) }
        output.append(UInt8(scalar.value))
      }
    case .gb18030, .gbk:
      for scalar in text.unicodeScalars {
        let pair = scalar.value < 0x10000 ? reverse[Int(scalar.value)] : 0
        if scalar.isASCII {
          output.append(UInt8(scalar.value))
        } else if pair != 0 {
          output.append(UInt8(pair >> 8))
          output.append(UInt8(pair & 0xFF))
        } else if encoding == .gb18030, let four = FourByteTable.bytes(scalar.value) {
          output += [four.0, four.1, four.2, four.3]
        } else {
          return .failure(UnencodableCharacter(scalar: scalar))
        }
      }
    }
    return .success(output)
  }
}

/// A character an encoding has no bytes for.
struct UnencodableCharacter: Error, Equatable {
  var scalar: Unicode.Scalar
}
