/// Tables for a terminal of fixed width.
///
/// Texts that do not fit end in `…`; numbers are never shortened, because a shortened number is
/// another number. Where even that is not enough, columns are left out from the right and named
/// below the table.
public struct TerminalTable: Sendable {
  /// Cells of the terminal.
  public var width: Int
  /// Whether to use bold and colour (ANSI escape sequences).
  public var decorated: Bool

  public init(width: Int = 80, decorated: Bool = false) {
    self.width = width
    self.decorated = decorated
  }

  public func render(_ table: ReportTable) -> String {
    let (widths, omitted) = layout(table)
    var lines: [String] = []
    if !table.title.isEmpty { lines.append(style(clean(table.title), .bold)) }
    lines += table.subtitles.map { style(clean($0), .dim) }
    lines += table.notices.map { style(clean($0), .warning) }
    if !lines.isEmpty { lines.append("") }

    let shown = Array(table.columns.prefix(widths.count))
    lines.append(style(line(shown.map(\.heading), shown, widths), .bold))
    if shown.contains(where: { !$0.unit.isEmpty }) {
      lines.append(style(line(shown.map(\.unit), shown, widths), .dim))
    }
    let ruleWidth = widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
    let rule = style(String(repeating: "─", count: ruleWidth), .dim)
    lines.append(rule)
    for row in table.rows {
      switch row {
      case .group(let name):
        lines.append(style(DisplayWidth.truncate(clean(name), to: ruleWidth), .bold))
      case .cells(let cells): lines.append(line(texts(cells, shown), shown, widths))
      }
    }
    if let total = table.total {
      lines.append(rule)
      lines.append(style(line(texts(total, shown), shown, widths), .bold))
    }
    if !omitted.isEmpty {
      let names = omitted.map(\.headingWithUnit).joined(separator: ", ")
      lines.append(style("+ \(clean(names))", .dim))
    }
    lines += table.allFootnotes.map { style(clean($0), .dim) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let gap = 2
  private static let narrowestText = 6

  /// The widths of the columns that are shown, and the columns that are not.
  private func layout(_ table: ReportTable) -> (widths: [Int], omitted: [ReportColumn]) {
    var widths: [Int] = []
    for (index, column) in table.columns.enumerated() {
      var cells = max(DisplayWidth.of(clean(column.heading)), DisplayWidth.of(clean(column.unit)))
      for case .cells(let row) in table.rows + (table.total.map { [.cells($0)] } ?? []) {
        cells = max(cells, DisplayWidth.of(clean(column.display(row[index]))))
      }
      if let hint = column.width, !column.isNumeric { cells = min(cells, hint) }
      widths.append(cells)
    }
    while widths.count > 1 {
      var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
      while excess > 0 {
        var widest: Int?
        for index in widths.indices where table.columns[index].kind == .text {
          guard widths[index] > Self.narrowestText else { continue }
          if widths[index] > widest.map({ widths[$0] }) ?? 0 { widest = index }
        }
        guard let widest else { break }
        widths[widest] -= 1
        excess -= 1
      }
      if excess <= 0 { break }
      widths.removeLast()
    }
    return (widths, Array(table.columns.dropFirst(widths.count)))
  }

  private func texts(_ cells: [ReportCell], _ columns: [ReportColumn]) -> [String] {
    zip(cells, columns).map { $1.display($0) }
  }

  private func line(_ texts: [String], _ columns: [ReportColumn], _ widths: [Int]) -> String {
    var line = ""
    for (index, text) in texts.enumerated() {
      if index > 0 { line += String(repeating: " ", count: Self.gap) }
      let shown = DisplayWidth.truncate(clean(text), to: widths[index])
      let free = widths[index] - DisplayWidth.of(shown)
      let isRank = columns[index].kind == .rank
      switch isRank ? .trailing : columns[index].alignment {
      case .leading: line += shown + String(repeating: " ", count: free)
      case .trailing: line += String(repeating: " ", count: free) + shown
      case .centre:
        line += String(repeating: " ", count: free / 2) + shown
        line += String(repeating: " ", count: free - free / 2)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Text from data files must not steer the terminal: controls and direction marks become spaces.
  private func clean(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let steers =
        value < 0x20 || (0x7F..<0xA0).contains(value) || (0x200E...0x200F).contains(value)
        || (0x2028...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      clean.unicodeScalars.append(steers ? " " : scalar)
    }
    return clean
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case warning = "1;33"
  }

  private func style(_ text: String, _ style: Style) -> String {
    decorated && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
