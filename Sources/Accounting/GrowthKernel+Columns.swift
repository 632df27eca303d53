internal import Inventory

extension GrowthKernel {
  /// A run of rows. Columns are read through spans: an array inside a structure is retained anew
  /// for every element that is read out of it.
  func columns(rows: Range<Int>) -> CreditColumns {
    let firstLandClass = pair.first.landClass.span
    let firstAgeGroup = pair.first.ageGroup.span
    let firstSpecies = pair.first.species.span
    let firstSecondSpecies = pair.first.secondSpecies.span
    let firstArea = pair.first.area.span
    let firstVolume = pair.first.volume.span
    let firstSecondVolume = pair.first.secondVolume.span
    let firstAge = pair.first.age.span
    let secondLandClass = pair.second.landClass.span
    let secondAgeGroup = pair.second.ageGroup.span
    let secondSpecies = pair.second.species.span
    let secondSecondSpecies = pair.second.secondSpecies.span
    let secondArea = pair.second.area.span
    let secondVolume = pair.second.volume.span
    let secondSecondVolume = pair.second.secondVolume.span
    let secondAge = pair.second.age.span
    let evidence = pair.evidence.span
    let firstTable = self.firstTable.species.span
    let secondTable = self.secondTable.species.span
    let roles = self.secondTable.roles.span
    let hasCulms = self.secondTable.hasCulms
    let isQualified = self.secondTable.isQualified || self.secondTable.isCurved
    let hasParts = !pair.parts.isEmpty
    var result = CreditColumns(rows: rows.count)
    for place in 0..<rows.count {
      let row = rows.lowerBound + place
      // Bamboo and land of several stands are rare and go the way of the single row, as does what
      // needs 起源 and 龄组 or is no straight line of volume.
      if isQualified || hasParts && !pair.parts.range(row).isEmpty
        || hasCulms
          && (isCulms(roles[firstLandClass[row].ordinal])
            || isCulms(roles[secondLandClass[row].ordinal]))
      {
        result.set(place, to: self.growth(row: row), area: secondArea[row], evidence: evidence[row])
        continue
      }
      let growth = growth(
        first: Survey(
          role: roles[firstLandClass[row].ordinal],
          dominant: firstTable[Int(firstSpecies[row])],
          second: firstTable[Int(firstSecondSpecies[row])],
          ageGroup: firstAgeGroup[row],
          area: firstArea[row],
          volume: firstVolume[row],
          secondVolume: firstSecondVolume[row],
          age: firstAge[row]),
        second: Survey(
          role: roles[secondLandClass[row].ordinal],
          dominant: secondTable[Int(secondSpecies[row])],
          second: secondTable[Int(secondSecondSpecies[row])],
          ageGroup: secondAgeGroup[row],
          area: secondArea[row],
          volume: secondVolume[row],
          secondVolume: secondSecondVolume[row],
          age: secondAge[row]),
        evidence: evidence[row])
      result.set(place, to: growth, area: secondArea[row], evidence: evidence[row])
    }
    return result
  }

  @inline(__always)
  private func isCulms(_ role: StockTable.Role) -> Bool {
    if case .culms = role { true } else { false }
  }
}

extension CreditColumns {
  @inline(__always)
  fileprivate mutating func set(
    _ place: Int, to growth: GrowthKernel.Growth, area: Double, evidence: EvidenceRung
  ) {
    stockFirst[place] = growth.stockFirst
    stockSecond[place] = growth.stockSecond
    rate[place] = growth.rate
    increment[place] = growth.rate * area
    status[place] = growth.status
    self.evidence[place] = evidence
    standing[place] = growth.standing
  }
}
