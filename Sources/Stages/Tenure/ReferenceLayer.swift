internal import Geometry
internal import Pipeline

/// The polygons of a layer that 小班 are laid over: on disk, with their boxes in memory.
///
/// A shard takes what lies near its 小班 (`rows(near:)`), so that memory does not grow with the
/// number of counties.
struct ReferenceLayer: Sendable {
  /// Rows a worker makes ready at a time.
  private static let rowsPerPiece = 512

  private let file: ScratchFile
  /// In metres of the overlay's plane; empty for a row without polygon.
  private(set) var boxes: [Envelope] = []
  /// Where each polygon stops in the file.
  private var ends: [Int] = []

  /// - Parameter folder: where the disk has room.
  init(in folder: String) throws {
    file = try ScratchFile(in: folder)
  }

  var count: Int { boxes.count }
  var hasPolygons: Bool { boxes.contains { !$0.isEmpty } }

  /// - Parameter polygons: valid, in metres of the overlay's plane.
  mutating func append(_ polygons: borrowing WKBColumn, boxes: [Envelope]) throws {
    let start = try file.append(polygons.bytes)
    for end in polygons.ends { ends.append(start + end) }
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
    var column = WKBColumn()
    var first = rows.startIndex
    while first < rows.endIndex {
      // Neighbours in the file are read at once.
      var last = first
      while last + 1 < rows.endIndex, rows[last + 1] == rows[last] + 1 { last += 1 }
      let start = rows[first] == 0 ? 0 : ends[rows[first] - 1]
      let bytes = try file.read(start..<ends[rows[last]])
      for row in rows[first...last] {
        let from = (row == 0 ? 0 : ends[row - 1]) - start
        column.append(isWanted(row) ? bytes[from..<ends[row] - start] : [])
      }
      first = last + 1
    }
    return column
  }
}
