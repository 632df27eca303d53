public import Mapping

extension FileFacts {
  /// Applies the rules that look at a file from outside.
  ///
  /// - Parameters:
  ///   - tally: what its rows are like.
  ///   - source: position of the file in the run's list of sources.
  public func findings(
    _ tally: SurveyTally, source: Int, mapping: MappingFile, catalog: RuleCatalog
  ) -> SurveyFindings {
    var result = SurveyFindings()
    func add(_ rule: RuleDefinition, _ field: String, _ value: String, _ detail: String) {
      result.add(rule, catalog, source: source, field: field, value: value, detail: detail)
    }
    if let assumedSystem {
      add(
        SurveyRules.assumedDatum, "geometry", assumedSystem,
        "the file records no datum that is known: CGCS2000 is assumed")
    }
    if isCanopyPercent {
      add(
        SurveyRules.canopyInPercent, mapping["canopyDensity"]?.names.first ?? "canopyDensity",
        "percent", "read as percent, so that 5 is 0.05 and 1 is 0.01")
    }
    if !wrongClaims.isEmpty {
      add(
        SurveyRules.encodingClaim, "encoding", wrongClaims.joined(separator: ", "),
        "the texts are read as \(encoding)")
    }
    if !cutNames.isEmpty {
      add(
        SurveyRules.cutColumnName, "columns", cutNames.joined(separator: ", "),
        "half a character was dropped at the end")
    }
    if let ratio = tally.medianAreaRatio,
      let found = mapAreas.first(where: { abs(ratio / $0.ratio - 1) <= Self.tolerance })
    {
      add(
        SurveyRules.mapUnitArea, mapping["area"]?.names.first ?? "area", found.meaning,
        "half of all recorded areas are \(Self.rounded(ratio)) times the area on the ground or more"
      )
    }
    if let middle, let province = tally.province,
      let box = ProvinceBox.known.first(where: { $0.code == province }),
      !box.contains(
        longitude: middle.longitude, latitude: middle.latitude, margin: Self.boxMargin)
    {
      add(
        SurveyRules.placeAgainstCodes, "geometry",
        "\(Self.rounded(middle.longitude)), \(Self.rounded(middle.latitude))",
        "the village codes begin with \(province) (\(box.name)), the polygons lie elsewhere: "
          + "wrong .prj, zone or `epsg`?")
    }
    return result
  }

  /// Latitude changes the distortion of Web Mercator by a hundredth within a county.
  private static let tolerance = 0.03
  /// Degrees; the boxes are known to a tenth.
  private static let boxMargin = 0.3

  private static func rounded(_ value: Double) -> Double {
    abs(value) < 0.01 ? value : (value * 100).rounded() / 100
  }
}
