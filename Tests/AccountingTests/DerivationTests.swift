import Accounting
import Inventory
import Testing

/// The explanation of a row says what the columns say.
@Suite struct DerivationTests {
  private let pair = Result {
    try Survey.pair(
      [Stand(second: "木荷", volume: 80, secondVolume: 20), Stand(species: "木荷"), Stand(), Stand()],
      [
        Stand(second: "木荷", volume: 100, secondVolume: 30), Stand(volume: 130),
        Stand(volume: .nan, landClass: .cutover), Stand(species: "无参数树"),
      ])
  }

  @Test(arguments: PropertyTests.families) func itsValuesAreThoseOfTheColumns(family: String) throws
  {
    let pair = try pair.get()
    let method = try Parameters.method(PropertyTests.file(family))
    let credits = method.credits(of: pair)
    for row in 0..<pair.count {
      let derivation = method.derivation(of: pair, row: row)
      #expect(derivation.status == credits.status[row])
      #expect(derivation.standing == credits.standing[row])
      // What cannot be told has no step.
      func value(_ symbol: String) -> Double { derivation.value(of: symbol) ?? .nan }
      #expect(value("g").bitPattern == credits.rate[row].bitPattern)
      #expect(value("C2").bitPattern == credits.stockSecond[row].bitPattern)
      guard credits.status[row].isComputed else {
        #expect(derivation.value(of: "ER") == nil)
        continue
      }
      #expect(derivation.value(of: "ER") == credits.creditPerYear[row])
      #expect(derivation.value(of: "ERt") == credits.creditTotal[row])
    }
  }

  /// Whoever follows the printed steps with a pocket calculator gets the printed result.
  @Test func itsStepsCanBeFollowedByHand() throws {
    let pair = try pair.get()
    let method = try Parameters.method(Parameters.file())
    for row in 0..<2 {
      let steps = method.derivation(of: pair, row: row)
      func value(_ symbol: String) throws -> Double { try #require(steps.value(of: symbol)) }
      func perVolume(_ date: String, _ mark: String) throws -> Double {
        try value("D\(date)\(mark)") * value("BEF\(date)\(mark)")
          * (1 + value("R\(date)\(mark)")) * value("CF\(date)\(mark)")
      }
      for date in ["1", "2"] {
        var k = try perVolume(date, "")
        if let share = steps.value(of: "s" + date) {
          k = try (1 - share) * k + share * perVolume(date, "′")
        }
        #expect(abs(k - (try value("k" + date))) < 1e-12)
        #expect(abs(k * (try value("V" + date)) - (try value("c" + date))) < 1e-9)
      }
      let g = try (value("c2") - value("c1")) * 44 / 12 / value("T")
      #expect(abs(g - (try value("g"))) < 1e-9)
      let er = try (g - value("β")) * (1 - value("u")) * (1 - value("k")) * (1 - value("l"))
      #expect(abs(er * (try value("A")) * (try value("Tc")) - (try value("ERt"))) < 1e-6)
    }
  }

  @Test func factsCarryTheirOriginAndSurveyedValuesNone() throws {
    let method = try Parameters.method(Parameters.file())
    let derivation = method.derivation(of: try pair.get(), row: 0)
    for step in derivation.steps {
      let isFact =
        ["D", "BEF", "R", "CF", "β"].contains { step.symbol.hasPrefix($0) }
      if isFact { #expect(step.provenance != nil, "\(step.symbol)") }
      if ["A", "T", "V1", "V2", "g", "ER"].contains(step.symbol) {
        #expect(step.provenance == nil, "\(step.symbol)")
      }
    }
    #expect(derivation.steps.first { $0.symbol == "β" }?.provenance?.standing == .sourced)
    #expect(derivation.steps.first { $0.symbol == "D1" }?.provenance?.standing == .recalled)
  }

  @Test func biomassLinesAreExplainedToo() throws {
    let method = try Parameters.method(
      Parameters.wholeGrowth(
        stock: Parameters.stock(
          route: #"route: "cbef", carbonFraction: 0.5,"#,
          coefficients: #"{ group: "杉木", a: 0.4652, b: 19.141 }"#)))
    let derivation = method.derivation(
      of: try Survey.pair([Stand(volume: 70)], [Stand(volume: 80)]), row: 0)
    let k = try #require(derivation.value(of: "k2"))
    let m = try #require(derivation.value(of: "m2"))
    #expect(abs(k * 80 + m - 28.1785) < 1e-9)
  }
}
