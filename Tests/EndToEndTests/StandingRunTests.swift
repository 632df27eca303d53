import Archive
import Commands
import Foundation
import Testing

@Suite("What may not be filed says so everywhere, and stand-ins are counted")
struct StandingRunTests {
  private static let notice = "仅供参考，不得用于申报 · indicative, not for filing"

  /// One village, one method, all reports.
  private func run(_ method: String, species: String = "杉木") throws -> HandCounty {
    let county = try HandCounty()
    let plots = [HandCounty.Plot(volume: "80"), HandCounty.Plot(number: "2", species: species)]
    try county.survey(2018, plots)
    try county.survey(
      2023, [HandCounty.Plot(), HandCounty.Plot(number: "2", species: species, volume: "130")])
    let outcome = try county.run(
      [method],
      stages: #"["ingest", "tenure", "quantify", "screen", "rank", "publish"]"#)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    return county
  }

  private func lines(_ county: HandCounty, _ file: String) throws -> [Substring] {
    try county.workspace.read("output/" + file).split(separator: "\r\n")
  }

  @Test("every line, table, layer and explanation of a stand-in is marked")
  func marked() throws {
    let county = try run(
      HandCounty.method(
        stock: HandCounty.stock(
          more: #"standIns: [{ group: "红豆杉", use: "杉木", reason: "同为针叶" }],"#),
        floor: "subcompartment", more: HandCounty.uncertainty), species: "红豆杉")
    for file in ["candidates.csv", "ledger.csv", "tenure-gaps.csv"] {
      for line in try lines(county, file).dropFirst() {
        #expect(line.contains(Self.notice), "\(file): \(line)")
      }
    }
    #expect(try lines(county, "ledger.csv").count == 3)
    let html = try county.workspace.read("output/report.html")
    let tables = html.components(separatedBy: #"<div class="table">"#).dropFirst()
    #expect(tables.count >= 5)
    // What was read is no method's doing; all other tables are.
    for table in tables where !table.contains("<th>文件</th>") {
      #expect(table.prefix(900).contains(Self.notice), "\(table.prefix(300))")
    }
    // The stand-in is counted with its share, and the band's floor is told.
    for words in [
      "1 个小班 10.00 公顷以替代树种参数计算，占已计量面积 50.00%", "红豆杉→杉木 1 个", "每次抽样也先把各小班归零再相加",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    let package = try Connection(
      path: county.workspace.path("output/results.gpkg"), mode: .readOnly)
    let unmarked = try package.integer(
      "SELECT COUNT(*) FROM gpkg_contents WHERE table_name <> 'notice' AND description <> ?",
      [.text(Self.notice)])
    #expect(unmarked == 0)
    let candidates = try package.columns("SELECT notice FROM candidate", kinds: [.text]).texts(0)
    #expect(candidates.count == 1 && candidates[0] == Self.notice)
    let explained = try county.workspace.lintan(
      "explain", county.workspace.path("work"), "449921101201/2")
    #expect(explained.output.contains(Self.notice))
    #expect(explained.output.contains("以替代树种参数计算"))
    #expect(explained.output.contains("借用杉木的参数：同为针叶"))
    let listed = try county.workspace.lintan("methods", county.workspace.path("method0.json5"))
    #expect(listed.output.contains("红豆杉→杉木"))
    #expect(listed.output.contains("不得用于申报"))
  }

  @Test("only a file that names the official text and rests on it alone goes unmarked")
  func official() throws {
    let official = HandCounty.method(
      more: #"document: { title: "t", number: "n", issuer: "i", issued: "2022-04-06" },"#
    ).replacing(HandCounty.fact, with: #"standing: "official", source: "§1""#)
      .replacing(#"status: "surrogate""#, with: #"status: "official""#)
      .replacing("TEST-like", with: "TEST")
    let county = try run(official)
    for file in ["candidates.csv", "ledger.csv", "report.html"] {
      #expect(!(try county.workspace.read("output/" + file)).contains(Self.notice), "\(file)")
    }
    // One number that is only recalled brings every mark back.
    let spoiled = official.replacing(
      #"uncertainty: 0, nonPermanence: 0, leakage: 0, standing: "official", source: "§1""#,
      with: #"uncertainty: 0, nonPermanence: 0, leakage: 0, standing: "recalled", source: "x""#)
    try #require(spoiled != official)
    let marked = try run(spoiled)
    for file in ["candidates.csv", "ledger.csv", "report.html"] {
      #expect(try marked.workspace.read("output/" + file).contains(Self.notice), "\(file)")
    }
  }
}
