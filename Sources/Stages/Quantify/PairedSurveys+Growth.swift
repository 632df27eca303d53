internal import Accounting
internal import Inventory

extension PairedSurveys {
  var hasEvidence: Bool { pair.evidence.contains { $0 != .none } }

  /// Area by rung of evidence, ha, in the order of the ladder.
  var areas: [(rung: EvidenceRung, hectares: Double)] {
    var sums = [CompensatedSum](
      repeating: CompensatedSum(), count: EvidenceRung.allCases.count)
    for row in 0..<pair.count where pair.second.area[row].isFinite {
      sums[Int(pair.evidence[row].rawValue)].add(pair.second.area[row])
    }
    return EvidenceRung.allCases.map { ($0, sums[Int($0.rawValue)].value) }
  }

  /// Climbs down the ladder of evidence for rows that no second survey knows of.
  ///
  /// - Parameter previous: the previous-period fields of the later survey, if it has them.
  mutating func climb(
    _ settings: GrowthSettings, previous: PreviousFields?, species: SpeciesTable
  ) throws {
    let models = settings.rungs.contains { $0.isModelled }
    let usesTwo = settings.allows(.twoSurveys) || firstYear == nil
    guard models || previous != nil && settings.allows(.previousFields) || !usesTwo else { return }
    let ladder = GrowthLadder(
      settings: settings, species: species,
      fit: models ? GrowthModelFit(stands: pair.second, species: species, settings: settings) : nil)
    // Without an earlier survey the file says how far back one looks.
    let years = firstYear == nil ? settings.lookBack : Int(pair.years)
    guard let years else {
      throw UndeclaredInterval(survey: secondYear, rows: previous?.rows ?? 0)
    }
    var found = try ladder.climb(
      second: pair.second, earlier: firstYear == nil ? nil : pair.first, evidence: pair.evidence,
      years: years, previousVolume: previous?.volume,
      previousLandClass: previous?.landClass)
    if let previous { found.take(previous) }
    guard firstYear != nil || found.evidence.contains(where: { $0 != .none }) else { return }
    let parts = pair.parts
    pair = try found.pair(with: pair.second, species: species)
    pair.parts = parts
    self.ladder = found
    growthModels = GrowthModels(settings: settings, fit: ladder.fit)
    for row in kind.indices where pair.evidence[row] != .twoSurveys {
      kind[row] = .none
      earlierRow[row] = -1
    }
    let evidence = pair.evidence
    states.removeAll { evidence[$0.row] != .twoSurveys }
  }
}

extension EarlierEvidence {
  /// Species and 地类 of the previous date, where the form has them.
  fileprivate mutating func take(_ previous: PreviousFields) {
    for row in evidence.indices where evidence[row] == .previousFields {
      setArea(previous.area[row], row: row)
      if previous.species[row] != SpeciesTable.none { setSpecies(previous.species[row], row: row) }
      // A volume where the form says that nothing stood is believed: less growth comes of it.
      let landClass = previous.landClass[row]
      if previous.volume[row] > 0, landClass != .unknown, !OverlayState.bare.contains(landClass) {
        setLandClass(previous.landClass[row], row: row)
      }
    }
  }
}
