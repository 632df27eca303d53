internal import Inventory

extension SimulationRows {
  /// The rows of a pair of surveys as a method sees them.
  ///
  /// Rows that the method does not compute bring nothing, as in `ProjectFloor.aggregate`; the sum
  /// of the others without errors is the sum of `CreditColumns.creditTotal` times the share.
  /// - Parameters:
  ///   - method: the method by which credits are told.
  ///   - pair: the two surveys.
  ///   - candidate: candidate of each row, negative for none; as long as the pair.
  ///   - share: part of each row's area that is eligible, 0 to 1; nil for the whole of all rows.
  public init(
    method: some AccountingMethod, pair: SurveyPair, candidate: [Int32], share: [Double]? = nil
  ) {
    let stock = method.parameters.stock
    let slope = CreditSlope(method)
    self.init(
      groups: Self.groups(stock).names, gain: slope.gain, loss: slope.loss,
      floor: method.parameters.floor)
    let kernel = GrowthKernel(pair, stock: stock)
    let table = BenchmarkTable(method.parameters, use: type(of: method).baselineUse)
    let creditingYears = method.parameters.crediting.years(interval: pair.years)
    let groupOf = Self.groups(stock).numbers
    for row in 0..<pair.count where candidate[row] >= 0 {
      let growth = kernel.growth(row: row)
      let benchmark = table.entry(pair, row: row, stock: growth.stockSecond)
      guard growth.status.isComputed, benchmark.status.isComputed else { continue }
      let area = pair.second.area[row] * (share?[row] ?? 1)
      guard area > 0 else { continue }
      let scale = area * stock.carbonDioxideRatio * creditingYears / pair.years
      let mixture = kernel.mixture(row: row)
      let earlierScale =
        stock.areaChange == .total && growth.firstDensity != 0
        ? scale * growth.stockFirst / growth.firstDensity / pair.second.area[row] : scale
      let earlierParts =
        mixture.map {
          Self.parts(
            $0, held: growth, table: kernel.secondTable, groupOf: groupOf, scale: earlierScale)
        }
        ?? Self.parts(
          growth.held == .byLater ? growth.second.composition : growth.first.composition,
          of: growth.first, table: kernel.secondTable, groupOf: groupOf, scale: earlierScale)
      let laterParts =
        mixture.flatMap {
          growth.held == .byEarlier
            ? Self.parts(
              $0, later: growth.second, table: kernel.secondTable, groupOf: groupOf, scale: scale)
            : nil
        }
        ?? Self.parts(
          growth.held == .byEarlier ? growth.first.composition : growth.second.composition,
          of: growth.second, table: kernel.secondTable, groupOf: groupOf, scale: scale)
      let known = earlierParts.0.tonnes + earlierParts.1.tonnes
      let total = laterParts.0.tonnes + laterParts.1.tonnes
      var constant =
        growth.secondDensity * scale - growth.firstDensity * earlierScale - (total - known)
      // What is left of rounding is no constant.
      if abs(constant) <= 1e-9 * max(abs(total), abs(known)) { constant = 0 }
      let baseline = method.credit(growth: 0, benchmark: benchmark.value)
      append(
        SimulationRow(
          candidate: Int(candidate[row]), key: Self.key(of: pair.second, row: row),
          evidence: pair.evidence[row], first: earlierParts.0, firstSecond: earlierParts.1,
          later: laterParts.0, laterSecond: laterParts.1, constant: constant,
          baseline: -baseline * area * creditingYears, area: pair.second.area[row]))
      pairRows.append(row)
    }
  }

  /// The species groups with coefficients, each once, and the group of each coefficient: entries of
  /// one group for several 龄组 are off by the same error.
  private static func groups(_ stock: StockParameters) -> (names: [String], numbers: [Int]) {
    var names: [String] = []
    let numbers = stock.coefficients.map { one in
      if let known = names.firstIndex(of: one.group) { return known }
      names.append(one.group)
      return names.count - 1
    }
    return (names, numbers)
  }

