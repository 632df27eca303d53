@testable import Geometry

/// Boxes and polygons from bytes: the packed index finds what a search of all rows finds, and the
/// overlay kernel's areas stay within what they are parts of.
enum OverlayTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    guard bytes.count >= 4 else { return }
    var polygons: [PolygonBuffer] = []
    var ring: [(x: Double, y: Double)] = []
    // Four bits each: neighbours share corners and edges far more often than by chance.
    for byte in bytes.prefix(160) {
      if byte == 0xFF {
        close(&ring, &polygons)
      } else {
        ring.append((Double(byte & 15), Double(byte >> 4)))
      }
    }
    close(&ring, &polygons)
    try index(polygons)
    try divide(polygons)
  }

  private static func close(
    _ ring: inout [(x: Double, y: Double)], _ polygons: inout [PolygonBuffer]
  ) {
    defer { ring.removeAll() }
    guard ring.count >= 3 else { return }
    var polygon = PolygonBuffer()
    polygon.appendRing(ring, isShell: true)
    polygons.append(polygon)
  }

  private static func index(_ polygons: [PolygonBuffer]) throws(Violation) {
    let envelopes = polygons.map { PlanarMeasures.envelope(of: $0) }
    let index = PackedIndex(envelopes)
    for query in envelopes {
      let found = index.rows(meeting: query)
      let expected = envelopes.indices.filter { envelopes[$0].intersects(query) }
      try hold(found == expected, "the index finds \(found), a search \(expected)")
    }
  }

  private static func divide(_ polygons: [PolygonBuffer]) throws(Violation) {
    var column = WKBColumn()
    for polygon in polygons { column.append(polygon) }
    do {
      let frame = try OverlayFrame(covering: try PlanarMeasures.envelopes(of: column))
      let layer = try OverlayLayer(column, on: frame)
      var filter = SelfCrossingFilter()
      let suspects = Set(try filter.suspects(in: column))
      let allSound = suspects.isEmpty
      var kernel = try OverlayKernel(subjects: layer, others: layer)
      var shares: [OverlayShare] = []
      for row in polygons.indices {
        let totals = kernel.divide(subject: row, into: &shares)
        try hold(
          totals.covered <= totals.eligible && totals.eligible <= totals.subject
            && totals.covered >= 0,
          "\(totals)")
        for share in shares {
          try hold(share.area >= 0 && share.area <= totals.subject, "\(share)")
        }
        // A polygon covers itself.
        if allSound, !suspects.contains(row) {
          let own = shares.first { $0.row == row }?.area ?? 0
          try hold(
            abs(own - layer.areas[row]) < 1e-6, "covers itself with \(own) of \(layer.areas[row])")
        }
      }
    } catch let error as Violation {
      throw error
    } catch {
      throw Violation("small polygons are refused: \(error)")
    }
  }
}
