public import Inventory

/// Finds for each 小班 the best evidence of an earlier volume that the settings allow, and says
/// which it was.
///
/// Order: two surveys, previous-period fields, a curve fitted on this inventory, a published curve,
/// a flat rate. A row for which no allowed rung has an answer keeps `EvidenceRung.none`. Where a
/// model had to serve, the answer of a second model is kept beside the first if any can be had,
/// allowed or not, because the choice of the curve outweighs everything else in the result.
public struct GrowthLadder: Sendable {
  public let settings: GrowthSettings
  public let fit: GrowthModelFit?
  private let species: SpeciesTable
  private let landClasses: [LandClass]
  /// Position in `fit.strata` by species number and origin; -1 for none.
  private let stratum: [Int]
  /// Position in `settings.publishedCurves` by species number; -1 for none.
  private let published: [Int]

  /// - Parameters:
  ///   - species: names of the later survey's species numbers.
  ///   - fit: curves of this inventory; nil if none were fitted.
  ///   - landClasses: 地类 to which models apply.
  public init(
    settings: GrowthSettings, species: SpeciesTable, fit: GrowthModelFit? = nil,
    landClasses: [LandClass] = [.arborForest, .openForest, .mangrove]
  ) {
    self.settings = settings
    self.species = species
    self.fit = fit
    self.landClasses = landClasses
    stratum = species.species.flatMap { one in
      Origin.allCases.map { origin in
        guard let found = fit?.stratum(group: one.group, origin: origin) else { return -1 }
        return fit?.strata.firstIndex(of: found) ?? -1
      }
    }
    published = species.species.map { one in
      settings.publishedCurves.firstIndex { $0.groups.contains(one.group) } ?? -1
    }
  }

  /// Climbs down the ladder row by row.
  /// - Parameters:
  ///   - second: the later survey.
  ///   - earlier: the same rows in an earlier survey, a filler where `evidence` is not
  ///     `.twoSurveys`; nil if there is none.
  ///   - evidence: what is known already; as long as `second`.
  ///   - years: years between the surveys; nil takes those that the settings declare.
  ///   - previousVolume: m³/ha of the previous-period fields, NaN where not given; nil for none.
  ///     Zero counts as not given, since a table cannot tell it from a field never filled in, unless
  ///     the previous 地类 is one without such a volume.
  ///   - previousLandClass: 地类 of the previous-period fields, `.unknown` where not given; nil for
  ///     none.
  public func climb(
    second: SubcompartmentColumns, earlier: SubcompartmentColumns? = nil,
    evidence: [EvidenceRung]? = nil, years: Int? = nil, previousVolume: [Double]? = nil,
    previousLandClass: [LandClass]? = nil
  ) throws(SurveyPairError) -> EarlierEvidence {
    let rows = second.count
    let years = years ?? settings.years ?? settings.previousYears ?? 0
    guard years > 0, years <= 100 else { throw .years(Double(years)) }
    let known = evidence ?? [EvidenceRung](repeating: .none, count: rows)
    for count in [earlier?.count ?? rows, known.count, previousVolume?.count ?? rows]
    where count != rows {
      throw .lengths(first: earlier?.count ?? rows, second: rows, evidence: count)
    }
    var result = EarlierEvidence(
      first: earlier ?? second, evidence: known, years: years, rows: rows)
    for row in 0..<rows {
      if known[row] == .twoSurveys, settings.allows(.twoSurveys) {
        // A survey that left the volume out is none, if anything else can tell.
        guard isBlank(result.first, row: row) else { continue }
        if !stepsDown(from: second, row: row, years: years, previousVolume, previousLandClass) {
          continue
        }
      }
      result.evidence[row] = .none
      result.standing[row] = EvidenceRung.none.standing
      let stocked = landClasses.contains(second.landClass[row])
      if settings.allows(.previousFields), let previousVolume,
        let before = previous(
          previousVolume[row], later: stocked ? second.volume[row] : 0, years: years)
      {
        // A volume where there is now no stand was a stand then: its loss must not go unseen.
        result.set(
          row, to: second, volume: before, evidence: .previousFields,
          landClass: stocked ? nil : .arborForest)
        continue
      }
      if settings.allows(.previousFields), let previousLandClass, let previousVolume,
        isWithoutVolume(previousLandClass[row]), !(previousVolume[row] > 0)
      {
        setUnstocked(&result, row: row, second, years: years, previousLandClass[row])
        continue
      }
      let estimates = estimates(second, row: row, years: years)
      guard let chosen = estimates.firstIndex(where: { settings.allows($0.rung) }) else {
        continue
      }
      let estimate = estimates[chosen]
      result.set(row, to: second, volume: estimate.volume, evidence: estimate.rung)
      result.estimate[row] = estimate
      result.standing[row] = estimate.standing
      result.alternative[row] = estimates.indices.first { $0 != chosen }.map { estimates[$0] }
    }
    return result
  }

