import Archive
import Commands
import Foundation
import Testing

@Suite("Losses between two surveys, through a run")
struct LossRunTests {
  typealias Plot = HandCounty.Plot

  /// tCO2e in a m³ of 杉木.
  static let perVolume = 0.307 * 1.634 * 1.246 * 0.520 * 44 / 12
  static let toRank = #"["ingest", "tenure", "quantify", "screen", "rank"]"#

  private static func method(
    floor: String = "none", stock: String = "", crediting: String? = nil
  ) -> String {
    HandCounty.method(
      stock: HandCounty.stock(more: stock), floor: floor,
      crediting: crediting ?? #"{ basis: "survey-interval" }"#)
  }

  private func credit(_ county: HandCounty) throws -> Double {
    try county.store("rank", "candidates.sqlite").real(
      "SELECT credit_before_floor_tco2e FROM candidate")
  }

  private func losses(_ county: HandCounty) throws -> [String: (count: Int, area: Double)] {
    let set = try county.store("rank", "candidates.sqlite").columns(
      "SELECT kind, subcompartments, area_ha FROM loss", kinds: [.text, .integer, .real])
    var result: [String: (count: Int, area: Double)] = [:]
    for row in 0..<set.rows {
      result[try set.texts(0)[row]] = (Int(try set.integers(1)[row]), try set.reals(2)[row])
    }
    return result
  }

  @Test("a felled stand is in the village's sum, by the stand that it was", arguments: [1, 3])
  func felled(threads: Int) throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(number: "1"), Plot(number: "2")])
    try county.survey(
      2023, [Plot(number: "1", volume: "120"), Plot(number: "2", landClass: "迹", volume: "")])
    let outcome = try county.run(
      [Self.method(floor: "project")], stages: Self.toRank, threads: threads)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try credit(county), -800 * Self.perVolume))
    let ranked = try county.store("rank", "candidates.sqlite")
    #expect(try ranked.real("SELECT credit_tco2e FROM candidate") == 0)
    #expect(try losses(county)["departed"]?.count == 1)
    #expect(try losses(county)["departed"]?.area == 10)
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/2")
    #expect(explained.exitCode == .success)
    for word in ["按前期判定", "减少量的系数", "逐位一致"] {
      #expect(explained.output.contains(word), "\(word)")
    }
  }

  @Test("a stand turned into shrub land is lost, or listed where the file says so")
  func converted() throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(number: "1"), Plot(number: "2")])
    try county.survey(
      2023, [Plot(number: "1", volume: "120"), Plot(number: "2", landClass: "灌", volume: "")])
    #expect(try county.run([Self.method()], stages: Self.toRank).exitCode == .success)
    #expect(close(try credit(county), -800 * Self.perVolume))
    let listed = try county.run(
      [Self.method(stock: #"conversion: "not-counted","#)], stages: Self.toRank)
    #expect(listed.exitCode == .success)
    #expect(close(try credit(county), 200 * Self.perVolume))
  }

  @Test(
    "a stand that the later survey lacks is counted by the setting, and named either way",
    arguments: [("", -800.0), (#"pairing: { notContinued: "not-counted" },"#, 200.0)])
  func missing(setting: String, volume: Double) throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(number: "1"), Plot(number: "2")])
    try county.survey(2023, [Plot(number: "1", volume: "120")])
    let outcome = try county.run(
      [Self.method()], more: setting,
      stages: #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try credit(county), volume * Self.perVolume))
    let report = try county.workspace.read("output/report.html")
    #expect(report.contains("后期调查没有的前期小班"))
    let results = try Connection(
      path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
    let stock = try results.real("SELECT stock_tc FROM left_land WHERE kind = 'missing'")
    #expect(close(stock, 1000 * Self.perVolume * 12 / 44))
  }

  @Test(
    "what is cut off a stand is counted by the setting; a boundary drawn anew is not",
    arguments: [
      ("8.5", "", 20.0), ("8.5", #"pairing: { cutOff: "not-counted" },"#, 170.0),
      ("9.6", "", 192.0), ("9.6", "pairing: { cutOffTolerance: 0.01 },", 152.0),
    ])
  func cutOff(area: String, setting: String, volume: Double) throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot()])
    try county.survey(2023, [Plot(area: area, volume: "120")])
    let outcome = try county.run([Self.method()], more: setting, stages: Self.toRank)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try credit(county), volume * Self.perVolume))
  }

  @Test("a later row that was set aside makes no loss of the earlier one")
  func withheld() throws {
    let county = try HandCounty()
    try county.survey(2018, [Plot(number: "1"), Plot(number: "2")])
    try county.survey(2023, [Plot(number: "1", volume: "120"), Plot(number: "2", area: "")])
    let outcome = try county.run(
      [Self.method()], more: #"rules: { "missing-area": "quarantine" },"#, stages: Self.toRank)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(close(try credit(county), 200 * Self.perVolume))
    #expect(outcome.errors.contains("后期同号记录已隔离的前期小班: 1"))
  }

  @Test("of three surveys the two that the file names are compared, and the report says which")
  func threeSurveys() throws {
    let county = try HandCounty()
    for (year, volume) in [(2010, "50"), (2015, "80"), (2020, "100")] {
      try county.survey(year, [Plot(volume: volume)])
    }
    let all = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
    for (setting, volume, years) in [
      ("", 500.0, "2010、2020"), ("pairing: { first: 2015 },", 200, "2015、2020"),
      ("pairing: { second: 2015 },", 300, "2010、2015"),
    ] {
      let outcome = try county.run(
        [Self.method()], surveys: [2010, 2015, 2020], more: setting, stages: all)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      #expect(close(try credit(county), volume * Self.perVolume))
      let report = try county.workspace.read("output/report.html")
      #expect(report.contains("流程声明 2010、2015、2020 年调查"))
      #expect(report.contains(years))
    }
    let refused = try county.run(
      [Self.method()], surveys: [2010, 2015, 2020], more: "pairing: { first: 2014 },")
    #expect(refused.exitCode != .success)
    #expect(refused.errors.contains("pairing"))
  }

  @Test("the years credited can be named, in the method file or in the pipeline")
  func period() throws {
    let county = try HandCounty()
    try county.survey(2014, [Plot(volume: "100")])
    try county.survey(2022, [Plot(volume: "180")])
    let all = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
    let named = Self.method(crediting: #"{ basis: "calendar-years", first: 2016, last: 2020 }"#)
    #expect(
      try county.run([named], surveys: [2014, 2022], stages: all).exitCode == .success)
    #expect(close(try credit(county), 80 * 10 * Self.perVolume / 8 * 5))
    let ledger = try county.workspace.read("output/ledger.csv")
    #expect(ledger.contains("2016") && ledger.contains("2020") && !ledger.contains("2027"))
    // The pipeline's own period wins, and the record holds what was used.
    try county.workspace.edit(
      "pipeline.json5", #"file: "method0.json5" }"#,
      #"file: "method0.json5", crediting: { basis: "repeating", first: 2011, years: 5 } }"#)
    let outcome = try county.workspace.run("pipeline.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.workspace.read("output/ledger.csv").contains("2016"))
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1")
    #expect(explained.output.contains("逐位一致"))
  }

  @Test("the area of the previous date tells stands apart that only share a number")
  func previousArea() throws {
    let county = try HandCounty()
    try county.mapping(previousUnit: "m3-per-hectare")
    try county.workspace.edit(
      "mapping.json5", "previousVolume:",
      #"previousArea: { column: "XJG", unit: "hectare" }, previousVolume:"#)
    try county.workspace.edit(
      "mapping.json5", #"diameter: { column: "XJG", zeroIsMissing: true },"#, "")
    try county.survey(
      2020,
      [
        Plot(number: "1", volume: "120", diameter: "5", previous: "100"),
        Plot(number: "2", volume: "120", diameter: "10", previous: "100"),
      ])
    let outcome = try county.run(
      [Self.method(stock: "areaTolerance: 0.2,")], surveys: [2020],
      more: "growth: { previousYears: 5 },")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.statuses() == ["1": "area-changed", "2": "computed"])
  }

  @Test("numbers given anew do not pair a stand with another's past")
  func renumbered() throws {
    let county = try HandCounty()
    func layer(_ year: Int, _ stands: [(number: Int, place: Int, volume: Int)]) throws {
      let features = stands.map { stand in
        let x = 38_500_000 + stand.place * 400
        let ring = [(0, 0), (320, 0), (320, 312), (0, 312), (0, 0)]
          .map { "[\(x + $0.0), \(2_600_000 + $0.1)]" }.joined(separator: ",")
        return """
          {"type": "Feature", "properties": {"CUN": "449921101201", "XB": "\(stand.number)",
           "MJ": 9.984, "DL": "乔", "SZ": "杉木", "XJ": \(stand.volume), "QY": "人", "LB": "公",
           "LZ": "中", "NL": 20, "BS": "", "BXJ": null, "ZS": null, "XJG": null}, "geometry": {"type": "Polygon", "coordinates": [[\(ring)]]}}
          """
      }
      try county.workspace.write(
        #"{"type": "FeatureCollection", "features": ["#
          + features.joined(separator: ",\n") + "]}\n", to: "xb\(year).geojson")
    }
    // The same volumes in the same places, ten more in each; numbers in reverse order, but the
    // middle one keeps its own.
    try layer(2018, (0..<9).map { ($0, $0, 50 + 10 * $0) })
    try layer(2023, (0..<9).map { (8 - $0, $0, 60 + 10 * $0) })
    try county.workspace.write(Self.method(), to: "method0.json5")
    let inventory = [2018, 2023].map {
      "{ survey: \($0), path: \"xb\($0).geojson\", epsg: 4526, mapping: \"mapping.json5\" }"
    }
    try county.workspace.write(
      """
      { name: "hand", title: "手算县", sources: { inventory: [\(inventory.joined(separator: ", "))] },
        methods: [{ file: "method0.json5" }] }
      """, to: "pipeline.json5")
    let outcome = try county.workspace.run("pipeline.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let results = try Connection(
      path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
    #expect(try results.integer("SELECT COUNT(*) FROM quantity WHERE match = 'overlay'") == 8)
    #expect(try results.integer("SELECT COUNT(*) FROM quantity WHERE match = 'key'") == 1)
    #expect(try results.integer("SELECT COUNT(*) FROM finding WHERE rule = 'moved-key'") == 8)
    #expect(
      try results.integer(
        "SELECT COUNT(*) FROM quantity WHERE abs(credit_tco2e - \(99.84 * Self.perVolume)) < 1e-6")
        == 9)
    #expect(try county.workspace.read("output/report.html").contains("同号异地"))
  }
}
