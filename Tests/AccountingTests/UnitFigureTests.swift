import Accounting
import Inventory
import Testing

/// The synthetic figures and worked examples that the formulas must give.
@Suite struct UnitFigureTests {
  /// Volumes of 杉木 that grow by `rate` tCO2e/ha/yr over five years.
  private func growing(_ rate: Double) throws -> SurveyPair {
    let perVolume =
      StockFormula.carbonPerCubicMetre(
        density: 0.307, expansion: 1.634, rootShoot: 0.246, carbonFraction: 0.520) * 44 / 12
    return try Survey.pair(
      [Stand(volume: 100, area: 100)], [Stand(volume: 100 + rate * 5 / perVolume, area: 100)])
  }

  @Test func growthOfFiveAboveABenchmarkOf332OnAHundredHectaresIs840TonnesInFiveYears() throws {
    let method = try Parameters.method(Parameters.file())
    let credits = method.credits(of: try growing(5))
    #expect(abs(credits.rate[0] - 5) < 1e-9)
    #expect(abs(credits.creditTotal[0] - 840) < 1e-7)
    #expect(abs(credits.creditPerYear[0] - 168) < 1e-7)
    #expect(abs(method.credit(growth: 5, benchmark: 3.32) * 100 * 5 - 840) < 1e-9)
  }

  @Test func growthOfThreeIsMinus160AndZeroAtTheFloorOfTheProject() throws {
    let method = try Parameters.method(Parameters.file())
    let credits = method.credits(of: try growing(3))
    #expect(abs(credits.creditTotal[0] + 160) < 1e-7)
    let project = ProjectFloor.aggregate(credits, area: [100], rows: [0], floor: .project)
    #expect(project.total == 0)
    #expect(abs(project.beforeFloor + 160) < 1e-7)
    #expect(project.upperBound == 0)
    let free = ProjectFloor.aggregate(credits, area: [100], rows: [0], floor: .none)
    #expect(abs(free.total + 160) < 1e-7)
    let early = try Parameters.method(Parameters.file(floor: "subcompartment"))
    #expect(early.credits(of: try growing(3)).creditTotal[0] == 0)
  }

  @Test func aTwentyPerCentErrorOfGrowthIsSixtyPerCentOfTheCredit() throws {
    let method = try Parameters.method(Parameters.file())
    let credit = method.credit(growth: 5, benchmark: 3.32)
    #expect(abs(credit - 1.68) < 1e-12)
    let change = (method.credit(growth: 6, benchmark: 3.32) - credit) / credit
    #expect(abs(change - 0.595238) < 1e-6)
  }

  @Test func tenHectaresOfChineseFirAt100HaveThePrintedCarbon() throws {
    let carbon = StockFormula.biomassExpansion(
      volume: 100, area: 10, density: 0.307, expansion: 1.634, rootShoot: 0.246,
      carbonFraction: 0.520)
    #expect(abs(carbon - 325.021) < 0.0005)
    #expect(abs(StockFormula.carbonDioxide(carbon) - 1191.745) < 0.0005)
    let credits = try Parameters.method(Parameters.file()).credits(
      of: try Survey.pair([Stand()], [Stand()]))
    #expect(credits.stockSecond[0] == carbon)
  }

  @Test(arguments: [
    ("杉木", 0.325021, 1.191745), ("马尾松", 0.305422, 1.119880), ("桉树", 0.467957, 1.715843),
    ("木荷", 0.708138, 2.596508), ("阔叶混", 0.451262, 1.654626),
  ])
  func carbonOfACubicMetreIsAsPrinted(group: String, carbon: Double, dioxide: Double) throws {
    let parameters = try Parameters.read(Parameters.file())
    let coefficient = try #require(
      parameters.stock.coefficients.first { $0.group == group })
    #expect(abs(coefficient.carbonPerVolume - carbon) < 5e-7)
    #expect(abs(StockFormula.carbonDioxide(coefficient.carbonPerVolume) - dioxide) < 5e-7)
    #expect(coefficient.carbonPerHectare == 0)
  }

  @Test(arguments: [
    (0.5034, 20.547, 30.4095), (0.4652, 19.141, 28.1785), (0.5101, 1.0451, 20.927),
  ])
  func biomassLinesGiveThePrintedDensityAtEighty(a: Double, b: Double, carbon: Double) {
    let value = StockFormula.cbef(volume: 80, area: 1, a: a, b: b, carbonFraction: 0.5)
    #expect(abs(value - carbon) < 1e-3)
  }

  /// 马尾松 at V = 80: the line gives 24 % more stock and 18 % less per m³ of growth.
  @Test func theTwoRoutesMoveStockAndGrowthInOppositeDirections() throws {
    let line = try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          route: #"route: "cbef", carbonFraction: 0.5,"#,
          coefficients: #"{ group: "马尾松", a: 0.5034, b: 20.547 }"#)))
    let expansion = try Parameters.method(Parameters.wholeGrowth())
    let pair = try Survey.pair(
      [Stand(species: "马尾松", volume: 79, area: 1)],
      [Stand(species: "马尾松", volume: 80, area: 1)], years: 1)
    let first = line.credits(of: pair)
    let second = expansion.credits(of: pair)
    #expect(abs(first.stockSecond[0] - 30.4095) < 1e-3)
    #expect(abs(second.stockSecond[0] - 24.434) < 1e-3)
    #expect(abs(first.rate[0] * 12 / 44 - 0.2517) < 1e-9)
    #expect(abs(second.rate[0] * 12 / 44 - 0.305422) < 1e-6)
  }
}