  /// The carbon of one date by the species whose coefficients made it, without constants b.
  private static func parts(
    _ composition: StandStock.Composition, of stand: StandStock, table: StockTable,
    groupOf: [Int], scale: Double
  ) -> (SimulationRow.Amount, SimulationRow.Amount) {
    guard stand.volume > 0, composition.first >= 0 else { return (.none, .none) }
    if stand.kind == .culms {
      let tonnes = stand.volume * scale * composition.perVolume
      return (SimulationRow.Amount(group: groupOf[composition.first], tonnes: tonnes), .none)
    }
    // Litter and dead wood are shares of the same biomass and are off by the same factors.
    let carbon = table.carbon(composition, volume: stand.volume)
    func constant(_ index: Int, _ share: Double) -> Double {
      composition.isCurved || index < 0 ? 0 : share * table.constant(index)
    }
    let main = SimulationRow.Amount(
      group: groupOf[composition.first],
      tonnes: scale
        * (carbon.first - constant(composition.first, 1 - composition.secondShare)))
    guard composition.second >= 0, composition.secondShare > 0 else { return (main, .none) }
    let second = SimulationRow.Amount(
      group: groupOf[composition.second],
      tonnes: scale * (carbon.second - constant(composition.second, composition.secondShare)))
    if second.group == main.group {
      return (.init(group: main.group, tonnes: main.tonnes + second.tonnes), .none)
    }
    return (main, second)
  }

  /// The carbon of land of several stands. Beyond two groups the smallest are taken to be off by the
  /// error of the second: their tonnes are right, and their errors do not average out too much.
  private static func parts(
    _ mixture: StandMixture, held growth: GrowthKernel.Growth, table: StockTable,
    groupOf: [Int], scale: Double
  ) -> (SimulationRow.Amount, SimulationRow.Amount) {
    merged(
      mixture.parts.filter { $0.weight > 0 }.flatMap { part in
        let isBamboo = part.stock.kind == .culms
        let converts =
          growth.held == .byLater && part.stock.hasConvertibleVolume
          && isBamboo == (growth.second.kind == .culms)
        let amounts = parts(
          converts ? growth.second.composition : part.stock.composition, of: part.stock,
          table: table, groupOf: groupOf, scale: scale * part.weight)
        return [amounts.0, amounts.1]
      })
  }

  /// The later carbon where it is converted as the earlier stands were, each for its part of the
  /// earlier volume.
  private static func parts(
    _ mixture: StandMixture, later: StandStock, table: StockTable, groupOf: [Int],
    scale: Double
  ) -> (SimulationRow.Amount, SimulationRow.Amount) {
    let convertible = mixture.parts.filter {
      $0.weight > 0 && $0.stock.hasConvertibleVolume
        && ($0.stock.kind == .culms) == (later.kind == .culms)
    }
    let total = convertible.reduce(0) { $0 + $1.weight * $1.stock.volume }
    return merged(
      convertible.flatMap { part in
        let share = part.weight * part.stock.volume / total
        let amounts = parts(
          part.stock.composition, of: later, table: table, groupOf: groupOf,
          scale: scale * share)
        return [amounts.0, amounts.1]
      })
  }

  private static func merged(
    _ amounts: [SimulationRow.Amount]
  ) -> (SimulationRow.Amount, SimulationRow.Amount) {
    var groups: [SimulationRow.Amount] = []
    for amount in amounts where amount.tonnes != 0 {
      if let place = groups.firstIndex(where: { $0.group == amount.group }) {
        groups[place].tonnes += amount.tonnes
      } else {
        groups.append(amount)
      }
    }
    groups.sort { (abs($1.tonnes), $0.group) < (abs($0.tonnes), $1.group) }
    guard let main = groups.first else { return (.none, .none) }
    guard groups.count > 1 else { return (main, .none) }
    return (
      main,
      .init(group: groups[1].group, tonnes: groups.dropFirst().reduce(0) { $0 + $1.tonnes })
    )
  }

  /// The key that finds the 小班 in another survey also finds its random numbers; where there is
  /// none, the number of the row does.
  static func key(of columns: SubcompartmentColumns, row: Int) -> UInt64 {
    guard row < columns.key.count, !columns.key.isEmpty(row) else {
      return UInt64(bitPattern: columns.row[row])
    }
    return CounterGenerator.key(of: columns.key.bytes[columns.key.byteRange(row)])
  }
}
