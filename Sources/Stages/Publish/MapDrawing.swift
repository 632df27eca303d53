internal import Geometry
internal import Inventory
internal import Reporting

/// The map of villages by what they can credit per hectare.
enum MapDrawing {
  /// Nil where no village has a boundary.
  static func map(survey: LatestSurvey, candidates: [VillageCandidate]) throws -> SVGMap? {
    let withBoundary = survey.villages.filter { !$0.boundary.isEmpty }
    guard !withBoundary.isEmpty else { return nil }
    var chosen: [String: VillageCandidate] = [:]
    for candidate in candidates where candidate.isFirstChoice {
      chosen[candidate.village.code] = candidate
    }
    func rate(_ candidate: VillageCandidate?) -> Double? {
      guard let candidate, let credit = candidate.yearlyCredit.mid.number,
        let area = candidate.hectares.number, area > 0, credit > 0
      else { return nil }
      return credit / area
    }
    // Fixed limits would paint one county in one colour.
    let limits = ClassLimits.quantiles(
      withBoundary.compactMap { rate(chosen[$0.village.code]) }, classes: Palette.sequence.count)
    var polygons: [MapPolygon] = []
    var outlines: [MapVillage] = []
    for entry in withBoundary {
      let rings = try rings(entry.boundary)
      let candidate = chosen[entry.village.code]
      var classIndex = limits.count + 1
      if let rate = rate(candidate) { classIndex = limits.count { $0 <= rate } }
      polygons.append(MapPolygon(classIndex: classIndex, rings: rings))
      outlines.append(
        MapVillage(
          label: candidate?.rank.map(String.init) ?? "", name: entry.village.name, rings: rings))
    }
    // Few classes take the darker colours, which paper and grey do not resemble.
    let fills = Palette.sequence.suffix(limits.count + 1)
    let classes =
      zip(ClassLimits.names(limits), fills).map { ChartClass(name: "\($0) tCO2e/公顷·年", fill: $1) }
      + [ChartClass(name: "无可计入减排量", fill: Palette.grey)]
    return SVGMap(
      title: "各村单位面积年减排量（数字为名次）", classes: classes, polygons: polygons,
      villages: outlines)
  }

  private static func rings(_ wkb: [UInt8]) throws -> [[Double]] {
    var buffer = PolygonBuffer()
    try WKBReader.read(wkb, into: &buffer)
    return (0..<buffer.ringCount).map { ring in
      buffer.points(ofRing: ring).flatMap { [buffer.x[$0], buffer.y[$0]] }
    }
  }
}
