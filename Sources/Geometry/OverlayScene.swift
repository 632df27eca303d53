/// What lies around one subject: the polygons that matter, the edges of theirs whose boxes meet
/// the subject's box, and where these cross. Memory is kept from subject to subject.
struct OverlayScene: Sendable {
  enum Role: Sendable { case subject, other, zone }

  struct Polygon: Sendable {
    var role: Role
    var layer: Int
    var row: Int
    /// Edges, runs of edges, and chunks of edges in the scene.
    var edges: Range<Int> = 0..<0
    var runs: Range<Int> = 0..<0
    var chunks: Range<Int> = 0..<0
    var box = GridBox.empty
    /// Whether the present place of the walk lies in it.
    var isInside = false
    /// Twice the area gathered for it, in cells.
    var area = 0.0
  }

  struct Chunk: Sendable {
    var first: Int
    var end: Int
    var box: GridBox
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
  var isTrivial: Bool { edgeAX.isEmpty }

  private(set) var box = GridBox.empty
  /// Ends of the edges. Each polygon's edges are padded to a multiple of sixteen.
  private(set) var edgeAX: [Int32] = []
  private(set) var edgeAY: [Int32] = []
  private(set) var edgeBX: [Int32] = []
  private(set) var edgeBY: [Int32] = []
  /// Boxes of the edges, apart, so that sixteen are compared at once.
  var edgeMinX: [Int32] = []
  var edgeMinY: [Int32] = []
  var edgeMaxX: [Int32] = []
  var edgeMaxY: [Int32] = []
  /// Consecutive edges of a ring. A run starts at a vertex outside the box or at a ring's first
  /// vertex, and all its inner vertices are inside: crossings outside the box, of which the scene
  /// knows only some, can lie only before it enters the box and after it has left it.
  private(set) var runs: [Range<Int>] = []
  private(set) var chunks: [Chunk] = []
  var crossings: [Crossing] = []

  /// Twice the areas, in cells, after `walk`.
  var eligible = 0.0
  var covered = 0.0
  var overlapped = 0.0

  mutating func begin(subject: Int, box: GridBox) {
    self.box = box
    polygons.removeAll(keepingCapacity: true)
    edgeAX.removeAll(keepingCapacity: true)
    edgeAY.removeAll(keepingCapacity: true)
    edgeBX.removeAll(keepingCapacity: true)
    edgeBY.removeAll(keepingCapacity: true)
    edgeMinX.removeAll(keepingCapacity: true)
    edgeMinY.removeAll(keepingCapacity: true)
    edgeMaxX.removeAll(keepingCapacity: true)
    edgeMaxY.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    chunks.removeAll(keepingCapacity: true)
    crossings.removeAll(keepingCapacity: true)
    eligible = 0
    covered = 0
    overlapped = 0
    polygons.append(Polygon(role: .subject, layer: 0, row: subject))
  }

  /// Adds a polygon whose box meets the subject's, if any of it can matter. Returns true if it is
  /// a zone that contains the whole subject, which ends the matter.
  mutating func add(
    _ source: OverlayLayer, layer: Int, row: Int, around subjects: OverlayLayer
  ) -> Bool {
    var polygon = Polygon(role: layer == 1 ? .other : .zone, layer: layer, row: row)
    gather(source, &polygon)
    if polygon.edges.isEmpty {
      // No edge meets the box, so all of the box is in, or none of it.
      let vertex = Int(subjects.chunkFirst[subjects.chunks(ofRow: polygons[0].row).lowerBound])
      guard
        source.contains(row: row, x: subjects.x[vertex], y: subjects.y[vertex], ahead: false)
      else { return false }
      if polygon.role == .zone { return true }
      polygon.isInside = true
    }
    polygons.append(polygon)
    return false
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

  mutating func addArea(_ cells: Double, to polygon: Int) { polygons[polygon].area += cells }

  private mutating func gather(_ source: OverlayLayer, _ polygon: inout Polygon) {
    let firstEdge = edgeAX.count
    let firstRun = runs.count
    let firstChunk = chunks.count
    let all = source.chunks(ofRow: polygon.row)
    var chunk = all.lowerBound
    var previous = -2
    for group in source.groups(ofRow: polygon.row) {
      let end = min(chunk + OverlayLayer.groupChunks, all.upperBound)
      if source.groupBoxes[group].meets(box) {
        for chunk in chunk..<end where source.chunkBoxes[chunk].meets(box) {
          gather(source, chunk: chunk, &previous)
        }
      }
      chunk = end
    }
    let endEdge = edgeAX.count
    if endEdge == firstEdge { return }
    polygon.edges = firstEdge..<endEdge
    polygon.runs = firstRun..<runs.count
    for first in stride(from: firstEdge, to: endEdge, by: OverlayLayer.chunkEdges) {
      let end = min(first + OverlayLayer.chunkEdges, endEdge)
      var box = GridBox.empty
      for edge in first..<end {
        box.minX = min(box.minX, edgeMinX[edge])
        box.minY = min(box.minY, edgeMinY[edge])
        box.maxX = max(box.maxX, edgeMaxX[edge])
        box.maxY = max(box.maxY, edgeMaxY[edge])
      }
      chunks.append(Chunk(first: first, end: end, box: box))
      polygon.box.formUnion(box)
    }
    polygon.chunks = firstChunk..<chunks.count
    pad()
  }

  private mutating func gather(_ source: OverlayLayer, chunk: Int, _ previous: inout Int) {
    let first = Int(source.chunkFirst[chunk])
    let last = first + Int(source.chunkCount[chunk])
    var ax = source.x[first]
    var ay = source.y[first]
    for vertex in first..<last {
      let bx = source.x[vertex + 1]
      let by = source.y[vertex + 1]
      let minX = min(ax, bx)
      let minY = min(ay, by)
      let maxX = max(ax, bx)
      let maxY = max(ay, by)
      if minX <= box.maxX && box.minX <= maxX && minY <= box.maxY && box.minY <= maxY {
        let edge = edgeAX.count
        if vertex == previous + 1 && box.contains(ax, ay) {
          runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<edge + 1
        } else {
          runs.append(edge..<edge + 1)
        }
        previous = vertex
        edgeAX.append(ax)
        edgeAY.append(ay)
        edgeBX.append(bx)
        edgeBY.append(by)
        edgeMinX.append(minX)
        edgeMinY.append(minY)
        edgeMaxX.append(maxX)
        edgeMaxY.append(maxY)
      }
      ax = bx
      ay = by
    }
  }

  /// Fills up with boxes that meet nothing.
  private mutating func pad() {
    while edgeAX.count % OverlayLayer.chunkEdges != 0 {
      edgeAX.append(0)
      edgeAY.append(0)
      edgeBX.append(0)
      edgeBY.append(0)
      edgeMinX.append(.max)
      edgeMinY.append(.max)
      edgeMaxX.append(-1)
      edgeMaxY.append(-1)
    }
  }
}
