internal import Inventory

/// Stock at both dates and growth between them, row by row. Both the columns and the explanation
/// of a single row come out of `growth(row:)`.
struct GrowthKernel {
  /// One row.
  struct Growth {
    var status: QuantityStatus
    var first: StandStock
    var second: StandStock
    /// tC/ha at the two dates, as compared with each other: the species rule is applied.
    var firstDensity: Double
    var secondDensity: Double
    /// tC
    var stockFirst: Double
    var stockSecond: Double
    /// tCO2e/ha/yr
    var rate: Double
    var standing: Standing
    /// The date whose coefficients convert both volumes, where they differ and the file asks for it.
    var held: Held?
    /// The later date counts for nothing because the earlier stand has gone or turned into what
    /// the method does not count.
    var departure: Departure? = nil
  }

  /// Whose coefficients convert both volumes.
  enum Held {
    case byEarlier
    case byLater
  }

  /// How a measured stand went out of the account.
  enum Departure {
    /// Its later 地类 or species is not counted.
    case converted
    /// Its 地类 is counted and its later volume is recorded as zero.
    case vanished
    /// The later survey does not show the land.
    case missing
  }

  /// One date of one row, species and 地类 already looked up.
  struct Survey {
    var role: StockTable.Role
    var dominant: StockTable.Entry
    /// The entry of "none recorded" where there is no second species.
    var second: StockTable.Entry
    var ageGroup: AgeGroup
    var area: Double
    var volume: Double
    var secondVolume: Double
    var age: Double
  }

  let pair: SurveyPair
  let rule: SpeciesChangeRule
  let areaTolerance: Double
  let areaChange: AreaChangeRule
  private let carbonDioxideRatio: Double
  private let conversion: LossRule
  private let vanishedVolume: LossRule
  let firstTable: StockTable
  let secondTable: StockTable

  init(_ pair: SurveyPair, stock: StockParameters) {
    self.pair = pair
    rule = stock.speciesChange
    areaTolerance = stock.areaTolerance ?? .infinity
    areaChange = stock.areaChange
    carbonDioxideRatio = stock.carbonDioxideRatio
    conversion = stock.conversion
    vanishedVolume = stock.vanishedVolume
    firstTable = StockTable(stock, species: pair.firstSpecies)
    secondTable = StockTable(stock, species: pair.secondSpecies)
  }

  /// One row by itself.
  func growth(row: Int) -> Growth {
    growth(
      first: survey(pair.first, firstTable, row), second: survey(pair.second, secondTable, row),
      evidence: pair.evidence[row], mixture: mixture(row: row))
  }

  func survey(_ columns: SubcompartmentColumns, _ table: StockTable, _ row: Int) -> Survey {
    if table.hasCulms, case .culms = table.roles[columns.landClass[row].ordinal] {
      return bamboo(columns, table, row)
    }
    return Survey(
      role: table.roles[columns.landClass[row].ordinal],
      dominant: table.entry(
        columns.species[row], columns.origin[row], columns.ageGroup[row]),
      second: table.entry(
        columns.secondSpecies[row], columns.origin[row], columns.ageGroup[row]),
      ageGroup: columns.ageGroup[row],
      area: columns.area[row], volume: columns.volume[row],
      secondVolume: columns.secondVolume[row], age: columns.age[row])
  }

  /// A row of 竹林: culms in place of volume, and the carbon of one in place of that of a m³.
  private func bamboo(_ columns: SubcompartmentColumns, _ table: StockTable, _ row: Int) -> Survey {
    var entry = table.culms[Int(columns.species[row])]
    if entry.coefficient >= 0 {
      entry.perVolume = table.coefficients[entry.coefficient].carbonPerCulm(
        diameter: columns.diameter[row])
    }
    return Survey(
      role: .culms, dominant: entry, second: table.species[Int(SpeciesTable.none)],
      ageGroup: columns.ageGroup[row], area: columns.area[row], volume: columns.stems[row],
      secondVolume: .nan, age: columns.age[row])
  }

