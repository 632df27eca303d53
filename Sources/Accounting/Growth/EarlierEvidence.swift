public import Inventory

/// What is known of an earlier date, row by row, with the rung on which it stands.
public struct EarlierEvidence: Sendable {
  /// The earlier date as `SurveyPair.first` needs it; a filler where `evidence` is `.none`.
  public internal(set) var first: SubcompartmentColumns
  public internal(set) var evidence: [EvidenceRung]
  /// Years from the first date to the second.
  public let years: Int
  /// The model that served; nil where a survey did or nothing could.
  public internal(set) var estimate: [GrowthEstimate?]
  /// What a second model says of the same row; nil where there is none to ask.
  public internal(set) var alternative: [GrowthEstimate?]
  /// The standing of what served, for `SurveyPair.growthStanding`.
  public internal(set) var standing: [Standing]

  init(first: SubcompartmentColumns, evidence: [EvidenceRung], years: Int, rows: Int) {
    self.first = first
    self.evidence = evidence
    self.years = years
    estimate = [GrowthEstimate?](repeating: nil, count: rows)
    alternative = [GrowthEstimate?](repeating: nil, count: rows)
    standing = evidence.map(\.standing)
  }

  /// How many rows stand on each rung, in the order of the ladder.
  public var counts: [(rung: EvidenceRung, rows: Int)] {
    var counts = [Int](repeating: 0, count: EvidenceRung.allCases.count)
    for rung in evidence { counts[Int(rung.rawValue)] += 1 }
    return EvidenceRung.allCases.map { ($0, counts[Int($0.rawValue)]) }
  }

  /// The pair of surveys for the methods.
  /// - Parameters:
  ///   - firstSpecies: names of the species numbers in `first`: the same as `species` unless an
  ///     earlier survey with a table of its own was given.
  public func pair(
    with second: SubcompartmentColumns, species: SpeciesTable, firstSpecies: SpeciesTable? = nil
  ) throws(SurveyPairError) -> SurveyPair {
    try SurveyPair(
      first: first, second: second, firstSpecies: firstSpecies ?? species,
      secondSpecies: species, evidence: evidence, growthStanding: standing, years: Double(years))
  }

  /// The same pair with the second model's volume wherever there is one, on its own rung: credits
  /// of both pairs side by side show what the choice of the model is worth.
  public func alternativePair(
    with second: SubcompartmentColumns, species: SpeciesTable, firstSpecies: SpeciesTable? = nil
  ) throws(SurveyPairError) -> SurveyPair {
    var other = self
    for row in alternative.indices {
      guard let estimate = alternative[row] else { continue }
      other.set(row, to: second, volume: estimate.volume, evidence: estimate.rung)
      other.standing[row] = estimate.standing
    }
    return try other.pair(with: second, species: species, firstSpecies: firstSpecies)
  }

  /// Sets the dominant species that a form gives for the previous date. The second species is not
  /// recorded there, so all volume is the dominant one's if it changed.
  public mutating func setSpecies(_ species: UInt16, row: Int) {
    guard first.species[row] != species else { return }
    first.species[row] = species
    first.secondSpecies[row] = SpeciesTable.none
    first.secondVolume[row] = .nan
  }

  /// Sets the 地类 that a form gives for the previous date.
  public mutating func setLandClass(_ landClass: LandClass, row: Int) {
    first.landClass[row] = landClass
  }

  /// Sets the area that a form gives for the previous date, ha; one that is not above zero is none.
  public mutating func setArea(_ area: Double, row: Int) {
    if area > 0 { first.area[row] = area }
  }

  /// Makes the earlier row of a later one that only differs in volume and age: species and area,
  /// and 地类 unless given, are taken not to have changed, and the second species keeps its share.
  mutating func set(
    _ row: Int, to second: SubcompartmentColumns, volume: Double, evidence rung: EvidenceRung,
    landClass: LandClass? = nil
  ) {
    evidence[row] = rung
    standing[row] = rung.standing
    first.row[row] = second.row[row]
    first.village[row] = second.village[row]
    first.landClass[row] = landClass ?? second.landClass[row]
    first.origin[row] = second.origin[row]
    first.forestClass[row] = second.forestClass[row]
    first.ageGroup[row] = second.ageGroup[row]
    first.species[row] = second.species[row]
    first.secondSpecies[row] = second.secondSpecies[row]
    first.area[row] = second.area[row]
    first.volume[row] = volume
    first.secondVolume[row] = second.secondVolume[row] * (volume / second.volume[row])
    first.age[row] = second.age[row] - Double(years)
    first.canopyDensity[row] = .nan
    first.plantingYear[row] = second.plantingYear[row]
    // Of culms at the earlier date neither a form nor a model of volumes says anything.
    first.stems[row] = .nan
    first.diameter[row] = .nan
  }
}
