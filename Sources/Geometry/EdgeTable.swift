/// Edges on the grid with their boxes, in chunks of sixteen whose boxes are compared at once.
/// Memory is kept from use to use.
struct EdgeTable: Sendable {
  struct Chunk: Sendable {
    /// The first of its sixteen edges; those that are missing have boxes that meet nothing.
    var first: Int
    var box: GridBox
  }

  private struct Ends: Sendable {
    var ax: Int32 = 0
    var ay: Int32 = 0
    var bx: Int32 = 0
    var by: Int32 = 0
  }

  private static let chunkEdges = OverlayLayer.chunkEdges

  private(set) var count = 0
  private(set) var chunks: [Chunk] = []
  private var ends: [Ends] = []
  private var minX: [Int32] = []
  private var minY: [Int32] = []
  private var maxX: [Int32] = []
  private var maxY: [Int32] = []

  mutating func removeAll() {
    count = 0
    chunks.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  func edge(_ edge: Int) -> (ax: Int32, ay: Int32, bx: Int32, by: Int32) {
    let ends = ends[edge]
    return (ends.ax, ends.ay, ends.bx, ends.by)
  }

  @inline(__always)
  func box(_ edge: Int) -> GridBox {
    GridBox(minX: minX[edge], minY: minY[edge], maxX: maxX[edge], maxY: maxY[edge])
  }

  /// Which of the sixteen edges from `first` on have boxes that meet a box: bit k for edge k.
  @inline(__always)
  func lanesMeeting(_ first: Int, _ box: GridBox) -> Int32 {
    // Coordinates are not negative, so no difference overflows; its sign says "apart".
    let apart =
      (box.maxX &- sixteen(minX, first)) | (sixteen(maxX, first) &- box.minX)
      | (box.maxY &- sixteen(minY, first)) | (sixteen(maxY, first) &- box.minY)
    let lanes = SIMD16<Int32>(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
    return ((apart &>> 31 ^ -1) & lanes).wrappedSum()
  }

  /// `unsafe` because a raw span does not know what is in it; it checks the bounds.
  @inline(__always)
  private func sixteen(_ values: [Int32], _ first: Int) -> SIMD16<Int32> {
    unsafe values.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: first &* 4, as: SIMD16<Int32>.self)
  }

  /// Appends those edges of a chain whose boxes meet a box. Opens a run at every edge that does
  /// not continue the one before, or that starts outside the box.
  /// - Parameters:
  ///   - vertices: where the edges start; each ends at the next vertex.
  ///   - previous: the vertex where the last edge taken started.
  mutating func append(
    _ x: [Int32], _ y: [Int32], _ vertices: Range<Int>, meeting box: GridBox,
    _ previous: inout Int, _ runs: inout [Range<Int>]
  ) {
    reserve(count + vertices.count)
    // Spans, because an array asks at every single store whether it is shared.
    count = Self.append(
      x.span.extracting(vertices.lowerBound...vertices.upperBound),
      y.span.extracting(vertices.lowerBound...vertices.upperBound), at: vertices.lowerBound, box,
      &previous, &runs, &ends, &minX, &minY, &maxX, &maxY, count)
  }

  private static func append(
    _ x: Span<Int32>, _ y: Span<Int32>, at first: Int, _ box: GridBox, _ previous: inout Int,
    _ runs: inout [Range<Int>], _ allEnds: inout [Ends], _ allMinX: inout [Int32],
    _ allMinY: inout [Int32], _ allMaxX: inout [Int32], _ allMaxY: inout [Int32], _ count: Int
  ) -> Int {
    var ends = allEnds.mutableSpan
    var minX = allMinX.mutableSpan
    var minY = allMinY.mutableSpan
    var maxX = allMaxX.mutableSpan
    var maxY = allMaxY.mutableSpan
    var edge = count
    var a = (x: x[0], y: y[0])
    for step in 0..<x.count - 1 {
      let b = (x: x[step + 1], y: y[step + 1])
      let low = (x: min(a.x, b.x), y: min(a.y, b.y))
      let high = (x: max(a.x, b.x), y: max(a.y, b.y))
      if low.x <= box.maxX && box.minX <= high.x && low.y <= box.maxY && box.minY <= high.y {
        let vertex = first + step
        if vertex != previous + 1 || !box.contains(a.x, a.y) { runs.append(edge..<edge) }
        previous = vertex
        ends[edge] = Ends(ax: a.x, ay: a.y, bx: b.x, by: b.y)
        minX[edge] = low.x
        minY[edge] = low.y
        maxX[edge] = high.x
        maxY[edge] = high.y
        edge += 1
      }
      a = b
    }
    return edge
  }

  /// Makes chunks of the edges from `first` on, which must be a multiple of sixteen, and fills up
  /// the last one. Returns the chunks and extends `box` by their boxes.
  mutating func closeChunks(from first: Int, _ box: inout GridBox) -> Range<Int> {
    let firstChunk = chunks.count
    for start in stride(from: first, to: count, by: Self.chunkEdges) {
      var chunk = Chunk(first: start, box: .empty)
      for edge in start..<min(start + Self.chunkEdges, count) {
        chunk.box.formUnion(self.box(edge))
      }
      box.formUnion(chunk.box)
      chunks.append(chunk)
    }
    let end = (count + Self.chunkEdges - 1) / Self.chunkEdges * Self.chunkEdges
    reserve(end)
    for edge in count..<end {
      minX[edge] = .max
      minY[edge] = .max
      maxX[edge] = -1
      maxY[edge] = -1
    }
    count = end
    return firstChunk..<chunks.count
  }

  /// Makes room, in sixteens, for `wanted` edges.
  private mutating func reserve(_ wanted: Int) {
    if wanted <= ends.count { return }
    let most = max(256, wanted + Self.chunkEdges, ends.count * 2)
    let more = most - ends.count
    ends.append(contentsOf: repeatElement(Ends(), count: more))
    minX.append(contentsOf: repeatElement(0, count: more))
    minY.append(contentsOf: repeatElement(0, count: more))
    maxX.append(contentsOf: repeatElement(0, count: more))
    maxY.append(contentsOf: repeatElement(0, count: more))
  }
}
