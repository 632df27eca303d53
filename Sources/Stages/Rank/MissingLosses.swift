internal import Accounting
internal import Inventory
internal import Screening

/// What one method counts as lost of the land that the later survey does not show.
struct MissingLosses: Sendable {
  /// Losses that count, for the candidates.
  var stands: [MissingStand] = []
  /// Village of each piece of land; -2 where it does not count.
  var villages: [Int32] = []
  /// Part of each piece that counts, 0 to 1.
  var shares: [Double] = []

  /// A part cut off is of the project where the 小班 that it was cut off is, in the same share. Land
  /// of which no row is left is of the project unless the state of its stand says otherwise: bounds
  /// cannot be asked of a row that is not there, and that does not excuse the loss.
  /// - Parameters:
  ///   - passes: whether the state of each stand lets it take part.
  ///   - place: position of a later row by its number in the store.
  init(
    _ left: LeftStands, figures: LeftTable.Figures, passes: [Bool],
    eligibility: EligibilityColumns, place: [Int64: Int]
  ) {
    for number in 0..<left.count {
      var share = 1.0
      if let row = place[left.land.laterRow[number]] {
        share = eligibility.verdict[row] == .pass ? eligibility.eligibleShare[row] : 0
      }
      let counts =
        left.land.isLoss[number] && passes[number] && figures.status[number].isComputed
        && share > 0
      villages.append(counts ? left.stands.village[number] : -2)
      shares.append(counts ? share : 0)
      guard counts else { continue }
      stands.append(
        MissingStand(
          village: left.stands.village[number], area: left.land.area[number] * share,
          increment: figures.increment[number] * share, credit: figures.credit[number] * share))
    }
  }
}
