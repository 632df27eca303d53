/// Gathers the rows of an `OverlayLayer`.
struct OverlayLayerBuilder {
  let frame: OverlayFrame
  /// Vertices, and room for more after the first `vertexCount`.
  private(set) var x: [Int32] = []
  private(set) var y: [Int32] = []
  private var vertexCount = 0
  private(set) var chunkFirst: [Int32] = []
  private(set) var chunkCount: [UInt8] = []
  private(set) var chunkBoxes: [GridBox] = []
  private(set) var groupBoxes: [GridBox] = []
  private(set) var rowChunkEnds: [Int32] = []
  private(set) var rowGroupEnds: [Int32] = []
  private(set) var rowBoxes: [GridBox] = []
  private(set) var areas: [Double] = []

  init(on frame: OverlayFrame) { self.frame = frame }

  mutating func append(_ column: WKBColumn, isClipped: Bool) throws(OverlayError) {
    // A point takes sixteen bytes, so this is a little more than enough.
    let vertices = column.bytes.count / 16
    reserve(
      vertices: vertices, chunks: vertices / OverlayLayer.chunkEdges + column.count,
      rows: column.count)
    for row in 0..<column.count { try appendRow(row, of: column, isClipped: isClipped) }
  }

  mutating func reserve(vertices: Int, chunks: Int, rows: Int) {
    makeRoom(vertices)
    chunkFirst.reserveCapacity(chunks)
    chunkCount.reserveCapacity(chunks)
    chunkBoxes.reserveCapacity(chunks)
    groupBoxes.reserveCapacity(chunks / OverlayLayer.groupChunks + rows)
    rowBoxes.reserveCapacity(rows)
    areas.reserveCapacity(rows)
    rowChunkEnds.reserveCapacity(rows)
    rowGroupEnds.reserveCapacity(rows)
  }

  /// Makes room for some more vertices and those that mean nothing.
  private mutating func makeRoom(_ more: Int) {
    let wanted = vertexCount + more + OverlayLayer.chunkEdges
    if wanted <= x.count { return }
    x.append(contentsOf: repeatElement(0, count: wanted - x.count))
    y.append(contentsOf: repeatElement(0, count: wanted - y.count))
  }

  mutating func append(_ part: OverlayLayer) {
    let vertices = Int32(vertexCount)
    let chunks = Int32(chunkFirst.count)
    let groups = Int32(groupBoxes.count)
    // With the vertices that mean nothing, which the next part overwrites.
    makeRoom(part.x.count)
    x.replaceSubrange(vertexCount..<vertexCount + part.x.count, with: part.x)
    y.replaceSubrange(vertexCount..<vertexCount + part.y.count, with: part.y)
    vertexCount += part.x.count - OverlayLayer.chunkEdges
    for first in part.chunkFirst { chunkFirst.append(first + vertices) }
    chunkCount += part.chunkCount
    chunkBoxes += part.chunkBoxes
    groupBoxes += part.groupBoxes
    for end in part.rowChunkEnds { rowChunkEnds.append(end + chunks) }
    for end in part.rowGroupEnds { rowGroupEnds.append(end + groups) }
    rowBoxes += part.rowBoxes
    areas += part.areas
  }

  /// Leaves no more room than a layer has after its vertices.
  mutating func finish() {
    makeRoom(0)
    let end = vertexCount + OverlayLayer.chunkEdges
    x.removeLast(x.count - end)
    y.removeLast(y.count - end)
  }

  private mutating func appendRow(
    _ row: Int, of column: WKBColumn, isClipped: Bool
  ) throws(OverlayError) {
    let bytes = unsafe column.bytes.span.bytes
    let firstChunk = chunkFirst.count
    var box = GridBox.empty
    var cells: Int128 = 0
    var isOutside = false
    do throws(WKBError) {
      var rings = try WKBRings(bytes, column.byteRange(row))
      while let ring = try rings.next(bytes) {
        let first = vertexCount
        if !appendVertices(bytes, ring) {
          guard isClipped else {
            isOutside = true
            break
          }
          for place in Self.clipped(bytes, ring, to: frame) { append(place, after: first) }
        }
        cells += closeRing(from: first, isShell: ring.isShell, &box)
      }
    } catch {
      throw .geometry(WKBError(row: row, offset: error.offset, problem: error.problem))
    }
    if isOutside { throw .outsideFrame(row: row) }
    for first in stride(from: firstChunk, to: chunkFirst.count, by: OverlayLayer.groupChunks) {
      var group = GridBox.empty
      for chunk in first..<min(first + OverlayLayer.groupChunks, chunkFirst.count) {
        group.formUnion(chunkBoxes[chunk])
      }
      groupBoxes.append(group)
    }
    rowChunkEnds.append(Int32(chunkFirst.count))
    rowGroupEnds.append(Int32(groupBoxes.count))
    rowBoxes.append(box)
    areas.append(Double(cells) / 2 / (OverlayFrame.cellsPerMetre * OverlayFrame.cellsPerMetre))
  }

