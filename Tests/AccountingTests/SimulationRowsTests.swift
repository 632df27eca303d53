import Accounting
import Configuration
import Inventory
import Testing

/// From surveys and a method file to rows of the simulation.
@Suite struct SimulationRowsTests {
  /// Without errors the simulation gives the tonnes of the method, whatever family and stands.
  @Test(arguments: MethodCatalogue.identifiers, ["hold-later", "hold-earlier", "as-surveyed"])
  func withoutErrorsTheTonnesAreTheMethods(family: String, rule: String) throws {
    var random = Randomness(11)
    let names = ["杉木", "马尾松", "桉树", "木荷", "毛竹", "红豆杉", "无参数树"]
    var first: [Stand] = []
    var second: [Stand] = []
    for row in 0..<300 {
      var stand = Stand(
        species: names[row % names.count], volume: Double.random(in: 5...200, using: &random),
        area: Double.random(in: 0.1...30, using: &random))
      if row % 3 == 0 {
        stand.second = names[row % 5]
        stand.secondVolume = stand.volume * 0.4
      }
      first.append(stand)
      stand.volume *= Double.random(in: 0.7...1.8, using: &random)
      stand.secondVolume = stand.second == nil ? .nan : stand.volume * 0.3
      if row % 11 == 0 { stand.species = "桉树" }
      if row % 29 == 0 { stand.landClass = .cutover }
      second.append(stand)
    }
    let text = PropertyTests.file(family).replacing("hold-later", with: rule)
      .replacing(#"floor: "project""#, with: #"floor: "none""#)
    let method = try Parameters.method(text)
    let pair = try Survey.pair(first, second)
    let share = (0..<300).map { Double($0 % 4) / 3 }
    let rows = SimulationRows(
      method: method, pair: pair, candidate: (0..<300).map { Int32($0 % 6) - 1 }, share: share)
    let simulation = CandidateSimulation(
      rows, candidateCount: 5,
      uncertainty: UncertaintyCases.model(survey: 0, coefficient: 0, growth: 0, draws: 100))
    let credits = method.credits(of: pair)
    for candidate in 0..<5 {
      var expected = 0.0
      for row in 0..<300 where row % 6 == candidate + 1 && credits.status[row].isComputed {
        expected += credits.creditTotal[row] * share[row]
      }
      let found = simulation.band(candidate: candidate).p50
      #expect(abs(found - expected) < 1e-9 * abs(expected))
    }
    #expect(rows.rows.allSatisfy { $0.key != 0 })
  }

  /// B = aV + b: the constant goes with the land, not with the error of the volume.
  @Test func theLineRouteKeepsItsConstantApart() throws {
    let stock = Parameters.stock(
      route: #"route: "cbef", carbonFraction: 0.5,"#,
      coefficients: #"{ group: "杉木", a: 0.3999, b: 22.541 }, { group: "桉树", a: 0.8, b: 5 }"#,
      speciesChange: "as-surveyed")
    let method = try Parameters.method(
      Parameters.file(
        family: "whole-natural-growth", stock: stock, benchmark: "", floor: "none"))
    let pair = try Survey.pair(
      [Stand(volume: 80), Stand(species: "桉树", volume: 80)], [Stand(), Stand()])
    let rows = SimulationRows(method: method, pair: pair, candidate: [0, 1])
    let credits = method.credits(of: pair)
    // 0.5·0.3999·20·10·44/12 = 146.63; b cancels.
    #expect(abs(credits.creditTotal[0] - 146.63) < 0.01)
    #expect(rows.rows[0].constant == 0)
    // 0.5·(22.541 − 5)·10·44/12
    #expect(abs(rows.rows[1].constant - 321.585) < 0.001)
    let model = UncertaintyCases.model(survey: 0, coefficient: 0)
    let band = CandidateSimulation(rows, candidateCount: 2, uncertainty: model).band(candidate: 1)
    #expect(abs(band.p50 - credits.creditTotal[1]) < 1e-9 * abs(band.p50))
  }

  @Test func familiesAreLinesWithOneBend() throws {
    for family in MethodCatalogue.identifiers {
      let method = try Parameters.method(PropertyTests.file(family))
      let rows = SimulationRows(
        method: method, pair: try Survey.pair([], []), candidate: [])
      var random = Randomness(5)
      for _ in 0..<100 {
        let growth = Double.random(in: -20...20, using: &random)
        let benchmark = Double.random(in: 0...5, using: &random)
        let line =
          growth * (growth > 0 ? rows.gain : rows.loss)
          + method.credit(growth: 0, benchmark: benchmark)
        #expect(abs(method.credit(growth: growth, benchmark: benchmark) - line) < 1e-12)
      }
    }
  }

  private static let recalled = Parameters.recalled
  private static func block(
    survey: String = "relativeError: 0.2, correlation: 0.3",
    coefficient: String = "relativeError: 0.1", more: String = "draws: 500, seed: 3"
  ) -> String {
    """
    uncertaintyModel: {
      survey: { \(survey), \(recalled) },
      coefficient: { \(coefficient), \(recalled) },
      growthModel: { fittedCurve: 0.3, publishedCurve: 0.5, flatRate: 0.6, \(recalled) },
      \(more)
    },
    """
  }

  @Test func aFileStatesItsErrors() throws {
    let groups = #"relativeError: 0.1, groups: [{ group: "桉树", relativeError: 0.25 }]"#
    let model = try #require(
      try Parameters.read(Parameters.file(more: Self.block(coefficient: groups))).uncertaintyModel)
    #expect(model.surveyError == 0.2 && model.surveyCorrelation == 0.3)
    #expect(model.coefficientError(of: "杉木") == 0.1)
    #expect(model.coefficientError(of: "桉树") == 0.25)
    #expect(model.growthError(of: .publishedCurve) == 0.5)
    #expect(model.growthError(of: .twoSurveys) == 0)
    #expect(model.draws == 500 && model.seed == 3)
    #expect(model.provenances.allSatisfy { $0.standing == .recalled })
    #expect(try Parameters.read(Parameters.file()).uncertaintyModel == nil)
    let plain = try Parameters.read(Parameters.file(more: Self.block(more: ""))).uncertaintyModel
    #expect(plain?.draws == 1000)
  }

  @Test(arguments: [
    (block(survey: "relativeError: 20, correlation: 0"), "uncertaintyModel.survey.relativeError"),
    (block(survey: "relativeError: 0.2, correlation: -1"), "uncertaintyModel.survey.correlation"),
    (block(survey: "relativeError: 0.2"), "uncertaintyModel.survey"),
    (block(more: "draws: 5"), "uncertaintyModel.draws"),
    (block(more: "drawz: 500"), "uncertaintyModel"),
    (
      block(coefficient: #"relativeError: 0.1, groups: [{ group: "樟树", relativeError: 0.2 }]"#),
      "uncertaintyModel.coefficient.groups[0].group"
    ),
  ])
  func whatCannotBeIsRefusedAtItsPlace(block: String, path: String) {
    do {
      _ = try Parameters.read(Parameters.file(more: block))
      Issue.record("not refused")
    } catch {
      #expect((error as? ConfigurationError)?.path == path)
    }
  }

  @Test(arguments: ShippedFilesTests.methods) func shippedFilesStateTheirErrors(name: String) throws
  {
    let model = try #require(try ShippedFilesTests.parameters(name).uncertaintyModel)
    #expect(model.surveyError == 0.2)
    #expect(model.draws == 1000)
    #expect(model.provenances.allSatisfy { !$0.standing.mayBeFiled })
  }
}
