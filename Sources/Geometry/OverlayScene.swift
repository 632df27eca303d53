/// What lies around one subject: the polygons that matter, the edges of theirs whose boxes meet
/// the subject's box, and where these cross. Memory is kept from subject to subject.
struct OverlayScene: Sendable {
  enum Role: Sendable { case subject, other, zone }

  struct Polygon: Sendable {
    var role: Role
    var layer: Int
    var row: Int
    /// Runs of edges and chunks of edges in the scene.
    var runs: Range<Int> = 0..<0
    var chunks: Range<Int> = 0..<0
    /// Around all of the chunks.
    var box = EdgeTable.Box.empty
    /// Whether the present place of the walk lies in it.
    var isInside = false
    /// Twice the areas gathered for it outside and inside exclusion zones, in cells.
    var area = 0.0
    var excludedArea = 0.0
  }

  /// Consecutive edges of a ring.
  struct Run: Sendable {
    /// Numbers of edges: sixteen times the chunk, and the lane.
    var edges: Range<Int>
    /// Where the first of them starts in its layer.
    var vertex: Int
  }

  /// Where an edge of the scene crosses another polygon.
  struct Crossing: Sendable {
    var edge: Int32
    var other: Int32
    /// Place along the edge, 0 to 1.
    var place: Double
    /// Relative to the subject's lower left corner.
    var x: Double
    var y: Double
  }

  /// The subject first, then others and zones by layer and row. The position in this list is how
  /// far a polygon is moved (see `Grid`).
  private(set) var polygons: [Polygon] = []
  var isTrivial: Bool { table.chunks.isEmpty }

  private(set) var box = GridBox.empty
  /// The edges of all polygons, one polygon after another.
  private(set) var table = EdgeTable()
  /// A run starts at a vertex outside the box or at a ring's first vertex, and all its inner
  /// vertices are inside: crossings outside the box, of which the scene knows only some, can lie
  /// only before it enters the box and after it has left it.
  private(set) var runs: [Run] = []
  var crossings: [Crossing] = []

  /// Parts of the subject: twice their areas, in cells.
  struct Sums: Sendable {
    var all = 0.0
    /// In at least one of the others.
    var covered = 0.0
    /// In at least two of them.
    var overlapped = 0.0
  }

  /// Outside and inside exclusion zones, after `walk`.
  var outside = Sums()
  var inside = Sums()

  mutating func begin(subject: Int, box: GridBox) {
    self.box = box
    polygons.removeAll(keepingCapacity: true)
    table.begin(box)
    runs.removeAll(keepingCapacity: true)
    crossings.removeAll(keepingCapacity: true)
    outside = Sums()
    inside = Sums()
    polygons.append(Polygon(role: .subject, layer: 0, row: subject))
  }

  /// Adds a polygon whose box meets the subject's, if any of it can matter.
  mutating func add(
    _ source: OverlayLayer, layer: Int, row: Int, around subjects: OverlayLayer
  ) {
    var polygon = Polygon(role: layer == 1 ? .other : .zone, layer: layer, row: row)
    gather(source, &polygon)
    if polygon.chunks.isEmpty {
      // No edge meets the box, so all of the box is in, or none of it.
      let vertex = Int(subjects.chunkFirst[subjects.chunks(ofRow: polygons[0].row).lowerBound])
      guard
        source.contains(row: row, x: subjects.x[vertex], y: subjects.y[vertex], ahead: false)
      else { return }
      polygon.isInside = true
    }
    polygons.append(polygon)
  }

  /// Adds the subject's edges; needed only if another polygon's edges are there.
  mutating func addSubject(_ source: OverlayLayer) {
    var subject = polygons[0]
    gather(source, &subject)
    polygons[0] = subject
  }

  mutating func toggle(_ polygon: Int) -> Bool {
    polygons[polygon].isInside.toggle()
    return polygons[polygon].isInside
  }

  mutating func setInside(_ polygon: Int, _ value: Bool) { polygons[polygon].isInside = value }

  @inline(__always)
  mutating func addArea(_ cells: Double, to polygon: Int, isExcluded: Bool) {
    if isExcluded {
      polygons[polygon].excludedArea += cells
    } else {
      polygons[polygon].area += cells
    }
  }

  private mutating func gather(_ source: OverlayLayer, _ polygon: inout Polygon) {
    let firstChunk = table.chunks.count
    let firstRun = runs.count
    let (xs, ys) = (source.x, source.y)
    let (x, y) = (xs.span, ys.span)
    let all = source.chunks(ofRow: polygon.row)
    var chunk = all.lowerBound
    var previous = -2
    for group in source.groups(ofRow: polygon.row) {
      let end = min(chunk + OverlayLayer.groupChunks, all.upperBound)
      if source.groupBoxes[group].meets(box) {
        for chunk in chunk..<end where source.chunkBoxes[chunk].meets(box) {
          let first = Int(source.chunkFirst[chunk])
          let lanes = table.append(
            x, y, from: first, count: Int(source.chunkCount[chunk]),
            around: source.chunkBoxes[chunk])
          if lanes.taken == 0 { continue }
          addRuns(lanes, at: first, continuing: previous + 1 == first)
          // Only an edge that stands in the last lane goes on in the next chunk.
          previous = lanes.taken >> 15 == 0 ? -2 : first + 15
        }
      }
      chunk = end
    }
    polygon.runs = firstRun..<runs.count
    polygon.chunks = firstChunk..<table.chunks.count
    for chunk in polygon.chunks { polygon.box.formUnion(table.chunks[chunk].box) }
  }

  /// Makes runs of the edges of the last chunk. One starts at every edge that does not continue the
  /// one before, or that starts outside the box.
  private mutating func addRuns(_ lanes: EdgeTable.Lanes, at vertex: Int, continuing: Bool) {
    let first = (table.chunks.count - 1) * EdgeTable.chunkEdges
    let follows = lanes.taken << 1 | (continuing ? 1 : 0)
    var starts = lanes.taken & ~(lanes.startsInside & follows)
    // The lanes before which a run stops, the one after the last lane among them.
    let stops = starts | ~lanes.taken
    if lanes.taken & ~starts & 1 != 0 {
      let last = runs.count - 1
      runs[last].edges = runs[last].edges.lowerBound..<first + stops.trailingZeroBitCount
    }
    while starts != 0 {
      let lane = starts.trailingZeroBitCount
      starts &= starts - 1
      let end = (stops & ~0 << UInt32(lane + 1)).trailingZeroBitCount
      runs.append(Run(edges: first + lane..<first + end, vertex: vertex + lane))
    }
  }
}
