import Inventory

/// Turns the codes of a column into values, without making a `String` per row.
///
/// Most codes have at most eight bytes: they are looked up as one integer. A survey runs through
/// the same few codes again and again, so the last one is remembered.
struct CodeResolver<Value: Sendable>: Sendable {
  private var short: [UInt64: Value] = [:]
  private var long: [String: Value] = [:]
  private let unknown: Value
  private var lastKey: UInt64?
  private var lastValue: Value

  init(_ list: CodeList?, unknown: Value, value: (CodeList.Entry) -> Value?) {
    self.unknown = unknown
    lastValue = unknown
    guard let list else { return }
    for (code, entry) in list.entries {
      guard let resolved = value(entry) else { continue }
      let bytes = Array(code.utf8)
      if let key = Self.key(bytes[...]) { short[key] = resolved } else { long[code] = resolved }
    }
  }

  /// The value of a code; `unknown` for a blank or a code that is not in the list.
  mutating func value(_ code: ArraySlice<UInt8>) -> Value {
    guard let key = Self.key(code) else {
      return long[String(decoding: code, as: UTF8.self)] ?? unknown
    }
    if key == lastKey { return lastValue }
    let value = short[key] ?? unknown
    lastKey = key
    lastValue = value
    return value
  }

  private static func key(_ code: ArraySlice<UInt8>) -> UInt64? {
    guard code.count <= 8 else { return nil }
    var key: UInt64 = 0
    for byte in code { key = key << 8 | UInt64(byte) }
    return key
  }
}
