internal import CGDAL

/// The C library's converter from one encoding to UTF-32.
struct ByteConverter: ~Copyable {
  private let handle: iconv_t

  init?(from name: String) {
    guard let handle = iconv_open("UTF-32LE", name), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The single character these bytes are, or nil.
  func scalar(_ bytes: [UInt8]) -> UInt32? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 8)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        iconv(handle, nil, nil, nil, nil)
        return iconv(handle, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result == 0, inputLeft == 0, outputLeft == 4 else { return nil }
    return (0..<4).reduce(UInt32(0)) { $0 | UInt32(UInt8(bitPattern: output[$1])) << (8 * $1) }
  }
}
