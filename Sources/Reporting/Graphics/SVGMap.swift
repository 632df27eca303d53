/// A map of many polygons in few elements: one path for each class, simplified to what can be seen.
public struct SVGMap: Sendable, Equatable {
  public var title: String
  public var classes: [ChartClass]
  public var polygons: [MapPolygon]
  public var villages: [MapVillage]
  /// Width and greatest height of the drawing in CSS pixels, legend not counted.
  public var width: Double
  public var maximumHeight: Double
  /// How far a simplified line may leave the true one, in metres; nil for a third of a pixel.
  public var tolerance: Double?

  public init(
    title: String, classes: [ChartClass], polygons: [MapPolygon], villages: [MapVillage] = [],
    width: Double = 980, maximumHeight: Double = 640, tolerance: Double? = nil
  ) {
    self.title = title
    self.classes = classes
    self.polygons = polygons
    self.villages = villages
    self.width = width
    self.maximumHeight = maximumHeight
    self.tolerance = tolerance
  }

  /// The drawing; an empty frame with its legend where nothing has an extent.
  public func render() -> SVGImage {
    let view = MapView(
      rings: polygons.lazy.flatMap(\.rings), villages.lazy.flatMap(\.rings), width: width,
      maximumHeight: maximumHeight)
    let tolerance = tolerance ?? view.metresPerPixel / 3

    // Inside this group one unit is a tenth of a pixel, which keeps coordinates whole.
    var body = #"<g transform="scale(.1)" fill-rule="evenodd" stroke-linejoin="round">"#
    for (index, mapClass) in classes.enumerated() {
      var path = MapPath()
      for polygon in polygons where polygon.classIndex == index {
        for ring in polygon.rings {
          path.append(RingSimplifier.simplify(ring, tolerance: tolerance), in: view)
        }
      }
      // The stroke in the same colour hides hairlines between simplified neighbours.
      body += #"<path d="\#(path.text)" fill="\#(mapClass.fill)" stroke="\#(mapClass.fill)" "#
      body += #"stroke-width="4"/>"#
    }
    for village in villages {
      var path = MapPath()
      for ring in village.rings {
        path.append(RingSimplifier.simplify(ring, tolerance: tolerance), in: view)
      }
      guard !path.text.isEmpty else { continue }
      body += #"<path d="\#(path.text)" fill="none" stroke="\#(Palette.paper)" stroke-width="16"/>"#
      body += #"<path d="\#(path.text)" fill="none" stroke="\#(Palette.secondary)" "#
      body += #"stroke-width="8"/>"#
    }
    body += "</g>"
    for village in villages where !village.label.isEmpty {
      guard let point = InteriorPoint.of(village.rings) else { continue }
      let (x, y) = view.pixel(x: point.x, y: point.y)
      let radius = max(9.5, SVGText.width(village.label, size: 11) / 2 + 4)
      body += "<g><title>\(MarkupText.escape("\(village.label) \(village.name)"))</title>"
      body += #"<circle cx="\#(SVGText.coordinate(x))" cy="\#(SVGText.coordinate(y))" "#
      body +=
        #"r="\#(SVGText.coordinate(radius))" fill="\#(Palette.paper)" stroke="\#(Palette.deepGreen)" "#
      body += #"stroke-width="1.2"/>"#
      body += SVGText.text(
        village.label, x: x, y: y + 4, anchor: .middle, size: 11, colour: Palette.deepGreen,
        bold: true)
      body += "</g>"
    }
    body += northArrow
    let scaleBar = self.scaleBar(view)
    let legend = SVGText.legend(
      classes, x: 2, y: view.height + 28, width: width - scaleBar.width - 40)
    body += legend.markup + scaleBar.markup
    return SVGImage(
      title: title, width: width, height: view.height + 18 + max(legend.height, 30), body: body)
  }

  private var northArrow: String {
    let x = SVGText.coordinate(width - 18)
    return #"<path d="M\#(x) 8l6 17-6-4-6 4z" fill="\#(Palette.secondary)"/>"#
      + SVGText.text(
        "北", x: width - 18, y: 39, anchor: .middle, size: 11, colour: Palette.secondary)
  }

  private func scaleBar(_ view: MapView) -> (markup: String, width: Double) {
    // The largest round length that takes no more than a fifth of the width.
    let room = width / 5 * view.metresPerPixel
    var metres = ChartScale.roundStep(room)
    if metres > room { metres = ChartScale.roundStep(room / 2.5) }
    if metres > room { metres /= 2 }
    let length = metres / view.metresPerPixel
    let right = width - 4
    let y = view.height + 26
    let name =
      metres >= 1000
      ? "\(SVGText.coordinate(metres / 1000)) 公里" : "\(SVGText.coordinate(metres)) 米"
    let left = right - length
    var markup = #"<path d="M\#(SVGText.coordinate(left)) \#(SVGText.coordinate(y - 5))v5"#
    markup += #"h\#(SVGText.coordinate(length))v-5" fill="none" stroke="\#(Palette.secondary)"/>"#
    markup += SVGText.text(
      name, x: left - 8, y: y + 1, anchor: .end, size: 11, colour: Palette.secondary)
    return (markup, length + 8 + SVGText.width(name, size: 11))
  }
}
