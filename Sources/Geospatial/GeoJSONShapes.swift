/// Which features of a GeoJSON file have something for a geometry.
///
/// GDAL gives a feature without geometry both for `null` and for a geometry that it cannot read;
/// only the text tells them apart. The file is gone through once, byte by byte, without being
/// understood further than its brackets.
struct GeoJSONShapes {
  private static let piece = 1 << 20
  /// Deeper nesting is no GeoJSON.
  private static let deepest = 64

  /// By feature, in the order of the file.
  private(set) var hasGeometry: [Bool] = []
  /// Whether all brackets were closed.
  var isWhole: Bool { stack.isEmpty && begun && !isBroken }

  private var stack: [UInt8] = []
  private var begun = false
  private var isBroken = false
  private var isInText = false
  private var isEscaped = false
  private var isKey = false
  /// The last key of the object that is open, for the two levels that matter.
  private var key: [UInt8] = []
  private var isFeatures = false
  private var awaitsGeometry = false

  /// - Returns: nil where the file cannot be read or is no collection of features.
  init?(_ path: String) {
    guard let file = try? RawFile(path) else { return nil }
    for start in stride(from: 0, to: file.size, by: Self.piece) {
      guard let bytes = try? file.bytes(start..<min(start + Self.piece, file.size)) else {
        return nil
      }
      for byte in bytes {
        step(byte)
        if isBroken { return nil }
      }
    }
    guard isWhole else { return nil }
  }

  private mutating func step(_ byte: UInt8) {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      if isInText, isKey, key.count < 16 { key.append(byte) }
      return
    }
    switch byte {
    case UInt8(ascii: "\""):
      isInText = true
      // A text where a geometry should be is something that cannot be read.
      beginValue(isNull: false)
      if isKey { key.removeAll(keepingCapacity: true) }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      beginValue(isNull: false)
      begun = true
      stack.append(byte)
      if stack.count > Self.deepest { isBroken = true }
      if stack.count == 2 {
        isFeatures = byte == UInt8(ascii: "[") && key.elementsEqual("features".utf8)
      }
      if stack.count == 3, isFeatures, byte == UInt8(ascii: "{") { hasGeometry.append(false) }
      isKey = byte == UInt8(ascii: "{")
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if stack.popLast() == nil { isBroken = true }
      isKey = false
    case UInt8(ascii: ","):
      isKey = stack.last == UInt8(ascii: "{")
    case UInt8(ascii: ":"):
      awaitsGeometry =
        isFeatures && stack.count == 3 && isKey && key.elementsEqual("geometry".utf8)
      isKey = false
    case 0x20, 0x09, 0x0A, 0x0D: break
    default: beginValue(isNull: byte == UInt8(ascii: "n"))
    }
  }

  private mutating func beginValue(isNull: Bool) {
    guard awaitsGeometry else { return }
    awaitsGeometry = false
    if let last = hasGeometry.indices.last { hasGeometry[last] = !isNull }
  }
}