  /// Growth is taken per hectare and at the later survey's area, unless the file compares whole
  /// stocks: a boundary drawn anew between the surveys is no growth, and with the area held b
  /// cancels in B = aV + b.
  /// - Parameter mixture: what stood on the land, where it was more than one stand.
  @inline(__always)
  func growth(
    first earlier: Survey, second later: Survey, evidence: EvidenceRung,
    mixture: StandMixture? = nil
  ) -> Growth {
    let area = later.area
    let second = StandStock(later, secondTable)
    var result = Growth(
      status: second.status, first: .unknown(.noEarlierSurvey), second: second,
      firstDensity: .nan, secondDensity: second.density, stockFirst: .nan, stockSecond: .nan,
      rate: .nan, standing: second.standing, held: nil)
    guard area > 0, area.isFinite else {
      result.status = .noArea
      return result
    }

    switch evidence {
    case .none:
      if second.density >= 0 { result.stockSecond = second.density * area }
      if second.status.isComputed {
        result.status = second.kind == .cleared ? .landClassNotCounted : .noEarlierSurvey
      }
      return result
    case .twoSurveys, .previousFields, .fittedCurve, .publishedCurve, .flatRate: break
    }

    // Previous-period fields often come without an area of their own.
    let firstArea = earlier.area > 0 ? earlier.area : area
    let first = mixture?.summary ?? StandStock(earlier, firstTable)
    result.first = first
    result.firstDensity = first.density
    if let departure = departure(first: first, second: second, volume: later.volume) {
      result.departure = departure
      result.second = .nothing
      result.secondDensity = 0
      result.standing = first.standing
    } else {
      result.standing = result.standing.weaker(first.standing)
    }
    hold(&result, mixture)
    let isBelowRange = result.firstDensity < 0 || result.secondDensity < 0
    if isBelowRange { settleBelowRange(&result) }
    // Of a stock one can say no more than that it is not below nothing.
    result.stockFirst = max(result.firstDensity, 0) * firstArea
    result.stockSecond = max(result.secondDensity, 0) * area
    if !result.firstDensity.isFinite { result.stockFirst = .nan }
    if !result.secondDensity.isFinite { result.stockSecond = .nan }
    guard result.secondDensity.isFinite, result.firstDensity.isFinite else {
      result.status = result.second.status.isComputed ? first.status : second.status
      return result
    }

    if let obstacle = obstacle(
      result, area: area, firstArea: firstArea, age: later.age, mixture)
    {
      result.status = obstacle
      return result
    }
    let change =
      switch areaChange {
      case .perHectare: result.secondDensity - result.firstDensity
      case .total: (result.secondDensity * area - result.firstDensity * firstArea) / area
      }
    result.rate = change * carbonDioxideRatio / pair.years
    result.status =
      uses(.computedInPart, result)
      ? .computedInPart
      : uses(.computedByStandIn, result)
        ? .computedByStandIn : isBelowRange ? .computedByIncrement : .computed
    return result
  }

  /// Whether a stand that was measured at the earlier date counts for nothing at the later, by the
  /// rules of the file.
  @inline(__always)
  private func departure(
    first: StandStock, second: StandStock, volume: Double
  ) -> Departure? {
    guard first.kind == .volume || first.kind == .culms || first.kind == .constant else {
      return nil
    }
    if pair.isLost { return .missing }
    guard second.kind == .none else { return nil }
    switch second.status {
    case .landClassNotCounted, .speciesNotCounted: return conversion == .loss ? .converted : nil
    // Trees have gone from land that is now bamboo, whose culms were not counted.
    case .noCulms where first.kind != .culms: return conversion == .loss ? .converted : nil
    case .noVolume, .noCulms:
      return volume == 0 && vanishedVolume == .loss ? .vanished : nil
    default: return nil
    }
  }

  /// Lets one date's species convert both volumes, where the file asks for it and they differ. A
  /// date whose species are not known is served by the other's just as well.
  @inline(__always)
  private func hold(_ row: inout Growth, _ mixture: StandMixture?) {
    let later = row.second
    let earlier = row.first
    if let mixture {
      hold(&row, mixture)
      return
    }
    guard rule != .asSurveyed, earlier.hasConvertibleVolume, later.hasConvertibleVolume,
      (earlier.kind == .culms) == (later.kind == .culms),
      !earlier.composition.hasSameCoefficients(as: later.composition)
    else { return }
    let knows = (
      earlier: earlier.composition.status.isComputed, later.composition.status.isComputed
    )
    if knows.1, rule == .holdLater || !knows.earlier {
      row.firstDensity = density(later.composition, volume: earlier.volume)
      row.standing = later.standing
      row.held = .byLater
    } else if knows.earlier {
      row.secondDensity = density(earlier.composition, volume: later.volume)
      row.standing = earlier.standing
      row.held = .byEarlier
    }
  }

