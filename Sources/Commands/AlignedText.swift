internal import Reporting

/// Text for people at a terminal of 80 columns: headings, labelled fields and wrapped paragraphs.
/// Chinese characters take two columns.
struct AlignedText {
  static let width = 80

  private let labelWidth: Int
  private(set) var lines: [String] = []

  init(labelWidth: Int = 10) {
    self.labelWidth = labelWidth
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func heading(_ text: String) {
    lines += Self.wrapped(text, to: Self.width)
    lines.append(String(repeating: "─", count: Self.width))
  }

  mutating func line(_ text: String) { lines.append(text) }

  /// A label with a text that is continued below itself.
  mutating func field(_ label: String, _ text: String, indent: Int = 0) {
    let margin = indent + labelWidth
    let parts = Self.wrapped(text, to: Self.width - margin)
    for (index, part) in parts.enumerated() {
      let start = String(repeating: " ", count: indent) + (index == 0 ? label : "")
      lines.append(Self.trimmed(Self.padded(start, margin) + part))
    }
  }

  /// A text all of whose lines begin at `indent`.
  mutating func paragraph(_ text: String, indent: Int) {
    for part in Self.wrapped(text, to: Self.width - indent) {
      lines.append(String(repeating: " ", count: indent) + part)
    }
  }

  mutating func item(_ text: String, mark: String = "·", indent: Int = 2) {
    let margin = indent + DisplayWidth.of(mark) + 1
    for (index, part) in Self.wrapped(text, to: Self.width - margin).enumerated() {
      let start = String(repeating: " ", count: indent) + (index == 0 ? mark : "")
      lines.append(Self.padded(start, margin) + part)
    }
  }

  /// A line of cells; a column that is `isNumber` is set to the right. Cells wider than their
  /// column are cut with `…`, numbers never.
  mutating func row(_ cells: [String], _ columns: [(width: Int, isNumber: Bool)]) {
    var line = ""
    for (index, (cell, column)) in zip(cells, columns).enumerated() {
      if index > 0 { line += "  " }
      let gap = column.width - DisplayWidth.of(cell)
      if column.isNumber {
        line += String(repeating: " ", count: max(0, gap)) + cell
      } else {
        line += Self.padded(DisplayWidth.truncate(cell, to: column.width), column.width)
      }
    }
    lines.append(Self.trimmed(line))
  }

  static func padded(_ text: String, _ cells: Int) -> String {
    text + String(repeating: " ", count: max(0, cells - DisplayWidth.of(text)))
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Six decimals at most, without zeros at the end.
  static func number(_ value: Double?, places: Int = 6) -> String {
    guard let value else { return Quantity.missing }
    var text = Substring(Quantity.number(value, places: places))
    guard text.contains(".") else { return String(text) }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  /// Breaks between words where there are any, between Chinese characters anywhere, never before
  /// closing punctuation.
  static func wrapped(_ text: String, to cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = DisplayWidth.of(piece)
      if used + size > cells, !line.isEmpty {
        lines.append(trimmed(line))
        line = ""
        used = 0
        if piece == " " { continue }
      }
      var rest = Substring(piece)
      while DisplayWidth.of(String(rest)) > cells {
        let head = rest.prefix(cells)
        lines.append(String(head))
        rest = rest.dropFirst(head.count)
      }
      line += rest
      used += DisplayWidth.of(String(rest))
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Words, blanks and single wide characters, closing punctuation kept with what it closes.
  private static func pieces(_ text: String) -> [String] {
    let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "”", "》", "！", "？", "〕"]
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isWide = DisplayWidth.of(character) > 1
      if character != " ", !isWide {
        word.append(character)
        continue
      }
      if !word.isEmpty { pieces.append(word) }
      word = ""
      if closing.contains(character), let last = pieces.popLast() {
        pieces.append(last + String(character))
      } else {
        pieces.append(String(character))
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }
}
