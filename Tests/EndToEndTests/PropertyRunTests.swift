import Archive
import Commands
import Testing

@Suite("What must hold of any county, through the whole pipeline and for every family")
struct PropertyRunTests {
  typealias Plot = HandCounty.Plot

  private static let stages = #"["ingest", "tenure", "quantify", "screen", "rank"]"#

  private static func files(_ only: [String] = FamilyRunTests.families) -> [String] {
    only.map { family in
      HandCounty.method(
        id: family, family: family,
        stock: HandCounty.stock(more: StockRouteRunTests.culms),
        benchmark: family == "whole-natural-growth" ? "" : HandCounty.benchmark("2.5"),
        deductions: family == "project-minus-baseline" || family == "afforestation-reserve"
          ? "uncertainty: 0.06, nonPermanence: 0.1, leakage: 0.2, onLosses: \"as-gains\""
          : "uncertainty: 0.06, nonPermanence: 0, leakage: 0, onLosses: \"as-gains\"",
        more: HandCounty.uncertainty)
    }
  }

  /// Gains, losses, two species, bamboo, felled land, and stands that cannot be told.
  private static func county() -> (first: [Plot], second: [Plot]) {
    var (first, second): ([Plot], [Plot]) = ([], [])
    let species = ["杉木", "马尾松", "木荷"]
    for number in 1...40 {
      let village = "44992110120\(1 + number % 3)"
      let (before, after) = (40 + Double(number * 37 % 90), 45 + Double(number * 53 % 110))
      var plot = Plot(
        number: "\(number)", village: village, area: "\(1 + Double(number % 7) * 0.75)",
        species: species[number % 3], volume: "\(before)")
      if number % 4 == 0 {
        plot.second = species[(number + 1) % 3]
        plot.secondVolume = "\(before * 0.3)"
      }
      if number % 10 == 5 {
        (plot.landClass, plot.species, plot.volume) = ("竹", "毛竹", "")
        plot.stems = "\(1800 + number * 10)"
      }
      first.append(plot)
      var later = plot
      later.volume = plot.volume.isEmpty ? "" : "\(after)"
      if !plot.secondVolume.isEmpty { later.secondVolume = "\(after * 0.25)" }
      if !plot.stems.isEmpty { later.stems = "\(1900 + number * 12)" }
      if number % 13 == 0 { (later.landClass, later.volume) = ("迹", "") }
      if number % 17 == 0 { later.volume = "" }
      second.append(later)
    }
    return (first, second)
  }

  private func run(
    _ first: [Plot], _ second: [Plot], files: [String]? = nil, threads: Int = 2
  ) throws -> HandCounty {
    let county = try HandCounty()
    try county.survey(2018, first)
    try county.survey(2023, second)
    let outcome = try county.run(
      files ?? Self.files(), more: "bands: { subcompartments: true },", stages: Self.stages,
      threads: threads)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return county
  }

  /// Every figure that the run stored of a method, by number of the 小班.
  private func all(_ county: HandCounty, _ method: Int) throws -> [String: [String: Double]] {
    var figures: [String: [String: Double]] = [:]
    for column in [
      "stock_first_tc", "stock_second_tc", "increment_tco2e_yr", "rate_tco2e_ha_yr",
      "credit_tco2e_yr", "credit_tco2e", "status", "evidence",
    ] {
      figures[column] = try county.figures(column, method: method)
    }
    return figures
  }

  private func bits(_ figures: [String: [String: Double]]) -> [String: [String: UInt64]] {
    figures.mapValues { $0.mapValues { $0.isNaN ? 0 : $0.bitPattern } }
  }

  private func candidates(_ county: HandCounty) throws -> [String: [Double]] {
    let set = try county.store("rank", "candidates.sqlite").columns(
      """
      SELECT method || ' ' || village, credit_tco2e, COALESCE(credit_p10_tco2e, -1),
        COALESCE(credit_p50_tco2e, -1), COALESCE(credit_p90_tco2e, -1), stock_tc FROM candidate
      """, kinds: [.text, .real, .real, .real, .real, .real])
    var result: [String: [Double]] = [:]
    for row in 0..<set.rows {
      result[try set.texts(0)[row]] = try (1...5).map { try set.reals($0)[row] }
    }
    return result
  }

  @Test("twice the area is twice the tonnes")
  func doubled() throws {
    let (first, second) = Self.county()
    func twice(_ plots: [Plot]) -> [Plot] {
      plots.map {
        var plot = $0
        plot.area = "\((Double(plot.area) ?? 0) * 2)"
        return plot
      }
    }
    let (one, two) = (try run(first, second), try run(twice(first), twice(second)))
    for (method, family) in FamilyRunTests.families.enumerated() {
      let (before, after) = (try all(one, method), try all(two, method))
      #expect(before["status"] == after["status"])
      for column in ["stock_first_tc", "stock_second_tc", "credit_tco2e", "increment_tco2e_yr"] {
        for (number, value) in before[column] ?? [:] where value.isFinite {
          #expect(close(after[column]?[number], 2 * value), "\(family) \(column) \(number)")
        }
      }
      #expect(before["rate_tco2e_ha_yr"]?["1"] == after["rate_tco2e_ha_yr"]?["1"])
    }
  }

