internal import Inventory

/// Finds the heading of a tenure list: below titles, in one line or two, with merged cells.
struct TenureHeading {
  var rows: Range<Int>
  var columns: [TenureList.Column]
  var ignored: [String]

  static func find(
    in grid: [[String]], options: TenureListOptions
  ) throws(TenureListError) -> TenureHeading {
    let searched = min(grid.count, max(1, options.rowsSearchedForHeading))
    var best: (score: Int, rows: Range<Int>, cells: [Cell])?
    for row in 0..<searched {
      for height in 1...2 where row + height <= grid.count {
        let cells = read(grid, rows: row..<row + height, options: options)
        let fields = Set(cells.compactMap(\.field))
        let given = cells.contains { $0.isGiven }
        guard fields.count >= 2, fields.contains(where: \.isLeading) || given else { continue }
        // A heading of two lines must explain more than one line does: else a title or the first
        // record would be taken for a part of it.
        let isBetter =
          best.map {
            fields.count > $0.score || fields.count == $0.score && height < $0.rows.count
          } ?? true
        if isBetter { best = (fields.count, row..<row + height, cells) }
      }
    }
    guard let best else {
      if let (field, heading) = firstGiven(options) {
        throw .headingNotFound(
          field: field, heading: heading,
          present: grid.prefix(searched).flatMap { $0.map(TextNormalization.display) }
            .filter { !$0.isEmpty })
      }
      throw .noHeading(rowsSearched: searched)
    }
    return try choose(best.cells, rows: best.rows, options: options)
  }

  /// Bytes of the longest heading worth looking at.
  private static let longest = 300

  private struct Cell {
    var column: Int
    var heading: String
    var field: TenureField?
    var unit: AreaUnit?
    var isGiven: Bool
  }

  private static func firstGiven(_ options: TenureListOptions) -> (TenureField, String)? {
    for field in TenureField.allCases {
      if let heading = options.headings[field] { return (field, heading) }
    }
    return nil
  }

  private static func read(
    _ grid: [[String]], rows: Range<Int>, options: TenureListOptions
  ) -> [Cell] {
    let width = rows.reduce(0) { max($0, grid[$1].count) }
    var above = ""
    var cells: [Cell] = []
    for column in 0..<width {
      // What is longer than this is no heading, and could be very long.
      let lines = rows.map {
        column < grid[$0].count && grid[$0][column].utf8.count <= longest
          ? TextNormalization.display(grid[$0][column]) : ""
      }
      var candidates: [(String, String)] = []  // the heading to match, and as printed
      if lines.count == 1 {
        candidates = [(lines[0], lines[0])]
      } else {
        // A merged cell has its text in the first of its columns only.
        if !lines[0].isEmpty { above = lines[0] }
        let top = lines[0].isEmpty && lines[1].isEmpty ? "" : above
        if lines[1].isEmpty {
          candidates = [(lines[0], lines[0])]
        } else {
          let printed = top.isEmpty ? lines[1] : top + "/" + lines[1]
          let bottom = lines[1]
          if AreaText.unit(bottom) != nil {
            candidates = [("\(top)(\(bottom))", printed)]
          } else {
            candidates = [(top + bottom, printed), (bottom, printed)]
          }
        }
      }
      cells.append(cell(column, candidates, options))
    }
    return cells
  }

  private static func cell(
    _ column: Int, _ candidates: [(String, String)], _ options: TenureListOptions
  ) -> Cell {
    for field in TenureField.allCases {
      guard let given = options.headings[field].map(TextNormalization.key) else { continue }
      for (heading, printed) in candidates
      where [heading, printed].contains(where: { TextNormalization.key($0) == given }) {
        return Cell(
          column: column, heading: printed, field: field,
          unit: TenureField.match(heading)?.1?.unit ?? unit(in: heading), isGiven: true)
      }
    }
    for (heading, printed) in candidates {
      guard let (field, unit) = TenureField.match(heading), options.headings[field] == nil else {
        continue
      }
      return Cell(
        column: column, heading: printed, field: field, unit: unit?.unit, isGiven: false)
    }
    return Cell(
      column: column, heading: candidates.first?.1 ?? "", field: nil, unit: nil, isGiven: false)
  }

  /// A unit in brackets at the end of a heading given by hand.
  private static func unit(in heading: String) -> AreaUnit? {
    let key = TextNormalization.key(heading)
    guard key.hasSuffix(")"), let open = key.lastIndex(of: "(") else { return nil }
    return AreaUnitWord(String(key[key.index(after: open)...].dropLast()))?.unit
  }

  private static func choose(
    _ cells: [Cell], rows: Range<Int>, options: TenureListOptions
  ) throws(TenureListError) -> TenureHeading {
    var columns: [TenureList.Column] = []
    for field in TenureField.allCases {
      var found = cells.filter { $0.field == field }
      if let heading = options.headings[field], found.isEmpty {
        throw .headingNotFound(
          field: field, heading: heading, present: cells.map(\.heading).filter { !$0.isEmpty })
      }
      if found.count > 1, field == .area, found.allSatisfy({ $0.unit != nil }),
        let hectares = found.first(where: { $0.unit == .hectare })
      {
        found = [hectares]  // 公顷 and 亩 side by side are one area printed twice
      }
      guard found.count <= 1 else {
        throw .severalColumns(field: field, headings: found.map(\.heading))
      }
      if let one = found.first {
        columns.append(
          .init(field: field, column: one.column, heading: one.heading, unit: one.unit))
      }
    }
    return TenureHeading(
      rows: rows, columns: columns,
      ignored: cells.filter { $0.field == nil && !$0.heading.isEmpty }.map(\.heading))
  }
}
