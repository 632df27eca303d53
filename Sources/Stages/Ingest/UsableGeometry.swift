internal import Geometry
internal import Geospatial

/// Tells polygons that can be worked with from everything else that a layer may hold.
enum UsableGeometry {
  struct Fault: Equatable {
    enum Kind: Equatable {
      /// Something else than a polygon.
      case unusable
      /// Something that nobody can read.
      case damaged
      /// Outside the place where the layer lies.
      case elsewhere
    }

    var kind = Kind.unusable
    var row: Int
    /// What the row has instead of a polygon.
    var reason: String
  }

  /// The polygons of a batch, and what stood in the way of the others.
  struct Sorted {
    /// Rows that hold anything but a polygon are empty.
    var geometry: WKBColumn
    var faults: [Fault] = []
    /// Rows with a ring that did not end where it began. It does now: any program that draws the
    /// polygon or measures it draws this last edge, so nothing changes but the record.
    var closed: [Int] = []
  }

  /// The polygons; rows that hold anything else become empty and are named.
  ///
  /// - Parameter extent: where polygons must begin; nil for anywhere.
  static func only(_ column: WKBColumn, within extent: Extent? = nil) -> Sorted {
    var sorted = Sorted(geometry: column)
    var open: [Int: [UInt8]] = [:]
    column.bytes.withUnsafeBytes { bytes in
      for row in 0..<column.count {
        let range = column.byteRange(row)
        guard !range.isEmpty else { continue }
        let shape = UnsafeRawBufferPointer(rebasing: bytes[range])
        var isOpen = false
        if column.byteRange(row).count == RawBatch.brokenShape.count,
          column[row].elementsEqual(RawBatch.brokenShape)
        {
          sorted.faults.append(Fault(kind: .damaged, row: row, reason: "not readable"))
        } else if let reason = fault(shape, &isOpen) {
          sorted.faults.append(Fault(row: row, reason: reason))
        } else if let extent, let start = start(shape), !extent.contains(start.x, start.y) {
          sorted.faults.append(
            Fault(kind: .elsewhere, row: row, reason: "at \(start.x), \(start.y)"))
        } else if isOpen {
          sorted.closed.append(row)
          open[row] = closed(shape)
        }
      }
    }
    guard !sorted.faults.isEmpty || !open.isEmpty else { return sorted }
    let bad = Set(sorted.faults.map(\.row))
    var kept = WKBColumn()
    for row in 0..<column.count {
      if bad.contains(row) {
        kept.append([])
      } else if let closed = open[row] {
        kept.append(closed)
      } else {
        kept.append(column[row])
      }
    }
    sorted.geometry = kept
    return sorted
  }

  /// The first point of a polygon that was looked at.
  private static func start(_ bytes: UnsafeRawBufferPointer) -> (x: Double, y: Double)? {
    let place = word(bytes, 1) == 6 ? 22 : 13
    guard bytes.count >= place + 16 else { return nil }
    return (coordinate(bytes, place), coordinate(bytes, place + 8))
  }

  private static func fault(_ bytes: UnsafeRawBufferPointer, _ isOpen: inout Bool) -> String? {
    guard bytes.count >= 9, bytes[0] == 1 else { return "malformed" }
    var place = 0
    switch word(bytes, 1) {
    case 1, 4: return "point"
    case 2, 5: return "line"
    case 3:
      return polygon(bytes, &place, &isOpen) ?? (place == bytes.count ? nil : "malformed")
    case 6:
      let parts = Int(word(bytes, 5))
      place = 9
      guard parts > 0 else { return "no rings" }
      for _ in 0..<parts {
        if let fault = polygon(bytes, &place, &isOpen) { return fault }
      }
      return place == bytes.count ? nil : "malformed"
    default: return "not a polygon"
    }
  }

  private static func polygon(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ isOpen: inout Bool
  ) -> String? {
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
      guard points >= 3 else { return "a ring of \(points) points" }
      for number in 0..<(2 * points) {
        // False for NaN too. Zone 60 ends at 61 000 000; no system has greater coordinates.
        guard abs(coordinate(bytes, place + 8 * number)) < 1e8 else {
          return "coordinates that are no place"
        }
      }
      let last = place + 16 * (points - 1)
      let isClosed =
        coordinate(bytes, place) == coordinate(bytes, last)
        && coordinate(bytes, place + 8) == coordinate(bytes, last + 8)
      guard points >= 4 || !isClosed else { return "a ring of \(points) points" }
      if !isClosed { isOpen = true }
      place += 16 * points
    }
    return nil
  }

  /// A polygon that was looked at, with the first point of each open ring at its end once more.
  private static func closed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var place = 0
    if word(bytes, 1) == 6 {
      output.append(contentsOf: bytes[..<9])
      place = 9
    }
    while place < bytes.count {
      output.append(contentsOf: bytes[place..<place + 9])
      let rings = Int(word(bytes, place + 5))
      place += 9
      for _ in 0..<rings {
        let points = Int(word(bytes, place))
        let first = place + 4
        let last = first + 16 * (points - 1)
        place = last + 16
        let isClosed =
          coordinate(bytes, first) == coordinate(bytes, last)
          && coordinate(bytes, first + 8) == coordinate(bytes, last + 8)
        let count = UInt32(isClosed ? points : points + 1)
        withUnsafeBytes(of: count.littleEndian) { output.append(contentsOf: $0) }
        output.append(contentsOf: bytes[first..<place])
        if !isClosed { output.append(contentsOf: bytes[first..<first + 16]) }
      }
    }
    return output
  }

  private static func coordinate(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Double {
    let bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Double(bitPattern: UInt64(littleEndian: bits))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}