  @Test("a 小班 cut in two is the sum of its parts")
  func split() throws {
    let (first, second) = Self.county()
    func cut(_ plots: [Plot]) -> [Plot] {
      plots.flatMap { plot in
        [("a", 0.25), ("b", 0.75)].map { mark, share in
          var part = plot
          part.number += mark
          part.area = "\((Double(plot.area) ?? 0) * share)"
          return part
        }
      }
    }
    let (one, two) = (try run(first, second), try run(cut(first), cut(second)))
    for (method, family) in FamilyRunTests.families.enumerated() {
      let (whole, parts) = (
        try one.figures("credit_tco2e", method: method),
        try two.figures("credit_tco2e", method: method)
      )
      for (number, value) in whole {
        let sum = (parts[number + "a"] ?? .nan) + (parts[number + "b"] ?? .nan)
        #expect(value.isNaN ? sum.isNaN : close(sum, value), "\(family) \(number)")
      }
    }
  }

  @Test("neither the order of rows nor the number of threads shows in any figure or band")
  func order() throws {
    let (first, second) = Self.county()
    let straight = try run(first, second, threads: 1)
    let shuffled = try run(
      first.reversed(), Array(second.dropFirst(17) + second.prefix(17)), threads: 3)
    for method in FamilyRunTests.families.indices {
      #expect(try bits(all(straight, method)) == bits(all(shuffled, method)))
      for column in ["credit_p10_tco2e", "credit_p50_tco2e", "credit_p90_tco2e"] {
        #expect(try bands(straight, column, method) == bands(shuffled, column, method))
      }
    }
    let (one, two) = (try candidates(straight), try candidates(shuffled))
    #expect(one.count == 15 && one.keys == two.keys)
    for (name, figures) in one {
      for (place, value) in figures.enumerated() {
        #expect(close(two[name]?[place], value, 1e-12), "\(name) \(place)")
      }
    }
  }

  /// A column of `subcompartment_band` by number of the 小班.
  private func bands(
    _ county: HandCounty, _ column: String, _ method: Int
  ) throws -> [String: Double] {
    let inventory = try county.store("ingest", "inventory.gpkg").columns(
      "SELECT fid, number FROM subcompartment", kinds: [.integer, .text])
    var names: [Int64: String] = [:]
    for row in 0..<inventory.rows {
      names[try inventory.integers(0)[row]] = try inventory.texts(1)[row]
    }
    let set = try county.store("quantify", "quantities.sqlite").columns(
      "SELECT subcompartment, \(column) FROM subcompartment_band WHERE method = ?",
      [.integer(Int64(method))], kinds: [.integer, .real])
    var result: [String: Double] = [:]
    for row in 0..<set.rows {
      result[names[try set.integers(0)[row]] ?? ""] = try set.reals(1)[row]
    }
    #expect(!result.isEmpty)
    return result
  }

  @Test(
    "dates swapped give the negative growth, and the negative credit where there is no baseline")
  func swapped() throws {
    let (first, second) = Self.county()
    let (forth, back) = (try run(first, second), try run(second, first))
    for (method, family) in FamilyRunTests.families.enumerated() {
      let (one, two) = (try all(forth, method), try all(back, method))
      var looked = 0
      for (number, growth) in one["increment_tco2e_yr"] ?? [:] where growth.isFinite {
        let other = two["increment_tco2e_yr"]?[number] ?? .nan
        // Bare land that bore trees before is a loss one way and unproven the other.
        guard other.isFinite else { continue }
        // Later shares convert both dates, so stands of two species whose shares moved differ.
        guard one["stock_first_tc"]?[number] == two["stock_second_tc"]?[number] else { continue }
        looked += 1
        #expect(close(other, -growth), "\(family) \(number)")
        if family == "whole-natural-growth" {
          let (credit, reverse) = (one["credit_tco2e"]?[number], two["credit_tco2e"]?[number])
          #expect(close(reverse, -(credit ?? .nan)), "\(number)")
        }
      }
      #expect(looked > 25, "\(family)")
    }
  }

  @Test("more wood later is more stock and more credit")
  func monotone() throws {
    let plots = (1...20).map { Plot(number: "\($0)", volume: "60") }
    let later = (1...20).map { Plot(number: "\($0)", volume: "\(30 + 5 * $0)") }
    let county = try run(plots, later)
    for (method, family) in FamilyRunTests.families.enumerated() {
      let (stock, credit) = (
        try county.figures("stock_second_tc", method: method),
        try county.figures("credit_tco2e", method: method)
      )
      for number in 2...20 {
        #expect(stock["\(number)"] ?? 0 > stock["\(number - 1)"] ?? 0, "\(family)")
        #expect(credit["\(number)"] ?? 0 > credit["\(number - 1)"] ?? 0, "\(family)")
      }
    }
  }

  @Test("no method's figures or bands move when all the others change")
  func independent() throws {
    let (first, second) = Self.county()
    let together = try run(first, second)
    for (method, family) in FamilyRunTests.families.enumerated() {
      let others = Self.files(FamilyRunTests.families.filter { $0 != family }).map {
        $0.replacing("density: 0.307", with: "density: 0.9").replacing(
          "value: 2.5", with: "value: 9")
      }
      let among = try run(first, second, files: others + Self.files([family]))
      #expect(try bits(all(together, method)) == bits(all(among, 4)), "\(family)")
      for column in ["credit_p10_tco2e", "credit_p90_tco2e"] {
        #expect(try bands(together, column, method) == bands(among, column, 4), "\(family)")
      }
    }
  }
}
