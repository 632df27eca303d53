/// The polygons met so far, by digest: open addressing with linear probing, the digest being as
/// good a hash as any.
struct PolygonIndex: Sendable {
  /// Where a polygon was met.
  struct Place: Sendable {
    var source: Int32
    /// As the source counts its rows.
    var row: Int64
  }

  private var digests: [GeometryDigest] = []
  private var places: [Place] = []
  /// Positions in `digests`; -1 where free.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// Adds a polygon unless it is there.
  ///
  /// - Returns: where it was met first; nil for a new one.
  mutating func insert(_ digest: GeometryDigest, at place: Place) -> Place? {
    if 2 * (digests.count + 1) > slots.count { grow() }
    var slot = Self.first(digest, slots.count)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if digests[number] == digest { return places[number] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(digests.count)
    digests.append(digest)
    places.append(place)
    return nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, digest) in digests.enumerated() {
      var slot = Self.first(digest, slots.count)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func first(_ digest: GeometryDigest, _ count: Int) -> Int {
    // The lowest bit of a digest is always set.
    Int(truncatingIfNeeded: digest.low >> 1) & (count - 1)
  }
}
