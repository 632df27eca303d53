internal import Accounting
internal import Inventory
internal import Screening

/// What one method counts as lost of the land that the later survey does not show.
struct MissingLosses: Sendable {
  /// Losses that count, for the candidates.
  var stands: [MissingStand] = []
  /// Village of each piece of land; -2 where it does not count.
  var villages: [Int32] = []

  init(_ left: LeftStands, figures: LeftTable.Figures, passes: [Bool]) {
    for number in 0..<left.count {
      let counts =
        left.land.isLoss[number] && passes[number] && figures.status[number].isComputed
      villages.append(counts ? left.stands.village[number] : -2)
      guard counts else { continue }
      stands.append(
        MissingStand(
          village: left.stands.village[number], area: left.land.area[number],
          increment: figures.increment[number], credit: figures.credit[number]))
    }
  }
}