  /// False, and nothing appended, if a vertex lies outside the frame.
  private mutating func appendVertices(_ bytes: RawSpan, _ ring: WKBRings.Ring) -> Bool {
    makeRoom(ring.count)
    guard let count = Self.place(bytes, ring, on: frame, &x, &y, from: vertexCount) else {
      return false
    }
    vertexCount += count
    return true
  }

  /// The number of vertices stored, repeated ones dropped, or nil if one lies outside the frame.
  private static func place(
    _ bytes: RawSpan, _ ring: WKBRings.Ring, on frame: OverlayFrame, _ allX: inout [Int32],
    _ allY: inout [Int32], from first: Int
  ) -> Int? {
    var x = allX.mutableSpan
    var y = allY.mutableSpan
    var next = first
    var offset = ring.offset
    var previous: (x: Int32, y: Int32) = (-1, -1)
    for _ in 0..<ring.count {
      let easting = WKBRings.double(bytes, offset, ring.bigEndian)
      let northing = WKBRings.double(bytes, offset + 8, ring.bigEndian)
      guard let place = frame.place(x: easting, y: northing) else { return nil }
      if place != previous {
        x[next] = place.x
        y[next] = place.y
        next += 1
        previous = place
      }
      offset += ring.stride
    }
    return next - first
  }

  /// Appends a vertex to the ring that starts at `first`, unless it repeats the one before.
  private mutating func append(_ place: (x: Int32, y: Int32), after first: Int) {
    let last = vertexCount - 1
    if last >= first, x[last] == place.x, y[last] == place.y { return }
    makeRoom(1)
    x[vertexCount] = place.x
    y[vertexCount] = place.y
    vertexCount += 1
  }

  /// Twice the signed area of the closed ring from `first` on, in cells.
  private func twiceArea(from first: Int) -> Int128 {
    guard vertexCount > first + 3 else { return 0 }
    let xs = x.span.extracting(first..<vertexCount)
    let ys = y.span.extracting(first..<vertexCount)
    let (x0, y0) = (xs[0], ys[0])
    var sum: Int128 = 0
    var part: Int64 = 0
    var most: UInt64 = 0
    for b in 2..<xs.count {
      let cross = Grid.cross(x0, y0, xs[b - 1], ys[b - 1], xs[b], ys[b])
      // In 64 bits as long as that holds the sum for sure.
      most &+= cross.magnitude
      if most >= 1 << 62 {
        sum += Int128(part)
        part = 0
        most = cross.magnitude
      }
      part &+= cross
    }
    return sum + Int128(part)
  }

  /// Orients and cuts the ring made of the vertices from `first` on, or drops it if it has no
  /// area. Returns twice its area, negative for a hole.
  private mutating func closeRing(
    from first: Int, isShell: Bool, _ box: inout GridBox
  ) -> Int128 {
    if vertexCount > first, x[first] != x[vertexCount - 1] || y[first] != y[vertexCount - 1] {
      append((x[first], y[first]), after: first)
    }
    var twice = twiceArea(from: first)
    if twice == 0 {
      vertexCount = first
      return 0
    }
    if (twice > 0) != isShell {
      Self.reverse(&x, first..<vertexCount)
      Self.reverse(&y, first..<vertexCount)
      twice = -twice
    }
    let last = vertexCount - 1
    let (xs, ys) = (x, y)
    let (x, y) = (xs.span, ys.span)
    var start = first
    while start < last {
      let end = min(start + OverlayLayer.chunkEdges, last)
      var chunk = GridBox.empty
      for vertex in start...end { chunk.extend(x[vertex], y[vertex]) }
      chunkFirst.append(Int32(start))
      chunkCount.append(UInt8(end - start))
      chunkBoxes.append(chunk)
      box.formUnion(chunk)
      start = end
    }
    return twice
  }

  /// In place: `reverse()` of a slice copies it twice.
  private static func reverse(_ values: inout [Int32], _ range: Range<Int>) {
    var values = values.mutableSpan
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      values.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