  /// Where B = aV + b has fallen below zero. As long as both volumes go by the same a and b, b
  /// cancels and the difference is a·(V2 − V1), below zero or not. Where they do not, what is below
  /// zero counts for nothing; and of a stand that has gone a·V1 is lost.
  private func settleBelowRange(_ row: inout Growth) {
    let isOneLine =
      row.held != nil
      || row.first.kind == .volume && row.second.kind == .volume
        && row.first.composition.hasSameCoefficients(as: row.second.composition)
    guard !isOneLine else { return }
    if row.secondDensity < 0 { row.secondDensity = 0 }
    if row.firstDensity < 0 {
      row.firstDensity =
        row.second.volume == 0 ? row.first.composition.perVolume * row.first.volume : 0
    }
  }

  /// What forbids to read a difference of two known stocks as growth.
  private func obstacle(
    _ row: Growth, area: Double, firstArea: Double, age: Double, _ mixture: StandMixture?
  ) -> QuantityStatus? {
    // Whatever a stand of unknown species gained, a loss of it is sure.
    if row.held == .byEarlier, rule == .holdLater, row.secondDensity >= row.firstDensity,
      !row.second.composition.status.isComputed
    {
      return row.second.status
    }
    if let mixture, let status = obstacle(row, age: age, mixture) { return status }
    if row.first.kind == .cleared, row.second.kind == .cleared { return .landClassNotCounted }
    // A constant tells of no growth. What it is less than a measured stock is a loss.
    if row.first.kind == .constant || row.second.kind == .constant,
      conversion == .notCounted || row.secondDensity >= row.firstDensity
    {
      return .growthNotMeasured
    }
    // Trees and bamboo are measured in ways that do not compare: a gain between them may be of the
    // measure alone. A loss is counted, since to leave it out would overstate the project.
    let (earlierIsBamboo, laterIsBamboo) = (row.first.kind == .culms, row.second.kind == .culms)
    if earlierIsBamboo != laterIsBamboo, row.first.kind != .cleared,
      row.secondDensity > row.firstDensity
    {
      return .growthNotMeasured
    }
    // Where nothing is left no gain can come of two stands taken for one.
    if row.secondDensity != 0 || row.first.kind == .cleared,
      abs(firstArea / area - 1) > areaTolerance
    {
      return .areaChanged
    }
    // Nothing measured at either date is no growth of zero.
    if row.second.volume == 0, row.first.volume == 0 { return .noVolume }
    // Land that was classed anew would otherwise bring its whole stock in as growth. One year is
    // allowed for ages counted in full years.
    if row.first.kind == .cleared, row.second.kind == .volume || laterIsBamboo,
      !(age <= pair.years + 1)
    {
      return .newStandUnproven
    }
    // From an empty stand the whole of b would count as growth. A loss down to nothing stays a
    // loss: to leave it out would overstate the project.
    if row.first.kind != .volume, row.held == nil, row.second.kind == .volume,
      row.second.composition.perHectare != 0
    {
      return .routeNotApplicable
    }
    // A gain by two different lines of which one says nothing here.
    if row.held == nil, row.first.density < 0 || row.second.density < 0,
      row.secondDensity > row.firstDensity,
      !row.first.composition.hasSameCoefficients(as: row.second.composition)
    {
      return .routeNotApplicable
    }
    return nil
  }

  /// Whether a date whose coefficients count has this status.
  private func uses(_ status: QuantityStatus, _ row: Growth) -> Bool {
    switch row.held {
    case .byLater: row.second.composition.status == status
    case .byEarlier: row.first.composition.status == status
    case nil: row.first.usedStatus == status || row.second.usedStatus == status
    }
  }
}

extension GrowthKernel.Departure {
  var meaning: String {
    switch self {
    case .converted: "后期地类或树种不计量，储量按零计"
    case .vanished: "后期蓄积记为零，储量按零计"
    case .missing: "后期调查没有这块地，储量按零计"
    }
  }
}
