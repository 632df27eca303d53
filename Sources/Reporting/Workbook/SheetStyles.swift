/// The styles that one sheet uses, by number. They are numbered before anything is written, in the
/// order in which the cells come, so that sheets can be written apart from each other.
struct SheetStyles: Sendable {
  /// What a cell shows, as far as its style goes.
  enum Content: Int, CaseIterable {
    case number, text, missing, empty

    init(_ cell: ReportCell) {
      switch cell {
      case .number(let value): self = value.isFinite ? .number : .missing
      case .text: self = .text
      case .missing: self = .missing
      case .empty: self = .empty
      }
    }
  }

  /// Of the cells of a row, by column and content; -1 where there is none.
  struct Row: Sendable {
    private var numbers: [Int]

    init(columns: Int) {
      numbers = [Int](repeating: -1, count: columns * Content.allCases.count)
    }

    subscript(column: Int, content: Content) -> Int {
      get { numbers[column * Content.allCases.count + content.rawValue] }
      set { numbers[column * Content.allCases.count + content.rawValue] = newValue }
    }
  }

  static let titleLine = CellStyle(font: .title)
  static let noteLine = CellStyle(font: .note, wraps: true)
  static let noticeLine = CellStyle(font: .notice, wraps: true)
  static let groupLine = CellStyle(font: .strong, fill: .group, border: .grid, wraps: true)
  static let headingCell = CellStyle(
    font: .heading, fill: .heading, border: .grid, horizontal: .center, wraps: true)

  private(set) var title = -1
  /// Lines above the table and below it.
  private(set) var note = -1
  private(set) var notice = -1
  private(set) var heading = -1
  private(set) var group = -1
  private(set) var body: Row
  private(set) var total: Row

  /// - Parameters:
  ///   - footnotes: all that stand below the table.
  ///   - styles: those of the workbook so far; new ones are added.
  init(_ table: ReportTable, footnotes: [String], in styles: inout StyleSheet) {
    body = Row(columns: table.columns.count)
    total = body
    if !table.title.isEmpty { title = styles.index(of: Self.titleLine) }
    if !table.subtitles.isEmpty { note = styles.index(of: Self.noteLine) }
    if !table.notices.isEmpty { notice = styles.index(of: Self.noticeLine) }
    guard !table.columns.isEmpty else { return }
    heading = styles.index(of: Self.headingCell)
    for line in table.rows {
      switch line {
      case .group: if group < 0 { group = styles.index(of: Self.groupLine) }
      case .cells(let cells):
        for (column, cell) in cells.enumerated() where body[column, Content(cell)] < 0 {
          let style = Self.style(of: Content(cell), table.columns[column], isTotal: false)
          body[column, Content(cell)] = styles.index(of: style)
        }
      }
    }
    for (column, cell) in (table.total ?? []).enumerated() {
      let style = Self.style(of: Content(cell), table.columns[column], isTotal: true)
      total[column, Content(cell)] = styles.index(of: style)
    }
    if !footnotes.isEmpty { note = styles.index(of: Self.noteLine) }
  }

  private static func style(
    of content: Content, _ column: ReportColumn, isTotal: Bool
  ) -> CellStyle {
    var style = CellStyle(border: isTotal ? .total : .grid)
    if isTotal {
      style.font = .strong
      style.fill = .total
    }
    switch content {
    case .number:
      style.format = StyleSheet.format(of: column.kind)
      style.horizontal = horizontal(column.alignment)
    case .text:
      style.format = column.isNumeric ? "General" : "@"
      style.horizontal = horizontal(column.alignment)
      style.wraps = true
    case .missing: style.horizontal = .center
    case .empty: break
    }
    return style
  }

  private static func horizontal(_ alignment: ReportColumn.Alignment) -> CellStyle.Horizontal {
    switch alignment {
    case .leading: .left
    case .centre: .center
    case .trailing: .right
    }
  }
}
