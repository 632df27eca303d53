internal import Accounting
internal import Inventory

/// How many 小班 of one method rest on stand-ins, and on which.
struct StandInTally: Sendable {
  struct Group: Sendable, Equatable {
    var group: String
    var use: String
    var rows: Int
  }

  var rows = 0
  /// ha
  var area = 0.0
  var computedArea = 0.0
  /// Commonest first. A 小班 of two stand-ins is in both.
  var groups: [Group] = []

  init(
    _ stands: SubcompartmentColumns, species: SpeciesTable, status: [QuantityStatus],
    stock: StockParameters
  ) {
    let uses = species.species.map { one -> String? in
      guard case .standIn(let index, _) = stock.resolve(group: one.group) else { return nil }
      return stock.coefficients[index].group
    }
    var counts = [Int](repeating: 0, count: species.species.count)
    var earlier = 0
    var (area, computed) = (CompensatedSum(), CompensatedSum())
    for row in 0..<min(stands.count, status.count) where status[row].isComputed {
      if stands.area[row].isFinite { computed.add(stands.area[row]) }
      guard status[row] == .computedByStandIn else { continue }
      rows += 1
      if stands.area[row].isFinite { area.add(stands.area[row]) }
      var found = false
      for number in Set([stands.species[row], stands.secondSpecies[row]])
      where number != SpeciesTable.none && uses[Int(number)] != nil {
        counts[Int(number)] += 1
        found = true
      }
      if !found { earlier += 1 }
    }
    self.area = area.value
    computedArea = computed.value
    var byGroup: [String: Int] = [:]
    var useOf: [String: String] = [:]
    for (number, count) in counts.enumerated() where count > 0 {
      byGroup[species.species[number].group, default: 0] += count
      useOf[species.species[number].group] = uses[number]
    }
    groups = byGroup.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Group(group: $0.key, use: useOf[$0.key] ?? "", rows: $0.value)
    }
    // As surveyed, the stand-in may be that of a species which has gone since.
    if earlier > 0 { groups.append(Group(group: "前期树种", use: "替代组", rows: earlier)) }
  }
}
