/// Horizontal bars, one for each thing compared, with whiskers from low to high.
public struct BarChart: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    public var label: String
    /// The bar's end; a value that is not finite is drawn as `—`.
    public var mid: Double
    public var low: Double?
    public var high: Double?
    /// Position in the chart's classes.
    public var classIndex: Int

    public init(
      label: String, mid: Double, low: Double? = nil, high: Double? = nil, classIndex: Int = 0
    ) {
      self.label = label
      self.mid = mid
      self.low = low
      self.high = high
      self.classIndex = classIndex
    }
  }

  public var title: String
  /// The unit of all values, shown with the axis.
  public var unit: String
  public var classes: [ChartClass]
  public var bars: [Bar]
  public var places: Int
  public var width: Double

  public init(
    title: String, unit: String, classes: [ChartClass], bars: [Bar], places: Int = 0,
    width: Double = 980
  ) {
    self.title = title
    self.unit = unit
    self.classes = classes
    self.bars = bars
    self.places = places
    self.width = width
  }

  private static let rowHeight = 24.0

  public func render() -> SVGImage {
    let labels = bars.map { SVGText.width($0.label) }.max() ?? 0
    let values = bars.map { SVGText.width(Quantity.number($0.mid, places: places)) }.max() ?? 0
    let left = min(max(labels + 14, 60), width / 3)
    let scale = ChartScale(
      covering: bars.flatMap { [$0.mid, $0.low ?? 0, $0.high ?? 0] }, start: left,
      length: max(width - left - values - 20, 50), ticks: 6)
    var body = ""
    var top = 0.0
    if classes.count > 1 {
      let legend = SVGText.legend(classes, x: left, y: 14, width: width - left)
      body += legend.markup
      top = legend.height + 10
    }
    let axis = top + 16
    let bottom = axis + 8 + Double(bars.count) * Self.rowHeight
    for tick in scale.ticks {
      let x = scale.position(tick)
      body += SVGText.line(
        x, axis + 4, x, bottom, colour: abs(tick) < scale.step / 2 ? Palette.grey : Palette.line)
      body += SVGText.text(
        HTMLBuilder.sign(Quantity.number(tick, places: scale.places)), x: x, y: axis - 3,
        anchor: .middle, size: 10.5,
        colour: Palette.secondary)
    }
    body += SVGText.text(
      unit, x: left - 14, y: axis - 3, anchor: .end, size: 10.5, colour: Palette.secondary)
    for (index, bar) in bars.enumerated() {
      body += row(bar, y: axis + 8 + Double(index) * Self.rowHeight, scale: scale, left: left)
    }
    return SVGImage(title: title, width: width, height: bottom + 4, body: body)
  }

  private func row(_ bar: Bar, y: Double, scale: ChartScale, left: Double) -> String {
    let middle = y + Self.rowHeight / 2
    let room = Int((left - 14) / (12 * 0.53) + 0.5)
    var body = SVGText.text(
      DisplayWidth.truncate(bar.label, to: room), x: left - 14, y: middle + 4, anchor: .end)
    guard bar.mid.isFinite else {
      return body
        + SVGText.text(
          Quantity.missing, x: scale.position(0) + 6, y: middle + 4, colour: Palette.secondary)
    }
    let (zero, end) = (scale.position(0), scale.position(bar.mid))
    let fill =
      classes.indices.contains(bar.classIndex) ? classes[bar.classIndex].fill : Palette.grey
    body += SVGText.rectangle(
      x: min(zero, end), y: y + 5, width: abs(end - zero), height: Self.rowHeight - 10, fill: fill,
      radius: 1.5)
    var right = max(zero, end)
    if let low = bar.low, let high = bar.high, low.isFinite, high.isFinite {
      let (from, to) = (scale.position(low), scale.position(high))
      body += SVGText.line(from, middle, to, middle, colour: Palette.ink, width: 1)
      body += SVGText.line(from, middle - 3, from, middle + 3, colour: Palette.ink, width: 1)
      body += SVGText.line(to, middle - 3, to, middle + 3, colour: Palette.ink, width: 1)
      right = max(right, to)
    }
    return body
      + SVGText.text(
        HTMLBuilder.sign(Quantity.number(bar.mid, places: places)), x: right + 8, y: middle + 4,
        size: 11.5)
  }
}
