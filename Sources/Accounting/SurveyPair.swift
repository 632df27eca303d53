public import Inventory

/// Two surveys of the same 小班, row by row.
///
/// Where `evidence` is `.none` the row of `first` is a filler and is not looked at.
public struct SurveyPair: Sendable {
  public let first: SubcompartmentColumns
  public let second: SubcompartmentColumns
  /// Names of the numbers in `first.species` and `first.secondSpecies`.
  public let firstSpecies: SpeciesTable
  public let secondSpecies: SpeciesTable
  public let evidence: [EvidenceRung]
  /// How well the growth of each row is known: the standing of the model behind `evidence`, and
  /// `official` where both volumes were surveyed or nothing is said of growth.
  public let growthStanding: [Standing]
  /// Years from the first survey to the second, more than 0 and at most 100.
  public let years: Double
  /// Whether nothing is left of any row at the later date, whatever `second` says: land that the
  /// later survey does not show.
  public let isLost: Bool
  /// Of rows whose earlier state is that of several stands, those stands; `first` then holds their
  /// mean, for tables. Looked at for `.twoSurveys` only.
  public var parts = StandParts()

  /// - Parameter growthStanding: nil for what each rung is at best.
  public init(
    first: SubcompartmentColumns, second: SubcompartmentColumns, firstSpecies: SpeciesTable,
    secondSpecies: SpeciesTable, evidence: [EvidenceRung], growthStanding: [Standing]? = nil,
    years: Double, isLost: Bool = false
  ) throws(SurveyPairError) {
    guard years > 0, years <= 100 else { throw .years(years) }
    guard first.count == second.count, evidence.count == second.count,
      growthStanding?.count ?? evidence.count == evidence.count
    else {
      throw .lengths(first: first.count, second: second.count, evidence: evidence.count)
    }
    for (columns, table) in [(first, firstSpecies), (second, secondSpecies)] {
      let largest = max(columns.species.max() ?? 0, columns.secondSpecies.max() ?? 0)
      guard Int(largest) < table.species.count else { throw .species(number: largest) }
    }
    self.first = first
    self.second = second
    self.firstSpecies = firstSpecies
    self.secondSpecies = secondSpecies
    self.evidence = evidence
    self.growthStanding = growthStanding ?? evidence.map(\.standing)
    self.years = years
    self.isLost = isLost
  }

  /// A single survey: nothing is known of an earlier date, only stocks can be told.
  public init(
    single: SubcompartmentColumns, species: SpeciesTable, years: Double = 1
  ) throws(SurveyPairError) {
    try self.init(
      first: single, second: single, firstSpecies: species, secondSpecies: species,
      evidence: [EvidenceRung](repeating: .none, count: single.count), years: years)
  }

  /// Earlier stands of which the later survey shows nothing, with the area that is missing.
  public init(
    lost: SubcompartmentColumns, species: SpeciesTable, years: Double
  ) throws(SurveyPairError) {
    try self.init(
      first: lost, second: lost, firstSpecies: species, secondSpecies: species,
      evidence: [EvidenceRung](repeating: .twoSurveys, count: lost.count), years: years,
      isLost: true)
  }

  public var count: Int { second.count }
}
