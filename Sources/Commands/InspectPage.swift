internal import Reporting

/// Lays out headings, facts and tables for a terminal of a given width, East Asian characters
/// counted as two cells.
struct InspectPage {
  enum Side { case left, right }

  let width: Int
  let isColoured: Bool
  private(set) var lines: [String] = []

  /// Cells before the text of a fact.
  private static let labelWidth = 16

  init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }

  var text: String { lines.joined(separator: "\n") }

  /// The title is whole, however long: it names the file, and the end of a path tells most.
  mutating func title(_ text: String, _ remark: String) {
    lines.append(style(Self.clean(text), "1"))
    for line in wrap(remark, to: width) { lines.append(line) }
  }

  mutating func heading(_ text: String) {
    lines.append("")
    lines.append(style(Self.clean(text), "1"))
  }

  mutating func blank() { lines.append("") }

  /// A label with a text beside it; the text is wrapped under itself.
  mutating func fact(_ label: String, _ text: String) {
    let indent = 2 + Self.labelWidth
    for (number, line) in wrap(text, to: width - indent).enumerated() {
      let head = number == 0 ? Self.pad(Self.clean(label), to: Self.labelWidth) : ""
      let spaces = String(repeating: " ", count: number == 0 ? 2 : indent)
      lines.append(spaces + (number == 0 ? style(head, "2") : "") + line)
    }
  }

  mutating func warning(_ text: String) {
    for (number, line) in wrap(text, to: width - 4).enumerated() {
      lines.append("  " + style((number == 0 ? "! " : "  ") + line, "33"))
    }
  }

  /// A line to be copied: never broken.
  mutating func command(_ text: String) { lines.append("    " + Self.clean(text)) }

  mutating func note(_ text: String, indent: Int = 2) {
    for line in wrap(text, to: width - indent) {
      lines.append(String(repeating: " ", count: indent) + style(line, "2"))
    }
  }

  /// A table; the last column takes what is left of the width, the others what they need.
  ///
  /// - Parameters:
  ///   - limits: the most cells that a column may take.
  ///   - details: a text below each row, under its last column.
  mutating func table(
    _ headings: [String], _ sides: [Side], limits: [Int], rows: [[String]],
    details: [String] = []
  ) {
    let rows = rows.map { $0.map(Self.clean) }
    var widths = headings.indices.map { column in
      min(
        limits[column],
        rows.reduce(DisplayWidth.of(headings[column])) { max($0, DisplayWidth.of($1[column])) })
    }
    let last = widths.count - 1
    let taken = widths.dropLast().reduce(2) { $0 + $1 + 2 }
    widths[last] = max(6, min(widths[last], width - taken))
    lines.append(style(row(headings, sides, widths), "2"))
    for (number, cells) in rows.enumerated() {
      lines.append(row(cells, sides, widths))
      if number < details.count { note(details[number], indent: taken) }
    }
  }

  private func row(_ cells: [String], _ sides: [Side], _ widths: [Int]) -> String {
    var line = " "
    for (index, cell) in cells.enumerated() {
      let shown = Self.shortened(cell, to: widths[index])
      let free = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
      line += (index == 0 ? " " : "  ") + (sides[index] == .left ? shown + free : free + shown)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Lists lose whole items where one at least fits, other texts lose characters.
  private static func shortened(_ cell: String, to cells: Int) -> String {
    guard DisplayWidth.of(cell) > cells else { return cell }
    let whole = DisplayWidth.truncate(cell, to: cells - 2)
    guard cell.contains(", "), let comma = whole.lastIndex(of: ",") else {
      return DisplayWidth.truncate(cell, to: cells)
    }
    return whole[..<comma] + ", …"
  }

  /// Breaks a text at blanks, and between Chinese characters, into lines that fit.
  func wrap(_ text: String, to cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var word = ""
    func fits(_ next: String) -> Bool { DisplayWidth.of(next) <= cells }
    func flush(_ piece: String) {
      if line.isEmpty || fits(line + piece) {
        line += piece
      } else {
        lines.append(Self.trimmed(line))
        line = piece.first == " " ? String(piece.dropFirst()) : piece
      }
    }
    for character in Self.clean(text) {
      if character == " " {
        flush(word)
        word = " "
      } else if DisplayWidth.of(character) == 2 {
        flush(word)
        word = String(character)
      } else {
        word.append(character)
      }
    }
    flush(word)
    if !line.isEmpty || lines.isEmpty { lines.append(Self.trimmed(line)) }
    // A word wider than the page is cut rather than let out of it.
    return lines.map { DisplayWidth.truncate($0, to: max(cells, 8)) }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func pad(_ text: String, to cells: Int) -> String {
    text + String(repeating: " ", count: max(1, cells - DisplayWidth.of(text)))
  }

  /// Text from data files must not steer the terminal.
  static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let value = scalar.value
          let steers =
            value < 0x20 || (0x7F..<0xA0).contains(value) || (0x200E...0x200F).contains(value)
            || (0x2028...0x202E).contains(value) || (0x2066...0x2069).contains(value)
          return steers ? " " : scalar
        }))
  }

  private func style(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
