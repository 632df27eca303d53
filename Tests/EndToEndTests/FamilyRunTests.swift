import Archive
import Commands
import Testing

@Suite("All families by hand, with their parameters swapped between two runs of one build")
struct FamilyRunTests {
  typealias Plot = HandCounty.Plot

  /// What a file says, and what a pencil makes of it.
  struct Numbers: Sendable {
    var density = 0.307
    var benchmark = 3.32
    var uncertainty = 0.0
    var permanence = 0.0
    var leakage = 0.0
    /// nil: the years between the surveys.
    var years: Double?
    var floor = "none"

    var perVolume: Double { density * 1.634 * 1.246 * 0.520 * 44 / 12 }

    func credit(_ family: String, growth: Double) -> Double {
      let kept = (1 - uncertainty) * (1 - permanence)
      // A loss is multiplied by 1 + u; risk and leakage are taken off gains only.
      let grown = growth < 0 ? growth * (1 + uncertainty) : growth * kept * (1 - leakage)
      let credit =
        switch family {
        case "growth-above-benchmark", "avoided-harvest":
          grown - benchmark * kept * (1 - leakage)
        case "whole-natural-growth": grown
        default: grown - benchmark * kept
        }
      return floor == "subcompartment" ? max(credit, 0) : credit
    }

    func file(_ family: String) -> String {
      HandCounty.method(
        id: family, family: family,
        stock: HandCounty.stock().replacing("density: 0.307", with: "density: \(density)"),
        benchmark: family == "whole-natural-growth" ? "" : HandCounty.benchmark("\(benchmark)"),
        floor: floor,
        crediting: years.map { #"{ basis: "fixed-years", years: \#($0) }"# }
          ?? #"{ basis: "survey-interval" }"#,
        deductions:
          "uncertainty: \(uncertainty), nonPermanence: \(permanence), leakage: \(leakage)")
    }
  }

  static let families = [
    "growth-above-benchmark", "project-minus-baseline", "whole-natural-growth",
    "avoided-harvest", "afforestation-reserve",
  ]

  @Test("credits are those of the pencil before and after the swap, family by family")
  func swapped() throws {
    let county = try HandCounty()
    let volumes: [(String, Double, Double, Double)] = [
      ("1", 80, 100, 10), ("2", 100, 90, 4), ("3", 50, 51, 7.5), ("4", 10, 90, 0.5),
    ]
    try county.survey(
      2018, volumes.map { Plot(number: $0.0, area: "\($0.3)", volume: "\($0.1)") })
    try county.survey(
      2023, volumes.map { Plot(number: $0.0, area: "\($0.3)", volume: "\($0.2)") })
    let sets = [
      Numbers(),
      Numbers(
        density: 0.42, benchmark: 1.25, uncertainty: 0.06, permanence: 0.1, leakage: 0.2,
        years: 20, floor: "subcompartment"),
      Numbers(
        density: 0.35, benchmark: 4.6, uncertainty: 0.11, permanence: 0, leakage: 0.05, years: 3.5,
        floor: "project"),
    ]
    for numbers in sets {
      let outcome = try county.run(Self.families.map { numbers.file($0) })
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      for (method, family) in Self.families.enumerated() {
        let (credit, rate, status) = (
          try county.figures("credit_tco2e", method: method),
          try county.figures("rate_tco2e_ha_yr", method: method),
          try county.statuses(method: method)
        )
        for (number, first, second, area) in volumes {
          let growth = (second - first) * numbers.perVolume / 5
          let byHand = numbers.credit(family, growth: growth) * area * (numbers.years ?? 5)
          #expect(close(rate[number], growth), "\(family) \(number)")
          #expect(close(credit[number], byHand), "\(family) \(number)")
          #expect(status[number] == "computed")
        }
      }
    }
  }

  @Test("the floor stands where the file puts it: nowhere, under the village, under each 小班")
  func floors() throws {
    let county = try HandCounty()
    // One village loses, the other gains more than it loses.
    let plots: [(String, String, Double, Double)] = [
      ("1", "449921101201", 100, 60), ("2", "449921101201", 50, 70),
      ("3", "449921101202", 100, 140), ("4", "449921101202", 100, 90),
    ]
    try county.survey(
      2018, plots.map { Plot(number: $0.0, village: $0.1, volume: "\($0.2)") })
    try county.survey(
      2023, plots.map { Plot(number: $0.0, village: $0.1, volume: "\($0.3)") })
    let floors = ["none", "project", "subcompartment"]
    let outcome = try county.run(
      floors.map {
        HandCounty.method(
          id: $0, floor: $0, more: HandCounty.uncertainty)
      }, stages: #"["ingest", "tenure", "quantify", "screen", "rank"]"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let store = try county.store("rank", "candidates.sqlite")
    let unit = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12 * 10
    let expected: [String: [Double]] = [
      "449921101201": [-20 * unit, 0, 20 * unit],
      "449921101202": [30 * unit, 30 * unit, 40 * unit],
    ]
    for (village, tonnes) in expected {
      for method in 0..<3 {
        let found = try store.real(
          "SELECT credit_tco2e FROM candidate WHERE village = ? AND method = ?",
          [.text(village), .integer(Int64(method))])
        #expect(close(found, tonnes[method]), "\(village) \(floors[method])")
      }
    }
    // A band is cut at the same level as the figure: none of a project falls below zero, and the
    // middle of a sum of floored rows lies above the figure that has no errors.
    let low = try store.columns(
      "SELECT credit_p10_tco2e FROM candidate ORDER BY method, village", kinds: [.real]
    ).reals(0)
    #expect(low[0] < -20 * unit)
    #expect(low[2] == 0)
    let middle = try store.real(
      "SELECT credit_p50_tco2e FROM candidate WHERE village = '449921101202' AND method = 2")
    #expect(middle > 40 * unit)
  }
}
