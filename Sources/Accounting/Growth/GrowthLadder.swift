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
    landClasses: [LandClass] = [.arborForest]
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
  ///     Zero counts as not given: a table cannot tell it from a field never filled in.
  public func climb(
    second: SubcompartmentColumns, earlier: SubcompartmentColumns? = nil,
    evidence: [EvidenceRung]? = nil, years: Int? = nil, previousVolume: [Double]? = nil
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
      if known[row] == .twoSurveys, settings.allows(.twoSurveys) { continue }
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
