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
    let limits = [1.0, 2, 4, 8]
    var polygons: [MapPolygon] = []
    var outlines: [MapVillage] = []
    for entry in withBoundary {
      let rings = try rings(entry.boundary)
      let candidate = chosen[entry.village.code]
      var classIndex = limits.count + 1
      if let candidate, let credit = candidate.yearlyCredit.mid.number,
        let area = candidate.hectares.number, area > 0, credit > 0
      {
        classIndex = limits.count { $0 <= credit / area }
      }
      polygons.append(MapPolygon(classIndex: classIndex, rings: rings))
      outlines.append(
        MapVillage(
          label: candidate?.rank.map(String.init) ?? "", name: entry.village.name, rings: rings))
    }
    let names = ["<1", "1–2", "2–4", "4–8", "≥8"]
    let classes =
      zip(names, Palette.sequence).map { ChartClass(name: "\($0) tCO2e/公顷·年", fill: $1) }
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
