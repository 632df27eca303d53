internal import Geometry

/// The squares of a mesh that some boxes touch: tells quickly what lies nowhere near them.
struct OccupiedTiles: Sendable {
  private static let tilesAcross = 256

  let box: Envelope
  private let tileWidth: Double
  private let tileHeight: Double
  private var isOccupied: [Bool]

  init(_ boxes: some Sequence<Envelope>) {
    box = Envelope(union: boxes)
    // Never zero, whatever the boxes.
    tileWidth = max(1, box.width / Double(Self.tilesAcross))
    tileHeight = max(1, box.height / Double(Self.tilesAcross))
    isOccupied = [Bool](repeating: false, count: Self.tilesAcross * Self.tilesAcross)
    for one in boxes where !one.isEmpty {
      let (columns, rows) = tiles(one)
      for row in rows {
        for column in columns { isOccupied[row * Self.tilesAcross + column] = true }
      }
    }
  }

  /// False only for boxes that meet none of those the tiles were made for.
  func touches(_ other: Envelope) -> Bool {
    guard !other.isEmpty, other.intersects(box) else { return false }
    let (columns, rows) = tiles(other)
    for row in rows {
      for column in columns where isOccupied[row * Self.tilesAcross + column] { return true }
    }
    return false
  }

  private func tiles(_ one: Envelope) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    func tile(_ value: Double, _ first: Double, _ size: Double) -> Int {
      Int(min(Double(Self.tilesAcross - 1), max(0, (value - first) / size)))
    }
    return (
      tile(one.minX, box.minX, tileWidth)...tile(one.maxX, box.minX, tileWidth),
      tile(one.minY, box.minY, tileHeight)...tile(one.maxY, box.minY, tileHeight)
    )
  }
}
