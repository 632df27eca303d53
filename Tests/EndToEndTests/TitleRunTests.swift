import Archive
import Commands
import Foundation
import Testing

@Suite("Titles through a run")
struct TitleRunTests {
  private let clear = [String](repeating: "single-holder", count: TitleCounty.count)
  private let open = [String](repeating: "undetermined", count: TitleCounty.count)

  @Test("holders and terms of parcels come from the list with the same certificate")
  func listFillsParcels() throws {
    var county = TitleCounty()
    county.parcelMapping = #"certificate: "ZH""#
    #expect(try county.run().titles() == open)
    county.list =
      "林权证号,权利人,面积（亩）,终止日期\n"
      + (1...TitleCounty.count).map { "田政林证字[2008]第\($0)号,上溪村第\($0)村民小组,15,长期" }
      .joined(separator: "\n") + "\n田政林证字(2008)第77号,张三,15,长期\n"
    let result = try county.run()
    #expect(try result.titles() == clear)
    #expect(
      try result.texts("SELECT holder FROM parcel WHERE source = 0 ORDER BY number")
        == (1...TitleCounty.count).map { "上溪村第\($0)村民小组" })
    #expect(
      result.outcome.errors.contains(
        "7 list records: 6 joined to parcels by number, 0 name 小班 only, 1 matched nothing"))
    #expect(result.outcome.errors.contains("tz.csv row 8 田政林证字(2008)第77号"))
    #expect(
      try result.texts(
        "SELECT value FROM tenure_finding WHERE rule = 'tenure-list-record-unmatched'")
        == ["田政林证字(2008)第77号"])
    let other = try county.run(threads: 1)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: other.store().path))
        == Data(contentsOf: URL(fileURLWithPath: result.store().path)))
  }

  @Test("a list with another holder, area, term and a dispute is heard")
  func listContradicts() throws {
    var county = TitleCounty()
    county.list =
      "林权证号,权利人,面积（亩）,终止日期,备注\n"
      + [
        "第000001号,上溪村第1村民小组,15,长期,", "第000002号,赵六,15,长期,", "第000003号,上溪村第3村民小组,999,长期,",
        "第000004号,上溪村第4村民小组,15,2010-12-31,", "第000005号,上溪村第5村民小组,15,长期,有争议",
      ].map { "田政林证字（2008）" + $0 }.joined(separator: "\n")
    let result = try county.run()
    #expect(
      try result.titles() == [
        "single-holder", "undetermined", "single-holder", "single-holder", "disputed",
        "single-holder",
      ])
    #expect(
      try result.texts("SELECT term FROM title ORDER BY subcompartment") == [
        "unlimited", "unlimited", "unlimited", "unknown", "unlimited", "unlimited",
      ])
    for rule in ["holder-differs", "area-differs", "term-differs", "notes-dispute"] {
      #expect(try result.findings("tenure-list-" + rule) == 1, "\(rule)")
    }
  }

  @Test("a parcel without holder, or with one column only, is no clear title")
  func holderMissing() throws {
    var county = TitleCounty()
    county.set("QLR", ["上溪村第1村民小组", "", " ", "无", "-", "上溪村第6村民小组"])
    let result = try county.run()
    #expect(
      try result.titles() == [
        "single-holder", "undetermined", "undetermined", "undetermined", "undetermined",
        "single-holder",
      ])
    #expect(try result.findings("tenure-missing-holder") == 4)
    county.parcels = [("ZH", TitleCounty.certificates)]
    county.parcelMapping = #"certificate: "ZH""#
    let bare = try county.run()
    #expect(try bare.titles() == open)
    #expect(
      try bare.texts("SELECT certificate FROM parcel ORDER BY number").count == TitleCounty.count)
  }

  @Test("是否争议 is read as yes, no or neither")
  func disputes() throws {
    var county = TitleCounty()
    county.set("ZY", ["是", "否", "1", "0", "无争议", "待核"])
    county.parcelMapping += #", disputed: "ZY""#
    let result = try county.run()
    #expect(
      try result.titles() == [
        "disputed", "single-holder", "disputed", "single-holder", "single-holder",
        "undetermined",
      ])
    #expect(try result.findings("tenure-dispute-unclear") == 1)
  }

  @Test("titles must last to the last credited year, whether the pipeline says so or not")
  func terms() throws {
    var county = TitleCounty()
    county.set("QX", ["2010-12-31", "2022年", "2023-12-31", "长期", "", "五十年"])
    let result = try county.run()
    let classes = try result.titles()
    #expect(classes[0] == "expires-too-early")
    #expect(classes[1] == "expires-too-early")
    #expect(
      try result.texts("SELECT term FROM title ORDER BY subcompartment") == [
        "expires", "expires", "reaches", "unlimited", "unknown", "unknown",
      ])
    #expect(result.outcome.errors.contains("titles must last to the end of 2023"))
    county.settings = "tenure: { titleUntil: 2005 }"
    #expect(try county.run().titles()[0] == "single-holder")
  }

  @Test("certificate area is compared with the polygon")
  func areas() throws {
    var county = TitleCounty()
    county.set("MJ", ["15", "16", "18", "45", "225", "1"])
    let result = try county.run()
    #expect(
      try result.texts(
        """
        SELECT source_row || ' ' || severity FROM tenure_finding
        WHERE rule = 'tenure-area-differs-from-polygon' ORDER BY source_row
        """) == ["3 information", "4 warning", "5 error", "6 error"])
  }

  @Test(
    "credited land burdens every year where its years are none",
    arguments: [
      ("0", "0", true), ("不详", "不详", true), ("2023", "0", true), ("2030", "2020", true),
      ("20190101", "20230101", true), ("2010", "2015", false), ("2010年", "2015-12-31", false),
      ("2019", "2023", true), ("", "2015", false),
    ])
  func creditedYears(_ first: String, _ last: String, _ burdens: Bool) throws {
    var county = TitleCounty()
    county.credited = [("JZ", "CCER"), ("Q", first), ("Z", last)]
    let result = try county.run()
    let store = try result.store()
    #expect(
      try store.integer("SELECT COUNT(*) FROM burden WHERE credited_share > 0.99")
        == (burdens ? 6 : 0))
    let isOdd = !["2010", "2010年", "2019"].contains(first)
    #expect((try result.findings("credited-years-unknown") > 0) == isOdd)
  }

  @Test("a 小班 without polygon is not said to be without title")
  func noPolygon() throws {
    var county = TitleCounty()
    county.hasPolygons = false
    let result = try county.run()
    #expect(try result.titles() == open)
    #expect(
      try result.texts("SELECT DISTINCT reason_codes FROM title") == ["QS19"])
  }

  @Test("overlapping certificates are kept as claims of both")
  func overlap() throws {
    let workspace = try Workspace()
    let county = TitleCounty()
    try county.write(to: workspace)
    // The second parcel reaches over half of the first 小班.
    var shapes = (0..<TitleCounty.count).map(TitleCounty.square)
    shapes[1] = TitleCounty.polygon(width: 150, x: 50)
    try FileManager.default.removeItem(atPath: workspace.path("lq.gpkg"))
    try TitleCounty.write(workspace.path("lq.gpkg"), shapes, county.parcels)
    let result = TitleCounty.Result(
      workspace: workspace, outcome: try workspace.run("p.json5"))
    #expect(try result.titles() == ["conflicting-claims"] + clear.dropFirst())
    let store = try result.store()
    #expect(
      try store.integer("SELECT COUNT(*) FROM claim WHERE subcompartment = 1") == 2)
    #expect(
      abs(try store.real("SELECT contested_share FROM title WHERE subcompartment = 1") - 0.5)
        < 1e-6)
    #expect(try result.findings("tenure-claims-on-one-spot") == 1)
  }

  @Test("what is declared to be none is none, and what is left out is asked for")
  func declaredNone() throws {
    var county = TitleCounty()
    county.stages = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
    let left = try county.run()
    #expect(left.outcome.output.contains("sources.exclusions"))
    #expect(left.outcome.output.contains("sources.credited"))
    #expect(try left.workspace.read("output/report.html").contains("sources.credited"))
    county.exclusions = #""none""#
    county.creditedSource = #""none""#
    let declared = try county.run()
    #expect(!declared.outcome.output.contains("sources.exclusions"))
    #expect(!declared.outcome.output.contains("sources.credited"))
    #expect(try declared.workspace.read("output/report.html").contains("流程文件声明"))
    #expect(
      try declared.store().integer(
        "SELECT COUNT(*) FROM burden WHERE excluded_share = 0 AND credited_share = 0") == 6)
    #expect(
      try declared.texts("SELECT name FROM fact WHERE value = '1' ORDER BY name")
        == ["has-credited", "has-exclusions"])

    let workspace = try Workspace()
    county.exclusions = #""nothing""#
    try county.write(to: workspace)
    let refused = try workspace.run("p.json5")
    #expect(refused.exitCode == .configuration)
    #expect(refused.errors.contains("none"))
  }

  @Test("layers of zones and credited land may have no rows")
  func emptyLayers() throws {
    let workspace = try Workspace()
    var county = TitleCounty()
    county.exclusions = #"[{ path: "empty.gpkg", mapping: "zones.json5" }]"#
    county.creditedSource = #"[{ path: "empty.gpkg", mapping: "yjr.json5" }]"#
    try county.write(to: workspace)
    try TitleCounty.write(
      workspace.path("empty.gpkg"), [], [("JZ", []), ("Q", []), ("Z", [])])
    try workspace.write(
      #"{ id: "z", title: "z", kind: "exclusion-zones", columns: { name: "JZ" } }"#,
      to: "zones.json5")
    try workspace.write(
      """
      { id: "yjr", title: "yjr", kind: "credited-land",
        columns: { mechanism: "JZ", firstYear: "Q", lastYear: "Z" } }
      """, to: "yjr.json5")
    let outcome = try workspace.run("p.json5")
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    let store = try TitleCounty.Result(workspace: workspace, outcome: outcome).store()
    #expect(
      try store.integer(
        "SELECT COUNT(*) FROM burden WHERE excluded_share = 0 AND credited_share = 0") == 6)
  }

  @Test("pseudonyms follow the salt, which no output holds")
  func salt() throws {
    var county = TitleCounty()
    county.stages = #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#
    county.set("QLR", ["张三", "李四", "王五", "赵六", "钱七", "孙八"])
    county.set("QX", [String](repeating: "", count: TitleCounty.count))
    var lists: [String] = []
    for salt in ["", #"publish: { salt: "只有本局知道" }"#, #"publish: { salt: "另一个局的盐" }"#] {
      county.settings = salt
      let result = try county.run()
      let text = try result.workspace.read("output/tenure-gaps.csv")
      #expect(text.contains("个人-"))
      #expect(!text.contains("张三"))
      lists.append(text)
      #expect(!(try result.workspace.read("output/report.html").contains("只有本局知道")))
    }
    #expect(Set(lists).count == 3)
  }
}
