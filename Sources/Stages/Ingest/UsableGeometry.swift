internal import Geometry

/// Tells polygons that can be worked with from everything else that a layer may hold.
enum UsableGeometry {
  struct Fault: Equatable {
    var row: Int
    /// What the row has instead of a polygon.
    var reason: String
  }

  /// The polygons; rows that hold anything else become empty and are named.
  static func only(_ column: WKBColumn) -> (geometry: WKBColumn, faults: [Fault]) {
    var faults: [Fault] = []
    column.bytes.withUnsafeBytes { bytes in
      for row in 0..<column.count {
        let range = column.byteRange(row)
        guard !range.isEmpty else { continue }
        let shape = UnsafeRawBufferPointer(rebasing: bytes[range])
        if let reason = fault(shape) { faults.append(Fault(row: row, reason: reason)) }
      }
    }
    guard !faults.isEmpty else { return (column, []) }
    let bad = Set(faults.map(\.row))
    var kept = WKBColumn()
    for row in 0..<column.count {
      if bad.contains(row) { kept.append([]) } else { kept.append(column[row]) }
    }
    return (kept, faults)
  }

  private static func fault(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.count >= 9, bytes[0] == 1 else { return "malformed" }
    var place = 0
    switch word(bytes, 1) {
    case 1, 4: return "point"
    case 2, 5: return "line"
    case 3: return polygon(bytes, &place) ?? (place == bytes.count ? nil : "malformed")
    case 6:
      let parts = Int(word(bytes, 5))
      place = 9
      guard parts > 0 else { return "no rings" }
      for _ in 0..<parts {
        if let fault = polygon(bytes, &place) { return fault }
      }
      return place == bytes.count ? nil : "malformed"
    default: return "not a polygon"
    }
  }

  private static func polygon(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> String? {
    guard place + 9 <= bytes.count, bytes[place] == 1, word(bytes, place + 1) == 3 else {
      return "malformed"
    }
    let rings = Int(word(bytes, place + 5))
    place += 9
    guard rings > 0 else { return "no rings" }
    for _ in 0..<rings {
      guard place + 4 <= bytes.count else { return "malformed" }
      let points = Int(word(bytes, place))
      place += 4
      guard points <= (bytes.count - place) / 16 else { return "malformed" }
      guard points >= 4 else { return "a ring of \(points) points" }
      for number in 0..<(2 * points) {
        let bits = bytes.loadUnaligned(fromByteOffset: place + 8 * number, as: UInt64.self)
        // False for NaN too. No system has coordinates beyond a million kilometres.
        guard abs(Double(bitPattern: UInt64(littleEndian: bits))) < 1e9 else {
          return "coordinates that are no place"
        }
      }
      place += 16 * points
    }
    return nil
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