  /// Whether an earlier survey has a stand here and no volume of it.
  private func isBlank(_ earlier: SubcompartmentColumns, row: Int) -> Bool {
    landClasses.contains(earlier.landClass[row]) && !earlier.volume[row].isFinite
  }

  /// Whether any rung below two surveys has an answer for a row.
  private func stepsDown(
    from second: SubcompartmentColumns, row: Int, years: Int, _ volume: [Double]?,
    _ landClass: [LandClass]?
  ) -> Bool {
    if settings.allows(.previousFields), let volume {
      let stocked = landClasses.contains(second.landClass[row])
      if previous(volume[row], later: stocked ? second.volume[row] : 0, years: years) != nil {
        return true
      }
      if let landClass, isWithoutVolume(landClass[row]), !(volume[row] > 0) { return true }
    }
    return estimates(second, row: row, years: years).contains { settings.allows($0.rung) }
  }

  /// Whether a previous 地类 says by itself that no such volume stood: a zero beside it, or nothing,
  /// is then an answer and no gap for a model to fill.
  private func isWithoutVolume(_ landClass: LandClass) -> Bool {
    landClass != .unknown && !landClasses.contains(landClass)
  }

  /// Land that the previous-period fields show without a stand. Where they are older than the date
  /// looked back to, a stand that has come up since is taken to have grown along a straight line.
  private func setUnstocked(
    _ result: inout EarlierEvidence, row: Int, _ second: SubcompartmentColumns, years: Int,
    _ landClass: LandClass
  ) {
    let span = settings.previousYears ?? years
    let hasComeUp =
      landClasses.contains(second.landClass[row]) && second.volume[row] > 0
      && second.age[row] <= Double(span + 1)
    let part = years < span && hasComeUp ? 1 - Double(years) / Double(span) : 0
    result.set(
      row, to: second, volume: part > 0 ? part * second.volume[row] : 0,
      evidence: .previousFields, landClass: part > 0 ? nil : landClass)
  }

  /// All answers of models for one row, best first.
  func estimates(
    _ columns: SubcompartmentColumns, row: Int, years: Int
  ) -> [GrowthEstimate] {
    let volume = columns.volume[row]
    let age = columns.age[row]
    let number = Int(columns.species[row])
    guard landClasses.contains(columns.landClass[row]), volume > 0, volume.isFinite, number > 0
    else { return [] }
    var result: [GrowthEstimate] = []
    let origin = Origin.allCases.firstIndex(of: columns.origin[row]) ?? 0
    let place = stratum[number * Origin.allCases.count + origin]
    if place >= 0, let fit {
      for (curve, fitted) in fit.strata[place].curves.enumerated() {
        if let before = fitted.guide.backcast(volume: volume, age: age, years: years) {
          result.append(
            GrowthEstimate(
              model: .fitted(stratum: place, curve: curve), volume: before,
              standing: EvidenceRung.fittedCurve.standing))
        }
      }
    }
    if published[number] >= 0 {
      let curve = settings.publishedCurves[published[number]]
      if let before = curve.guide.backcast(volume: volume, age: age, years: years) {
        result.append(
          GrowthEstimate(
            model: .published(published[number]), volume: before,
            standing: curve.provenance.standing))
      }
    }
    // A stand younger than the interval was not there; one of unknown age may have been.
    if let flatRate = settings.flatRate, !(age <= Double(years)) {
      let before = flatRate.backcast(volume: volume, years: years)
      if before > 0 {
        result.append(
          GrowthEstimate(
            model: .flatRate, volume: before, standing: flatRate.provenance.standing))
      }
    }
    return result
  }

  /// The previous-period volume brought to the interval of the pair along a straight line, which
  /// leaves the yearly growth as it was; nil where it would fall below zero.
  private func previous(_ volume: Double, later: Double, years: Int) -> Double? {
    guard volume > 0, volume.isFinite, later >= 0, later.isFinite else { return nil }
    let span = settings.previousYears ?? years
    guard span != years else { return volume }
    let result = later - (later - volume) * Double(years) / Double(span)
    return result > 0 ? result : nil
  }
}
