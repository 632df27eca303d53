import Archive
import Commands
import Foundation
import Inventory
import Stages
import Testing

/// What a reader of results is told about their standing, through runs.
@Suite("Standing of results, through a run")
struct FilingRunTests {
  typealias Plot = HandCounty.Plot

  static let all = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
  static let notice = "仅供参考，不得用于申报"

  /// The method of the hand county, official in every part.
  static func official(_ more: String = "", stock: String = HandCounty.stock()) -> String {
    HandCounty.method(
      stock: stock,
      more: #"document: { title: "甲", number: "乙", issuer: "丙", issued: "2022-04-06" },"# + more
    ).replacing(#"standing: "recalled", confidence: "med""#, with: #"standing: "official""#)
      .replacing(#"status: "surrogate""#, with: #"status: "official""#)
  }

  private func publish(
    _ method: String, _ plots: [Plot], surveys: [Int] = [2018, 2023], more: String = ""
  ) throws -> HandCounty {
    let county = try HandCounty()
    for survey in surveys { try county.survey(survey, plots) }
    let outcome = try county.run([method], surveys: surveys, more: more, stages: Self.all)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return county
  }

  /// Every place where a figure of tonnes or money is shown.
  private func places(_ county: HandCounty) throws -> [(name: String, says: Bool)] {
    var places: [(String, Bool)] = []
    for file in ["report.html", "ledger.csv", "candidates.csv", "tenure-gaps.csv"] {
      let text = try county.workspace.read("output/" + file)
      if file == "tenure-gaps.csv", text.split(separator: "\n").count < 2 { continue }
      places.append((file, text.contains(Self.notice)))
    }
    let results = try Connection(
      path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
    let tables = try results.columns(
      "SELECT table_name, COALESCE(description, '') FROM gpkg_contents", kinds: [.text, .text])
    for row in 0..<tables.rows {
      places.append(
        ("gpkg " + (try tables.texts(0)[row]), try tables.texts(1)[row].contains(Self.notice)))
    }
    for table in ["candidate", "ledger", "notice"] {
      let column = table == "notice" ? "text" : "notice"
      let text = try results.text("SELECT \(column) FROM \(table) LIMIT 1") ?? ""
      places.append(("column of " + table, text.contains(Self.notice)))
    }
    let run = county.workspace.path("work")
    for json in [false, true] {
      let explained =
        try json
        ? county.workspace.lintan("explain", run, "449921101201/1", "--json")
        : county.workspace.lintan("explain", run, "449921101201/1")
      #expect(explained.exitCode == .success, "\(explained.errors)")
      places.append(("explain \(json)", explained.output.contains(Self.notice)))
    }
    return places
  }

  @Test("an official file on two surveys shows no notice anywhere")
  func official() throws {
    let county = try publish(Self.official(), [Plot()])
    for place in try places(county) { #expect(!place.says, "\(place.name)") }
    let listed = try county.workspace.lintan("methods", county.workspace.path("method0.json5"))
    #expect(!listed.output.contains(Self.notice))
    #expect(listed.output.contains("各项均出自官方文本"))
  }

  @Test(
    "one fact that is not official puts the notice everywhere, and methods says it too",
    arguments: [
      #"choices: { floor: { standing: "surrogate", source: "x" } },"#,
      #"prices: { unit: "CNY/t", low: 1, mid: 2, high: 3, standing: "surrogate", source: "x" },"#,
      #"sharing: { assumedShare: 0.2, standing: "surrogate", source: "x" },"#,
    ])
  func oneFact(more: String) throws {
    let county = try publish(Self.official(more), [Plot()])
    let listed = try county.workspace.lintan("methods", county.workspace.path("method0.json5"))
    #expect(listed.output.contains(Self.notice))
    for place in try places(county)
    where !place.name.hasPrefix("explain") || more.contains("choices") {
      // A price changes no tonne of the row, and explain says of the method that it may not be filed.
      #expect(place.says, "\(place.name)")
    }
  }

  @Test("a default group is a stand-in in every output")
  func defaultGroup() throws {
    let stock = HandCounty.stock(more: #"defaultGroup: "杉木","#)
    let county = try publish(Self.official(stock: stock), [Plot(species: "红豆杉")])
    for place in try places(county) { #expect(place.says, "\(place.name)") }
  }

  @Test("a made-up growth rate yields no official rows")
  func growthRate() throws {
    let county = try publish(
      Self.official(), [Plot()], surveys: [2023],
      more: #"""
        growth: { rungs: ["flat-rate"], years: 5,
          flatRate: { rate: 0.3, standing: "surrogate", source: "made up" } },
        """#)
    for place in try places(county) { #expect(place.says, "\(place.name)") }
    let results = try Connection(
      path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
    #expect(try results.text("SELECT standing FROM quantity") == "surrogate")
    #expect(try results.text("SELECT evidence_rung FROM quantity") == "flat-rate")
    // The file by itself could be filed; this run of it cannot.
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/1", "--json")
    let explanation = try JSONDecoder().decode(
      SubcompartmentExplanation.self, from: Data(explained.output.utf8))
    #expect(explanation.methods[0].standing == .surrogate)
    #expect(explanation.methods[0].agrees)
    #expect(!explanation.notice.isEmpty)
  }

  @Test("a species of which nothing is said stops the run, unless the file leaves all others out")
  func unlisted() throws {
    let county = try HandCounty()
    let plots = [Plot(), Plot(number: "2", area: "3.5", species: "桉树")]
    for survey in [2018, 2023] { try county.survey(survey, plots) }
    let refused = try county.run([HandCounty.method()], stages: Self.all)
    #expect(refused.exitCode == .configuration)
    for word in ["method0.json5", "stock", "桉树", "2 小班", "7.0 ha", "coefficients"] {
      #expect(refused.errors.contains(word), "\(word): \(refused.errors)")
    }
    let stock = HandCounty.stock(more: #"excludeOthers: "少量，不计","#)
    let accepted = try county.run([HandCounty.method(stock: stock)], stages: Self.all)
    #expect(accepted.exitCode == .success, "\(accepted.errors)")
    let report = try county.workspace.read("output/report.html")
    #expect(report.contains("未列明树种"))
    #expect(report.contains("1 个小班 3.5"))
  }

  @Test("one cubic metre of a second species without coefficients leaves the stand in the count")
  func secondSpecies() throws {
    let county = try HandCounty()
    let stock = HandCounty.stock(more: #"excludeOthers: "少量，不计","#)
    try county.survey(2018, [Plot(volume: "80", second: "桉树", secondVolume: "0.8")])
    try county.survey(2023, [Plot(volume: "100", second: "桉树", secondVolume: "1")])
    let outcome = try county.run([HandCounty.method(stock: stock)], stages: Self.all)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(try county.statuses() == ["1": "computed-in-part"])
    let fir = 0.307 * 1.634 * 1.246 * 0.520
    #expect(close(try county.figures("credit_tco2e")["1"], 0.99 * 20 * fir * 44 / 12 * 10))
    #expect(try county.workspace.read("output/report.html").contains("伴生树种不计"))
  }

  @Test("the share is that of the method file, or what the parties agreed")
  func sharing() throws {
    let price = #"prices: { unit: "CNY/t", low: 10, mid: 10, high: 10, \#(HandCounty.fact) },"#
    func share(_ sharing: String, _ revenue: String) throws -> String {
      let county = try HandCounty()
      try county.survey(2018, [Plot(volume: "80")])
      try county.survey(2023, [Plot(volume: "100")])
      let outcome = try county.run(
        [HandCounty.method(more: price + sharing)], more: revenue, stages: Self.all)
      #expect(outcome.exitCode == .success, "\(outcome.errors)")
      let results = try Connection(
        path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
      return try results.text("SELECT share_rule FROM candidate") ?? ""
    }
    #expect(try share("", "").hasPrefix("第三方技术机构 10%"))
    #expect(try share("", "revenue: { agreedShare: 0.07 },").hasPrefix("第三方技术机构 7%"))
    let assumed = "sharing: { assumedShare: 0.2, \(HandCounty.fact) },"
    #expect(try share(assumed, "").hasPrefix("第三方技术机构 20%"))
    #expect(try share(assumed, "revenue: { agreedShare: 0.1 },").hasPrefix("第三方技术机构 10%"))
    let capped = "sharing: { cap: 0.1, capInOldRevolutionaryAreas: 0.05, \(HandCounty.fact) },"
    #expect(try share(capped, "").hasPrefix("第三方技术机构 5%"))
    #expect(
      try share(capped, "revenue: { contractShare: 0.3 },").contains("第三方分配比例超过上限"))
  }

  @Test("the target classes of 停止商业性采伐 are alternatives")
  func targets() throws {
    let county = try HandCounty()
    try county.workspace.write(
      "code,name,meaning,standing\n1,重点区位,key,user\n0,其他,ordinary,user\n", to: "place.csv")
    try county.workspace.edit(
      "mapping.json5", "origin: {", #"keyLocation: { column: "ZS", codes: "place.csv" }, origin: {"#
    )
    try county.workspace.edit(
      "mapping.json5", #"stems: { column: "ZS", unit: "per-hectare" },"#, "")
    let plots = [
      Plot(number: "1", ageGroup: "幼", stems: "0"),
      Plot(number: "2", forestClass: "商", stems: "0"),
      Plot(number: "3", forestClass: "商", ageGroup: "成", stems: "0"),
      Plot(number: "4", forestClass: "商", stems: "1"),
      Plot(number: "5", forestClass: "商", stems: ""),
      Plot(number: "6", origin: "天", forestClass: "商", stems: "0"),
    ]
    for survey in [2018, 2023] { try county.survey(survey, plots) }
    let shipped = try String(
      contentsOfFile: Workspace.packageRoot + "/pipelines/methods/ffcer-avoided-harvest.json5",
      encoding: .utf8)
    // Titles are another matter.
    let method = shipped.replacing(
      #/\n +\{ rule: "(clear-title|not-excluded|not-credited|title-until-crediting-end)".*/#,
      with: "")
    let outcome = try county.run([method], stages: Self.all)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let inventory = try county.store("ingest", "inventory.gpkg")
    let screening = try county.store("screen", "screening.sqlite")
    let rows = try inventory.columns(
      "SELECT fid, number FROM subcompartment WHERE survey = 2023", kinds: [.integer, .text])
    var verdicts: [String: Int64] = [:]
    for row in 0..<rows.rows {
      verdicts[try rows.texts(1)[row]] = try screening.integer(
        "SELECT verdict FROM verdict WHERE subcompartment = ?",
        [.integer(try rows.integers(0)[row])])
    }
    // 0 pass, 1 cannot tell, 2 fail.
    #expect(verdicts == ["1": 0, "2": 2, "3": 0, "4": 0, "5": 1, "6": 0])
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/2")
    #expect(explained.output.contains("属于任一对象类别"))
    #expect(explained.output.contains("非重点区位"))
  }

  @Test("a curve for a group that no list knows, and a planting date after the survey, are refused")
  func pipelineChecks() throws {
    let county = try HandCounty()
    for survey in [2018, 2023] { try county.survey(survey, [Plot()]) }
    let curve = """
      growth: { rungs: ["published-curve"], years: 5, publishedCurves: [ { groups: ["杉树"],
        form: "schumacher", a: 200, b: 9, minimumAge: 5, maximumAge: 60, \(HandCounty.fact) } ] },
      """
    let unknown = try county.run([HandCounty.method()], more: curve)
    #expect(unknown.exitCode == .configuration)
    #expect(unknown.errors.contains("growth.publishedCurves[0].groups"))
    #expect(unknown.errors.contains("杉树"))
    let late = HandCounty.method().replacing(
      #"eligibility: ["#,
      with:
        "eligibility: [ { rule: \"planted-since\", year: 2024, clause: \"c\", \(HandCounty.fact) },"
    )
    let outcome = try county.run([late])
    #expect(outcome.exitCode == .configuration)
    #expect(outcome.errors.contains("2023"))
    #expect(outcome.errors.contains("eligibility[0]"))
  }
}
