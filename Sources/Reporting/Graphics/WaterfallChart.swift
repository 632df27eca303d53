/// How one figure comes about: columns that rise and fall from a start to an end.
public struct WaterfallChart: Sendable, Equatable {
  public enum Step: Sendable, Equatable {
    /// Adds to what came before, or takes away.
    case change(label: String, Double)
    /// Shows the sum so far, from zero.
    case sum(label: String)
  }

  public var title: String
  public var unit: String
  public var steps: [Step]
  public var places: Int
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, steps: [Step], places: Int = 0, width: Double = 980,
    height: Double = 280
  ) {
    self.title = title
    self.unit = unit
    self.steps = steps
    self.places = places
    self.width = width
    self.height = height
  }

  public func render() -> SVGImage {
    var sum = 0.0
    var spans: [(label: String, from: Double, to: Double, isSum: Bool)] = []
    for step in steps {
      switch step {
      case .change(let label, let change):
        let change = change.isFinite ? change : 0
        spans.append((label, sum, sum + change, false))
        sum += change
      case .sum(let label): spans.append((label, 0, sum, true))
      }
    }
    let (top, bottom) = (24.0, height - 44)
    // Pixels grow downwards, so the scale is mirrored.
    let scale = ChartScale(
      covering: spans.flatMap { [$0.from, $0.to] }, start: 0, length: bottom - top)
    func y(_ value: Double) -> Double { bottom - scale.position(value) }
    let slot = width / Double(max(spans.count, 1))
    let column = min(slot * 0.6, 84)
    var body = SVGText.line(0, y(0), width, y(0), colour: Palette.grey)
    body += SVGText.text(unit, x: 0, y: 12, size: 10.5, colour: Palette.secondary)
    for (index, span) in spans.enumerated() {
      let x = slot * (Double(index) + 0.5) - column / 2
      let fill =
        span.isSum ? Palette.deepGreen : span.to >= span.from ? Palette.green : Palette.accent
      body += SVGText.rectangle(
        x: x, y: min(y(span.from), y(span.to)), width: column,
        height: max(abs(y(span.from) - y(span.to)), 0.8), fill: fill, radius: 1.5)
      if index + 1 < spans.count {
        body += SVGText.line(
          x + column, y(span.to), x + slot, y(span.to), colour: Palette.secondary, width: 0.8,
          dashes: "2 3")
      }
      let value = span.isSum ? span.to : span.to - span.from
      let sign = !span.isSum && index > 0 && value > 0 ? "+" : ""
      body += SVGText.text(
        sign + HTMLBuilder.sign(Quantity.number(value, places: places)), x: x + column / 2,
        y: min(y(span.from), y(span.to)) - 6, anchor: .middle, size: 11.5, bold: span.isSum)
      for (line, text) in Self.lines(span.label, cells: Int(slot / (12 * 0.53)) - 1).enumerated() {
        body += SVGText.text(
          text, x: x + column / 2, y: bottom + 20 + Double(line) * 16, anchor: .middle,
          colour: Palette.secondary)
      }
    }
    return SVGImage(title: title, width: width, height: height, body: body)
  }

  /// A label on at most two lines.
  private static func lines(_ label: String, cells: Int) -> [String] {
    guard DisplayWidth.of(label) > cells else { return [label] }
    var first = ""
    var rest = Substring(label)
    while let next = rest.first, DisplayWidth.of(first) + DisplayWidth.of(next) <= cells {
      first.append(next)
      rest.removeFirst()
    }
    return [first, DisplayWidth.truncate(String(rest), to: max(cells, 1))]
  }
}
