/// Horizontal bars made of parts that add up, such as the area by 龄组 for each forest type.
public struct StackedBars: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    public var label: String
    /// One value for each class, not negative; what is missing or not finite counts as none.
    public var values: [Double]

    public init(label: String, values: [Double]) {
      self.label = label
      self.values = values
    }
  }

  public var title: String
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

  public func render() -> SVGImage {
    let sums = bars.map { bar in parts(bar).reduce(0, +) }
    let labels = bars.map { SVGText.width($0.label) }.max() ?? 0
    let left = min(max(labels + 14, 60), width / 3)
    let endings = sums.map { "\(Quantity.number($0, places: places)) \(unit)" }
    let ending = endings.map { SVGText.width($0) }.max() ?? 0
    let scale = ChartScale(
      covering: sums, start: left, length: max(width - left - ending - 14, 50))
    let legend = SVGText.legend(classes, x: left, y: 14, width: width - left)
    var body = legend.markup
    var y = legend.height + 10
    for (index, bar) in bars.enumerated() {
      let room = Int((left - 14) / (12 * 0.53) + 0.5)
      body += SVGText.text(
        DisplayWidth.truncate(bar.label, to: room), x: left - 14, y: y + 17, anchor: .end)
      var sum = 0.0
      for (classIndex, value) in parts(bar).enumerated() where value > 0 {
        let from = scale.position(sum)
        sum += value
        let to = scale.position(sum)
        // A line of paper between the parts keeps them apart without colour.
        body += SVGText.rectangle(
          x: from, y: y + 3, width: max(to - from - 1, 0.4), height: 19,
          fill: classes[classIndex].fill)
      }
      body += SVGText.text(
        endings[index], x: scale.position(sum) + 8, y: y + 17, size: 11.5,
        colour: Palette.secondary)
      y += 30
    }
    return SVGImage(title: title, width: width, height: y + 2, body: body)
  }

  private func parts(_ bar: Bar) -> [Double] {
    bar.values.prefix(classes.count).map { $0.isFinite ? max($0, 0) : 0 }
  }
}
