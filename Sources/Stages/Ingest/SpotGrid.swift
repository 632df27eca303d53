/// Where the 小班 of a survey lie, in cells of 20 km: a row that was typed or moved to another place
/// stands alone in the grid.
struct SpotGrid: Sendable {
  /// A row of the store that may be set aside.
  struct Row: Sendable, Equatable {
    var source: Int
    /// As the source counts its rows.
    var sourceRow: Int64
    /// In the store.
    var number: Int64
    var x: Double
    var y: Double
  }

  static let side = 20_000.0
  /// More rows than this are a place of their own, not slips.
  static let most = 64
  /// Of all rows, how many times as many must lie elsewhere.
  static let ratio = 20

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private struct Content {
    var count = 0
    var rows: [Row] = []
  }

  /// Positions in `contents`.
  private var cells: [Cell: Int] = [:]
  private var contents: [Content] = []
  /// Neighbours in a file are neighbours on the ground.
  private var last: (cell: Cell, position: Int)?
  private var count = 0

  mutating func add(_ row: Row) {
    guard abs(row.x) < 1e12, abs(row.y) < 1e12 else { return }
    let cell = Cell(
      column: Int((row.x / Self.side).rounded(.down)), row: Int((row.y / Self.side).rounded(.down)))
    let position = position(of: cell)
    contents[position].count += 1
    count += 1
    if contents[position].rows.count <= Self.most { contents[position].rows.append(row) }
  }

  private mutating func position(of cell: Cell) -> Int {
    if let last, last.cell == cell { return last.position }
    let position = cells[cell] ?? contents.count
    if position == contents.count {
      contents.append(Content())
      cells[cell] = position
    }
    last = (cell, position)
    return position
  }

  private func content(_ cell: Cell) -> Content {
    cells[cell].map { contents[$0] } ?? Content()
  }

  /// Rows that lie a cell and more from all others, in the order in which they were added.
  var lonely: [Row] {
    var left = Set(cells.keys)
    var found: [Row] = []
    // The order of groups changes nothing: each is judged by itself.
    while let first = left.first {
      left.remove(first)
      var group = [first]
      var next = 0
      while next < group.count {
        let cell = group[next]
        next += 1
        for column in cell.column - 1...cell.column + 1 {
          for row in cell.row - 1...cell.row + 1 {
            let neighbour = Cell(column: column, row: row)
            if left.remove(neighbour) != nil { group.append(neighbour) }
          }
        }
      }
      let size = group.reduce(0) { $0 + content($1).count }
      if size <= Self.most, size * Self.ratio <= count {
        found += group.flatMap { content($0).rows }
      }
    }
    return found.sorted { $0.number < $1.number }
  }
}
