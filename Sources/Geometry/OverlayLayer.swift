/// A polygon layer made ready for overlays: built once, then read by any number of kernels.
///
/// Vertices are whole numbers on the frame's grid, rings closed, repeated vertices dropped,
/// shells counterclockwise and holes clockwise by their role. The edges of a ring are cut into
/// chunks of sixteen with a box each, and sixteen chunks of a row form a group with a box, so
/// that a small neighbour never looks at all edges of a huge one.
///
/// The rows must be valid polygons (see `SelfCrossingFilter`): the areas of others mean nothing,
/// though they stay between zero and the whole.
///
/// A class, because kernels of several threads look at it for every subject: one reference is
/// counted then instead of a dozen arrays.
public final class OverlayLayer: Sendable {
  static let chunkEdges = 16
  static let groupChunks = 16

  let frame: OverlayFrame
  /// Vertices of all rings, one after another, and after the last one as many as a chunk has edges
  /// that mean nothing: chunks are loaded whole.
  let x: [Int32]
  let y: [Int32]
  /// First vertex of each chunk; edge `k` of the chunk runs from vertex first + k to the next.
  let chunkFirst: [Int32]
  /// Number of edges in each chunk.
  let chunkCount: [UInt8]
  let chunkBoxes: [GridBox]
  let groupBoxes: [GridBox]
  /// Where the chunks and the groups of each row stop.
  let rowChunkEnds: [Int32]
  let rowGroupEnds: [Int32]
  let rowBoxes: [GridBox]
  /// Area of each row on the grid, square metres.
  public let areas: [Double]
  private let index: PackedIndex

  public var count: Int { rowBoxes.count }

  /// - Parameters:
  ///   - column: valid polygons in metres; a row without geometry takes part in nothing.
  ///   - frame: the frame shared by all layers of the overlay.
  public convenience init(_ column: WKBColumn, on frame: OverlayFrame) throws(OverlayError) {
    var builder = OverlayLayerBuilder(on: frame)
    try builder.append(column, isClipped: false)
    self.init(builder, isSearched: true)
  }

  /// A layer of which only what lies on the frame counts, such as a protected area that reaches
  /// through a province.
  public convenience init(
    clipping column: WKBColumn, on frame: OverlayFrame
  ) throws(OverlayError) {
    var builder = OverlayLayerBuilder(on: frame)
    try builder.append(column, isClipped: true)
    self.init(builder, isSearched: true)
  }

  /// A layer of subjects only, which nothing searches by place.
  public convenience init(
    subjects column: WKBColumn, on frame: OverlayFrame
  ) throws(OverlayError) {
    var builder = OverlayLayerBuilder(on: frame)
    try builder.append(column, isClipped: false)
    self.init(builder, isSearched: false)
  }

  /// Several layers on one frame as one, their rows one after another.
  public convenience init(joining parts: [OverlayLayer], on frame: OverlayFrame) {
    var builder = OverlayLayerBuilder(on: frame)
    builder.reserve(
      vertices: parts.reduce(0) { $0 + $1.x.count },
      chunks: parts.reduce(0) { $0 + $1.chunkFirst.count },
      rows: parts.reduce(0) { $0 + $1.count })
    for part in parts { builder.append(part) }
    self.init(builder, isSearched: true)
  }

  private init(_ gathered: consuming OverlayLayerBuilder, isSearched: Bool) {
    var builder = gathered
    builder.finish()
    frame = builder.frame
    x = builder.x
    y = builder.y
    chunkFirst = builder.chunkFirst
    chunkCount = builder.chunkCount
    chunkBoxes = builder.chunkBoxes
    groupBoxes = builder.groupBoxes
    rowChunkEnds = builder.rowChunkEnds
    rowGroupEnds = builder.rowGroupEnds
    rowBoxes = builder.rowBoxes
    areas = builder.areas
    index = PackedIndex(isSearched ? builder.rowBoxes.map(\.envelope) : [])
  }

  func chunks(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(rowChunkEnds[row - 1]))..<Int(rowChunkEnds[row])
  }

  func groups(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(rowGroupEnds[row - 1]))..<Int(rowGroupEnds[row])
  }

  /// Replaces `rows` by the rows, in ascending order, whose box meets `box`.
  func candidates(near box: GridBox, into rows: inout [Int]) {
    index.rows(meeting: box.envelope, into: &rows)
  }
}
