internal import Geometry
internal import Pipeline

/// The polygons of a layer that 小班 are laid over: those of a county in memory, what is more on
/// disk, with their boxes in memory.
///
/// A shard takes what lies near its 小班 (`rows(near:)`), so that memory does not grow with the
/// number of counties.
struct ReferenceLayer: Sendable {
  /// Rows a worker makes ready at a time.
  private static let rowsPerPiece = 512

  /// Bytes of polygons from which on they go to the disk.
  private static let bytesKept = 64 << 20

  /// The first polygons, in the pieces in which they came, each with its first row.
  private var kept: [(first: Int, polygons: WKBColumn)] = []
  private var keptRows = 0
  private var keptBytes = 0
  /// The others.
  private let file: ScratchFile
  /// In metres of the overlay's plane; empty for a row without polygon.
  private(set) var boxes: [Envelope] = []
  /// Where each polygon on disk stops in the file.
  private var ends: [Int] = []

  /// - Parameter folder: where the disk has room.
  init(in folder: String) throws {
    file = try ScratchFile(in: folder)
  }

  var count: Int { boxes.count }
  var hasPolygons: Bool { boxes.contains { !$0.isEmpty } }

  /// - Parameter polygons: valid, in metres of the overlay's plane.
  mutating func append(_ polygons: WKBColumn, boxes: [Envelope]) throws {
    if ends.isEmpty, keptBytes + polygons.bytes.count <= Self.bytesKept {
      kept.append((keptRows, polygons))
      keptRows += polygons.count
      keptBytes += polygons.bytes.count
    } else {
      let start = try file.append(polygons.bytes)
      for end in polygons.ends { ends.append(start + end) }
    }
    self.boxes += boxes
  }

  /// Rows, in ascending order, that may meet one of the boxes of the tiles.
  func rows(near tiles: OccupiedTiles) -> [Int] {
    boxes.indices.filter { tiles.touches(boxes[$0]) }
  }

  /// Some rows ready for the overlay, cut to the frame; those that `isWanted` refuses are left
  /// empty, in their place.
  func layer(
    _ rows: [Int], on frame: OverlayFrame, threads: Int, interruption: Interruption,
    where isWanted: @Sendable (Int) -> Bool = { _ in true }
  ) throws -> OverlayLayer {
    let size = Self.rowsPerPiece
    let pieces = try Workers.map(
      count: (rows.count + size - 1) / size, threads: threads, interruption: interruption
    ) { piece in
      let some = rows[piece * size..<min((piece + 1) * size, rows.count)]
      return try OverlayLayer(clipping: column(some, where: isWanted), on: frame)
    }
    return OverlayLayer(joining: pieces, on: frame)
  }

  private func column(
    _ rows: ArraySlice<Int>, where isWanted: (Int) -> Bool
  ) throws -> WKBColumn {
    let inMemory = rows.prefix { $0 < keptRows }
    var column = WKBColumn()
    var piece = 0
    for row in inMemory {
      while piece + 1 < kept.count, kept[piece + 1].first <= row { piece += 1 }
      column.append(isWanted(row) ? kept[piece].polygons[row - kept[piece].first] : [])
    }
    try appendStored(rows[inMemory.endIndex...], to: &column, where: isWanted)
    return column
  }

  /// Reads rows from the disk.
  private func appendStored(
    _ rows: ArraySlice<Int>, to column: inout WKBColumn, where isWanted: (Int) -> Bool
  ) throws {
    func start(_ row: Int) -> Int { row == keptRows ? 0 : ends[row - keptRows - 1] }
    func end(_ row: Int) -> Int { ends[row - keptRows] }
    var first = rows.startIndex
    while first < rows.endIndex {
      // Neighbours in the file are read at once.
      var last = first
      while last + 1 < rows.endIndex, rows[last + 1] == rows[last] + 1 { last += 1 }
      let from = start(rows[first])
      let bytes = try file.read(from..<end(rows[last]))
      for row in rows[first...last] {
        column.append(isWanted(row) ? bytes[start(row) - from..<end(row) - from] : [])
      }
      first = last + 1
    }
  }
}
