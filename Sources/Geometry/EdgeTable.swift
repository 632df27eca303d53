/// Edges on the grid in chunks of sixteen, with boxes so coarse that sixteen of them are compared
/// at once. Memory is kept from use to use.
///
/// A coarse box is the edge's box in whole steps of `1 << shift` cells from the corner of the box
/// that the table was begun with, fifteen bits to a coordinate; what lies outside that box is
/// moved to its border. So two edges that meet have coarse boxes that meet. The reverse is for
/// exact predicates to find out.
struct EdgeTable: Sendable {
  static let chunkEdges = OverlayLayer.chunkEdges

  /// A box in coarse steps.
  struct Box: Sendable {
    var minX: Int16
    var minY: Int16
    var maxX: Int16
    var maxY: Int16

    /// Meets nothing and adds nothing to a union.
    static var empty: Box { Box(minX: .max, minY: .max, maxX: -1, maxY: -1) }

    @inline(__always)
    func meets(_ other: Box) -> Bool {
      // In 32 bits no difference overflows; its sign says "apart".
      let x = (Int32(maxX) &- Int32(other.minX)) | (Int32(other.maxX) &- Int32(minX))
      let y = (Int32(maxY) &- Int32(other.minY)) | (Int32(other.maxY) &- Int32(minY))
      return x | y >= 0
    }

    @inline(__always)
    mutating func formUnion(_ other: Box) {
      minX = min(minX, other.minX)
      minY = min(minY, other.minY)
      maxX = max(maxX, other.maxX)
      maxY = max(maxY, other.maxY)
    }
  }

  struct Chunk: Sendable {
    /// The boxes of its edges, of which one that is left out meets nothing. They stand in the order
    /// in which 32 bits are made 16, and 16 a mask of bits, by moving nothing but whole vectors (see
    /// `place(ofLane:)`).
    fileprivate var minX: SIMD16<Int16>
    fileprivate var minY: SIMD16<Int16>
    fileprivate var maxX: SIMD16<Int16>
    fileprivate var maxY: SIMD16<Int16>
    /// Around all of its edges, also those that are left out.
    fileprivate(set) var box: Box
    /// Where its first edge starts; the edge in lane k starts k vertices further on.
    fileprivate(set) var vertex: Int

    /// Which of its edges have coarse boxes that meet a box: bit k for lane k.
    @inline(__always)
    func lanes(meeting box: Box) -> UInt32 {
      // Coordinates are not negative, so no difference overflows; its sign says "apart".
      let apart =
        (box.maxX &- minX) | (maxX &- box.minX) | (box.maxY &- minY) | (maxY &- box.minY)
      return EdgeTable.bits(apart) ^ 0xFFFF
    }

    @inline(__always)
    func box(lane: Int) -> Box {
      let place = EdgeTable.place(ofLane: lane)
      return Box(minX: minX[place], minY: minY[place], maxX: maxX[place], maxY: maxY[place])
    }
  }

  /// Which edges of a chain were taken.
  struct Lanes {
    /// Bit k for an edge that meets the table's box.
    var taken: UInt32
    /// Bit k for an edge that starts within it.
    var startsInside: UInt32
  }

  /// Coordinates that all coarse ones are below.
  private static var end: Int32 { 0x7FFF }

  private(set) var chunks: [Chunk] = []
  private var box = GridBox.empty
  private var shift: Int32 = 0

  /// Empties the table.
  /// - Parameter box: what of the edges is of interest; not empty.
  mutating func begin(_ box: GridBox) {
    chunks.removeAll(keepingCapacity: true)
    self.box = box
    let extent = max(box.maxX &- box.minX, box.maxY &- box.minY)
    // One bit less than there are, so that nothing within the box reaches `end`.
    shift = Int32(max(0, 32 - 14 - extent.leadingZeroBitCount))
  }

  /// Appends the edges of a chain that lies in the table's box.
  /// - Parameters:
  ///   - x: with at least sixteen vertices after those of the chain, whatever they are.
  ///   - vertices: where the edges start; each ends at the next vertex.
  ///   - boxes: of each chunk of sixteen edges.
  mutating func append(
    _ x: [Int32], _ y: [Int32], chain vertices: Range<Int>, _ boxes: ArraySlice<GridBox>
  ) {
    var vertex = vertices.lowerBound
    for box in boxes {
      let count = min(Self.chunkEdges, vertices.upperBound - vertex)
      _ = append(x.span, y.span, from: vertex, count: count, around: box)
      vertex += count
    }
  }

  /// Appends a chunk of edges of a chain, unless none of them meets the table's box.
  /// - Parameters:
  ///   - x: with at least sixteen vertices after those of the chain, whatever they are.
  ///   - first: the vertex where the first edge starts; each ends at the next vertex.
  ///   - count: up to sixteen edges.
  ///   - around: a box around the edges.
  @inline(__always)
  mutating func append(
    _ x: Span<Int32>, _ y: Span<Int32>, from first: Int, count: Int, around: GridBox
  ) -> Lanes {
    let a = (x: Self.sixteen(x, first, box.minX), y: Self.sixteen(y, first, box.minY))
    let b = (x: Self.sixteen(x, first + 1, box.minX), y: Self.sixteen(y, first + 1, box.minY))
    var lanes = Lanes(taken: (1 &<< UInt32(count)) &- 1, startsInside: 0xFFFF)
    // All bits set in the lanes that have no edge.
    var left = ~((Self.numbers &- Int16(count)) &>> 15)
    if box.contains(around) {
      add(coarse(a.x), coarse(a.y), coarse(b.x), coarse(b.y), left, coarse(around), first)
      return lanes
    }
    let (width, height) = (box.maxX &- box.minX, box.maxY &- box.minY)
    let overA = (x: a.x.below(width), y: a.y.below(height))
    let overB = (x: b.x.below(width), y: b.y.below(height))
    // An edge is apart from the box where both its ends lie beyond one side.
    let apart = (a.x & b.x) | (overA.x & overB.x) | (a.y & b.y) | (overA.y & overB.y)
    left |= apart.signs
    lanes.taken = Self.bits(left) ^ 0xFFFF
    if lanes.taken == 0 { return lanes }
    lanes.startsInside = Self.bits((a.x | overA.x | a.y | overA.y).signs) ^ 0xFFFF
    add(moved(a.x), moved(a.y), moved(b.x), moved(b.y), left, coarse(around), first)
    return lanes
  }

