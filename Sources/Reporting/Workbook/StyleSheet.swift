/// The styles that the sheets of a workbook use, numbered in the order of first use.
struct StyleSheet {
  private var styles: [CellStyle] = [CellStyle()]
  private var formats: [String] = []
  /// Where each style stands in `styles`; asked for every cell.
  private var positions: [CellStyle: Int] = [CellStyle(): 0]

  /// The number by which a cell refers to `style`.
  mutating func index(of style: CellStyle) -> Int {
    if let index = positions[style] { return index }
    if Self.builtInFormats[style.format] == nil, !formats.contains(style.format) {
      formats.append(style.format)
    }
    positions[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// The number format of a column's figures.
  static func format(of kind: ReportColumn.Kind) -> String {
    switch kind {
    case .text, .code: "@"
    case .rank: "0"
    case .integer: "#,##0"
    case .decimal(let places): "#,##0" + decimals(places)
    case .percent(let places): "0" + decimals(places) + "%"
    }
  }

  private static func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: places) : ""
  }

  private static let builtInFormats: [String: Int] = [
    "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49,
  ]
  private static let firstOwnFormat = 164

  var xml: String {
    var xml = WorkbookParts.declaration
    xml += #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    if !formats.isEmpty {
      xml += #"<numFmts count="\#(formats.count)">"#
      for (index, format) in formats.enumerated() {
        let code = MarkupText.escape(format)
        xml += #"<numFmt numFmtId="\#(Self.firstOwnFormat + index)" formatCode="\#(code)"/>"#
      }
      xml += "</numFmts>"
    }
    xml += Self.fonts + Self.fills + Self.borders
    xml += #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
    xml += "</cellStyleXfs>"
    xml += #"<cellXfs count="\#(styles.count)">"#
    for style in styles {
      xml += #"<xf numFmtId="\#(number(of: style.format))" fontId="\#(style.font.rawValue)" "#
      xml += #"fillId="\#(style.fill.rawValue)" borderId="\#(style.border.rawValue)" xfId="0" "#
      xml += #"applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" "#
      xml += #"applyAlignment="1"><alignment horizontal="\#(style.horizontal.rawValue)" "#
      xml += #"vertical="center"\#(style.wraps ? #" wrapText="1""# : "")/></xf>"#
    }
    xml += #"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>"#
    return xml + "</cellStyles></styleSheet>\n"
  }

  private func number(of format: String) -> Int {
    if let number = Self.builtInFormats[format] { return number }
    return Self.firstOwnFormat + (formats.firstIndex(of: format) ?? 0)
  }

  private static let fonts: String = {
    func font(_ size: String, _ colour: String, bold: Bool = false) -> String {
      (bold ? "<font><b/>" : "<font>")
        + #"<sz val="\#(size)"/><color rgb="FF\#(colour)"/>"#
        + #"<name val="Microsoft YaHei"/><family val="2"/><charset val="134"/></font>"#
    }
    return #"<fonts count="6">"# + font("10", "1F2A24") + font("18", "17452F", bold: true)
      + font("10", "FFFFFF", bold: true) + font("10", "1F2A24", bold: true)
      + font("11", "C00000", bold: true) + font("9", "66756D") + "</fonts>"
  }()

  private static let fills: String = {
    func fill(_ colour: String) -> String {
      #"<fill><patternFill patternType="solid"><fgColor rgb="FF\#(colour)"/>"#
        + #"<bgColor indexed="64"/></patternFill></fill>"#
    }
    return #"<fills count="5"><fill><patternFill patternType="none"/></fill>"#
      + #"<fill><patternFill patternType="gray125"/></fill>"# + fill("1F5A3F") + fill("E4EEE7")
      + fill("F3F6F2") + "</fills>"
  }()

  private static let borders: String = {
    func edge(_ name: String, _ style: String, _ colour: String) -> String {
      #"<\#(name) style="\#(style)"><color rgb="FF\#(colour)"/></\#(name)>"#
    }
    func border(top: String, _ topColour: String) -> String {
      "<border>" + edge("left", "thin", "CFD8D2") + edge("right", "thin", "CFD8D2")
        + edge("top", top, topColour) + edge("bottom", "thin", "CFD8D2") + "<diagonal/></border>"
    }
    return #"<borders count="3">"#
      + "<border><left/><right/><top/><bottom/><diagonal/></border>"
      + border(top: "thin", "CFD8D2") + border(top: "medium", "1F5A3F") + "</borders>"
  }()
}
