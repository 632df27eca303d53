import Configuration

/// Whatever is read has a canonical form that reads back as itself; whatever is refused is refused
/// at a place in the file.
enum JSON5Target {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    guard let value = try parsed(bytes) else { return }
    let canonical = value.canonicalJSON()
    guard let again = try parsed(Array(canonical.utf8)) else {
      throw Violation("the canonical form is refused: \(canonical)")
    }
    try hold(again.canonicalJSON() == canonical, "reads back differently: \(canonical)")
  }

  /// Nil where the bytes are refused.
  static func parsed(_ bytes: [UInt8]) throws(Violation) -> ConfigurationValue? {
    let result = Result { () throws(ConfigurationError) in
      try JSON5.parse(bytes, file: "x.json5")
    }
    switch result {
    case .success(let value): return value
    case .failure(let error):
      guard let position = error.position else { throw Violation("refused without a place") }
      try hold(
        position.line >= 1 && position.column >= 1
          && position.line + position.column <= bytes.count + 2,
        "refused at \(position) of \(bytes.count) bytes")
      return nil
    }
  }
}
