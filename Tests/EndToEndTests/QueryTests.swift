import Commands
import Foundation
import Testing

@testable import Stages

/// `lintan query` on the results of a run.
@Suite struct QueryTests {
  private func lines(_ sql: String, _ run: String? = nil) throws -> [String] {
    let county = try ExplainCounty.shared.get()
    let (code, output) = try ExplainCounty.lintan(["query", run ?? county.pipeline, sql])
    #expect(code == .success, "\(output)")
    return output.split(separator: "\n").map(String.init)
  }

  @Test func stagesAreAskedTogether() throws {
    let all = try lines(
      """
      SELECT s.village, count(*), sum(q.stock_second_tc) FROM ingest.subcompartment s
      JOIN tenure.title t ON t.subcompartment = s.fid
      JOIN quantify.quantity q ON q.subcompartment = s.fid AND q.method = 0
      JOIN screen.verdict v ON v.subcompartment = s.fid AND v.method = 0
      GROUP BY s.village ORDER BY s.village
      """)
    #expect(all.first == "village,count(*),sum(q.stock_second_tc)")
    let counts = try lines(
      "SELECT village, count(*) FROM subcompartment WHERE survey = 2023 GROUP BY 1 ORDER BY 1")
    #expect(all.count == counts.count)
    #expect(all.count > 2)
    for (joined, alone) in zip(all, counts).dropFirst() {
      #expect(joined.hasPrefix(alone + ","))
    }
  }

  @Test func tablesAreListedWithTheirRows() throws {
    let county = try ExplainCounty.shared.get()
    let (code, output) = try ExplainCounty.lintan(["query", county.work])
    #expect(code == .success)
    let rows = try #require(
      try lines("SELECT count(*) FROM ingest.subcompartment", county.work).last)
    #expect(output.contains("ingest.subcompartment  \(rows) rows\n    fid, survey, source"))
    for table in ["tenure.claim", "quantify.earlier", "screen.verdict", "rank.candidate"] {
      #expect(output.contains(table + "  "))
    }
  }

  @Test func cellsAreQuotedAsCSVAsksFor() throws {
    #expect(
      try lines("SELECT 'a,b' AS x, 'say \"no\"' AS y, NULL AS z, 0.1 AS w") == [
        "x,y,z,w", "\"a,b\",\"say \"\"no\"\"\",,0.1",
      ])
  }

  @Test(arguments: [
    ("SELECT volume FROM subcompartment", "no such column"), ("SELEC 1", "syntax error"),
    ("DELETE FROM source", "readonly"), ("DROP TABLE quantity", "readonly"),
    ("UPDATE verdict SET verdict = 0", "may not be modified"), (" ", "empty"),
    ("SELECT 1; SELECT 2", "more than one statement"),
  ])
  func aStatementThatCannotBeRunIsRefused(sql: String, word: String) throws {
    let county = try ExplainCounty.shared.get()
    let (code, output) = try ExplainCounty.lintan(["query", county.work, sql])
    #expect(code == .usage)
    #expect(output.contains(word), "\(output)")
    #expect(output.contains("lists the tables"))
  }
}
