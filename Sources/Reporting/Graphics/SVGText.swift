/// Pieces of SVG markup.
enum SVGText {
  /// A coordinate in tenths of a pixel at most, without idle zeros.
  static func coordinate(_ value: Double) -> String {
    guard var text = DecimalText.fixed(value, places: 1) else { return "0" }
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }

  enum Anchor: String {
    case start, middle, end
  }

  static func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 12,
    colour: String = Palette.ink, bold: Bool = false
  ) -> String {
    var markup = #"<text x="\#(coordinate(x))" y="\#(coordinate(y))""#
    if anchor != .start { markup += #" text-anchor="\#(anchor.rawValue)""# }
    if size != 12 { markup += #" font-size="\#(coordinate(size))""# }
    if colour != Palette.ink { markup += #" fill="\#(colour)""# }
    if bold { markup += #" font-weight="600""# }
    return markup + ">\(MarkupText.escape(text))</text>"
  }

  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, radius: Double = 0
  ) -> String {
    let round = radius > 0 ? #" rx="\#(coordinate(radius))""# : ""
    return #"<rect x="\#(coordinate(x))" y="\#(coordinate(y))" width="\#(coordinate(width))" "#
      + #"height="\#(coordinate(height))"\#(round) fill="\#(fill)"/>"#
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1,
    dashes: String? = nil
  ) -> String {
    let dash = dashes.map { #" stroke-dasharray="\#($0)""# } ?? ""
    return #"<path d="M\#(coordinate(x1)) \#(coordinate(y1))L\#(coordinate(x2)) "#
      + #"\#(coordinate(y2))" stroke="\#(colour)" stroke-width="\#(coordinate(width))"\#(dash)/>"#
  }

  /// How wide a text is drawn, estimated from its cells: a Chinese character is as wide as high.
  static func width(_ text: String, size: Double = 12) -> Double {
    Double(DisplayWidth.of(text)) * size * 0.53
  }

  /// Swatches with names, in lines no longer than `width`.
  static func legend(
    _ entries: [ChartClass], x: Double, y: Double, width: Double
  ) -> (markup: String, height: Double) {
    var markup = ""
    var left = x
    var top = y
    for entry in entries {
      let needed = 16 + self.width(entry.name) + 18
      if left > x, left + needed - 18 > x + width {
        left = x
        top += 20
      }
      markup += rectangle(x: left, y: top - 9, width: 11, height: 11, fill: entry.fill, radius: 2)
      markup += text(entry.name, x: left + 16, y: top, colour: Palette.secondary)
      left += needed
    }
    return (markup, top - y + 20)
  }
}
