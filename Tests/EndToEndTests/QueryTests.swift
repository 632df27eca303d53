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

  @Test func commentsAfterAStatementAreNoStatement() throws {
    #expect(try lines("SELECT 1 AS a; -- one\n") == ["a", "1"])
  }

  @Test func numbersAndBytesComeBackAsTheyAre() throws {
    let found = try lines("SELECT 0.1 + 0.2 AS sum, X'00ff22' AS bytes, 1e300 AS large")
    #expect(found == ["sum,bytes,large", "0.30000000000000004,X'00FF22',1e+300"])
    let shapes = try lines("SELECT geom FROM subcompartment WHERE survey = 2023 LIMIT 1")
    #expect(shapes.last?.hasPrefix("X'4750") == true)
  }

  /// Two surveys by their keys: a text is looked up for each row of the other.
  @Test func surveysAreComparedByKey() throws {
    let pairs = try lines(
      """
      SELECT count(*) FROM subcompartment a JOIN subcompartment b ON b.key = a.key
      WHERE a.survey = 2018 AND b.survey = 2023
      """)
    let same = try lines(
      """
      SELECT count(*) FROM (SELECT key FROM subcompartment WHERE survey = 2018
        INTERSECT SELECT key FROM subcompartment WHERE survey = 2023)
      """)
    #expect(pairs.last == same.last)
    #expect(pairs.last != "0")
  }

  @Test func changedResultsAreNotAsked() throws {
    let county = try ExplainCounty()
    defer { county.remove() }
    let path = try county.store("tenure", "title.columns")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let sql = "SELECT count(*) FROM title"
    let (changed, words) = try ExplainCounty.lintan(["query", county.work, sql])
    #expect(changed == .store)
    #expect(words.contains("title.columns") && words.contains("run the pipeline again"))
    try FileManager.default.removeItem(atPath: path)
    #expect(try ExplainCounty.lintan(["query", county.work, sql]).code == .store)
    #expect(try ExplainCounty.lintan(["run", county.pipeline]).code == .success)
    #expect(try ExplainCounty.lintan(["query", county.work, sql]).code == .success)
  }

  @Test func cellsAreQuotedAsCSVAsksFor() throws {
    #expect(
      try lines("SELECT 'a,b' AS x, 'say \"no\"' AS y, NULL AS z, 0.1 AS w") == [
        "x,y,z,w", "\"a,b\",\"say \"\"no\"\"\",,0.1",
      ])
    // To Swift a quote with an accent is one character.
    #expect(try lines("SELECT '\"'||char(769)||',' AS a").last == "\"\"\"\u{301},\"")
    #expect(try lines("SELECT NULL AS a").last == "\"\"")
  }

  @Test(arguments: [
    ("SELECT volume FROM subcompartment", "no such column"), ("SELEC 1", "syntax error"),
    ("DELETE FROM source", "not changed"), ("DROP TABLE quantity", "not changed"),
    ("VACUUM INTO 'nowhere.db'", "not changed"),
    ("UPDATE verdict SET verdict = 0", "may not be modified"), ("/* nothing */", "empty"),
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
