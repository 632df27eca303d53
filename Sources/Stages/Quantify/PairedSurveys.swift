internal import Accounting
internal import Inventory

/// The later survey with, row by row, what is known of an earlier date.
struct PairedSurveys: Sendable {
  var pair: SurveyPair
  /// Earlier survey, if there is one.
  var firstYear: Int?
  var secondYear: Int
  /// 小班 of the later survey that were found in the earlier one.
  var matched: Int
  /// 小班 of the earlier survey that no later one continues, and their area, ha.
  var unmatchedEarlier: Int
  var unmatchedEarlierArea: Double

  /// Pairs two surveys by key.
  ///
  /// Growth is per hectare of land that is the same at both dates, so a matched row's earlier
  /// stock is taken on its later area; the method file says how far the two may differ.
  init(
    earlier: (year: Int, stands: SubcompartmentColumns)?,
    later: (year: Int, stands: SubcompartmentColumns), species: SpeciesTable
  ) throws {
    secondYear = later.year
    firstYear = earlier?.year
    guard let earlier else {
      pair = try SurveyPair(single: later.stands, species: species)
      matched = 0
      unmatchedEarlier = 0
      unmatchedEarlierArea = 0
      return
    }
    let match = SurveyMatch(earlier: earlier.stands, later: later.stands)
    pair = try SurveyPair(
      first: earlier.stands.gathering(match.earlierRow), second: later.stands,
      firstSpecies: species, secondSpecies: species,
      evidence: match.earlierRow.map { $0 >= 0 ? .twoSurveys : .none },
      years: Double(later.year - earlier.year))
    matched = match.matchedCount
    unmatchedEarlier = match.unmatchedEarlier.count
    unmatchedEarlierArea = match.unmatchedEarlier.reduce(0) { $0 + earlier.stands.area[$1] }
  }
}
