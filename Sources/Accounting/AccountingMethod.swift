internal import Inventory

/// A family of methods: one way from growth per hectare to credit per hectare. Numbers come from
/// the parameter file; a method sees no files, clocks or threads.
///
/// To add a family, write one type and name it in `MethodCatalogue`.
public protocol AccountingMethod: Sendable {
  /// The word by which a parameter file chooses the family.
  static var family: String { get }
  static var chineseName: String { get }
  static var baselineUse: BaselineUse { get }
  /// What a benchmark of the family can be, tCO2e/ha/yr.
  static var benchmarkRange: ClosedRange<Double> { get }
  /// The formula as printed in explanations.
  static var formula: String { get }
  /// The same where g < 0; w is `Deductions.lossFactor`.
  static var lossFormula: String { get }

  var parameters: MethodParameters { get }
  init(_ parameters: MethodParameters)

  /// Credit of one hectare in one year, before any floor, tCO2e/ha/yr.
  /// - Parameters:
  ///   - growth: g, tCO2e/ha/yr
  ///   - benchmark: β, tCO2e/ha/yr; 0 for a method without a baseline
  func credit(growth: Double, benchmark: Double) -> Double
}

extension AccountingMethod {
  /// The family's formula as the file has it: with u taken from the project's side, and emissions e,
  /// where it says so.
  public var ownFormula: String {
    var formula = Self.formula
    if parameters.deductions.appliesTo == .project {
      formula = formula.replacing("(g − β", with: "(g·(1 − u) − β")
        .replacing(")·(1 − u)·(1 − k)", with: ")·(1 − k)")
    }
    return withEmissions(formula)
  }

  /// The same where g < 0.
  public var ownLossFormula: String {
    let isOfProject = parameters.deductions.appliesTo == .project
    return withEmissions(
      isOfProject ? Self.lossFormula.replacing("β·(1 − u)", with: "β") : Self.lossFormula)
  }

  private func withEmissions(_ formula: String) -> String {
    guard parameters.deductions.emissions > 0 else { return formula }
    return formula.contains("β") ? formula.replacing("β", with: "(β + e)") : formula + " − e"
  }

  /// The fastest plantations grow by some 30 tCO2e/ha/yr; more is another unit.
  public static var benchmarkRange: ClosedRange<Double> { -20...30 }

  /// Credits of all rows or of some, in row order. A part gives the same numbers as the whole, so
  /// parts may be computed apart and appended.
  /// - Parameters:
  ///   - pair: the two surveys.
  ///   - rows: which rows; nil for all. Must lie within the pair.
  public func credits(of pair: SurveyPair, rows: Range<Int>? = nil) -> CreditColumns {
    let rows = rows ?? 0..<pair.count
    var result = GrowthKernel(pair, stock: parameters.stock).columns(rows: rows)
    let table = BenchmarkTable(parameters, use: Self.baselineUse)
    let years = parameters.crediting.years(interval: pair.years)
    let common = parameters.commonStanding
    let floor = parameters.floor
    for place in 0..<result.count {
      let row = rows.lowerBound + place
      let benchmark = table.entry(pair, row: row, stock: result.stockSecond[place])
      result.baselineRate[place] = benchmark.value
      result.standing[place] = result.standing[place].weaker(common).weaker(benchmark.standing)
        .weaker(pair.growthStanding[row])
      guard result.status[place].isComputed else { continue }
      guard benchmark.status.isComputed else {
        result.status[place] = benchmark.status
        continue
      }
      let credit = floor.applied(
        to: credit(growth: result.rate[place], benchmark: benchmark.value))
      result.creditPerYear[place] = credit * pair.second.area[row]
      result.creditTotal[place] = result.creditPerYear[place] * years
    }
    return result
  }
}