  @inline(__always)
  private mutating func add(
    _ ax: SIMD16<Int16>, _ ay: SIMD16<Int16>, _ bx: SIMD16<Int16>, _ by: SIMD16<Int16>,
    _ left: SIMD16<Int16>, _ box: Box, _ vertex: Int
  ) {
    // The lesser and the greater of both without a comparison, for which there is no fast form.
    let (dx, dy) = (ax &- bx, ay &- by)
    let (lessX, lessY) = (dx & (dx &>> 15), dy & (dy &>> 15))
    let beyond = left & Int16(Self.end)
    chunks.append(
      Chunk(
        minX: (bx &+ lessX) | beyond, minY: (by &+ lessY) | beyond, maxX: (ax &- lessX) | left,
        maxY: (ay &- lessY) | left, box: box, vertex: vertex))
  }

  /// Places within the box.
  @inline(__always)
  private func coarse(_ places: Halves) -> SIMD16<Int16> {
    Halves(first: places.first &>> shift, second: places.second &>> shift).joined
  }

  /// Places of which some may lie outside the box.
  @inline(__always)
  private func moved(_ places: Halves) -> SIMD16<Int16> {
    Halves(first: moved(places.first), second: moved(places.second)).joined
  }

  @inline(__always)
  private func moved(_ places: SIMD8<Int32>) -> SIMD8<Int32> {
    let steps = places &>> shift
    let low = steps & ~(steps &>> 31)
    let room = (Self.end - 1) &- low
    return low &+ (room & (room &>> 31))
  }

  private func coarse(_ one: GridBox) -> Box {
    func step(_ place: Int32, _ origin: Int32) -> Int16 {
      Int16(truncatingIfNeeded: min(Self.end - 1, max(0, (place &- origin) &>> shift)))
    }
    return Box(
      minX: step(one.minX, box.minX), minY: step(one.minY, box.minY),
      maxX: step(one.maxX, box.minX), maxY: step(one.maxY, box.minY))
  }

  /// Sixteen numbers of 32 bits.
  private struct Halves {
    var first: SIMD8<Int32>
    var second: SIMD8<Int32>

    @inline(__always)
    static func & (one: Halves, other: Halves) -> Halves {
      Halves(first: one.first & other.first, second: one.second & other.second)
    }

    @inline(__always)
    static func | (one: Halves, other: Halves) -> Halves {
      Halves(first: one.first | other.first, second: one.second | other.second)
    }

    /// How far each is below a limit.
    @inline(__always)
    func below(_ limit: Int32) -> Halves {
      Halves(first: limit &- first, second: limit &- second)
    }

    /// The lower sixteen bits of both in turn.
    @inline(__always)
    var joined: SIMD16<Int16> {
      unsafe unsafeBitCast((first & 0xFFFF) | (second &<< 16), to: SIMD16<Int16>.self)
    }

    /// All bits set where a number is negative, none where it is not.
    @inline(__always)
    var signs: SIMD16<Int16> { Halves(first: first &>> 31, second: second &>> 31).joined }
  }

  /// Where the edge of a lane stands in the vectors.
  @inline(__always)
  private static func place(ofLane lane: Int) -> Int {
    lane & 8 | (lane & 3) &<< 1 | (lane &>> 2) & 1
  }

  /// The lane of each place.
  private static var numbers: SIMD16<Int16> {
    SIMD16(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15)
  }

  /// Bit k for the lane k whose sign is set.
  @inline(__always)
  private static func bits(_ values: SIMD16<Int16>) -> UInt32 {
    // A byte for each place, those of the two halves in turn; each keeps the bit of its lane.
    let halves = unsafe unsafeBitCast(values &>> 15, to: (SIMD8<Int16>, SIMD8<Int16>).self)
    let bytes = (halves.0 & 0x00FF) | (halves.1 & ~0x00FF)
    let words = unsafe unsafeBitCast(bytes, to: (UInt64, UInt64).self)
    let lanes = (words.0 & 0x2020_0202_1010_0101) | (words.1 & 0x8080_0808_4040_0404)
    // The product adds up the four parts of the word in its highest.
    return UInt32(truncatingIfNeeded: (lanes &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// Sixteen values, less an origin, in the order of the vectors.
  @inline(__always)
  private static func sixteen(_ values: Span<Int32>, _ first: Int, _ origin: Int32) -> Halves {
    let at = first &* 4
    return Halves(
      first: SIMD8(lowHalf: four(values, at), highHalf: four(values, at &+ 32)) &- origin,
      second: SIMD8(lowHalf: four(values, at &+ 16), highHalf: four(values, at &+ 48)) &- origin)
  }

  /// `unsafe` because a raw span does not know what is in it; it checks the bounds.
  @inline(__always)
  private static func four(_ values: Span<Int32>, _ offset: Int) -> SIMD4<Int32> {
    unsafe values.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<Int32>.self)
  }
}
