import Accounting
import Archive
import Foundation
import Geospatial
import Inventory
import Reporting
import Stages
import Testing

@testable import Commands

@Suite struct ExplainTests {
  /// Rows of the latest survey, spread over the county.
  private func sample(_ county: ExplainCounty, every: Int) throws -> [Int64] {
    let rows = try county.integers(
      "ingest", "inventory.gpkg",
      "SELECT fid FROM subcompartment WHERE survey = 2023 ORDER BY fid")
    return rows.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
  }

  @Test func `explained numbers are the stored ones and follow from the steps shown`() throws {
    let county = try ExplainCounty.shared.get()
    let explainer = try Explainer(county.pipeline)
    let store = try Connection(
      path: try county.store("quantify", "quantities.sqlite"), mode: .readOnly)
    var computed = 0
    for row in try sample(county, every: 5) {
      let explanation = try explainer.explain(String(row))
      #expect(explanation.agrees)
      #expect(explanation.methods.count == 3)
      #expect(explanation.subject.row == row)
      for (number, method) in explanation.methods.enumerated() {
        // Read independently of the reader under test.
        let credit = try store.real(
          "SELECT credit_tco2e FROM quantity WHERE method = ? AND subcompartment = ?",
          [.integer(Int64(number)), .integer(row)])
        #expect(method.results.last?.explained == (credit.isNaN ? nil : credit))
        guard method.status.hasPrefix("computed") else { continue }
        computed += 1
        try check(method)
      }
    }
    #expect(computed > 30)
  }

  /// What a person with a pencil gets from the steps.
  private func check(_ method: MethodExplanation) throws {
    func value(_ symbol: String) throws -> Double {
      try #require(method.steps.last { $0.symbol == symbol }?.value)
    }
    for date in ["1", "2"] where method.steps.contains(where: { $0.symbol == "D" + date }) {
      guard !method.steps.contains(where: { $0.symbol == "s" + date }) else { continue }
      let k =
        try value("D" + date) * value("BEF" + date) * (1 + value("R" + date)) * value("CF" + date)
      #expect(abs(try value("k" + date) / k - 1) < 1e-12)
    }
    let g = try (value("c2") - value("c1")) * 44 / 12 / value("T")
    #expect(abs(try value("g") - g) < 1e-9)
    #expect(abs(try value("C1") - value("c1") * value("A1")) < 1e-9)
    #expect(abs(try value("C2") - value("c2") * value("A")) < 1e-9)
    let benchmark = try method.steps.contains { $0.symbol == "β" } ? value("β") : 0
    let retained = try (1 - value("u")) * (1 - value("k"))
    // u from the project's side leaves the baseline whole.
    let ofBaseline = try method.formula.contains("(g·(1 − u)") ? 1 - value("k") : retained
    let leakage = try value("l")
    let isShare = method.family == "project-minus-baseline"
    let credit =
      g < 0
      ? try g * value("w") - benchmark * ofBaseline * (isShare ? 1 : 1 - leakage)
      : isShare
        ? g * retained - (benchmark + leakage * g) * ofBaseline
        : (g * retained - benchmark * ofBaseline) * (1 - leakage)
    #expect(abs(try value("er") - credit) < 1e-9)
    #expect(abs(try value("ERt") - credit * value("A") * value("Tc")) < 1e-6)
  }

  @Test func `the contributions of a village's rows are its tonnes`() throws {
    let county = try ExplainCounty.shared.get()
    let explainer = try Explainer(county.work)
    let candidates = try Connection(
      path: try county.store("rank", "candidates.sqlite"), mode: .readOnly)
    let village = try #require(
      try candidates.text("SELECT village FROM candidate ORDER BY passing_ha DESC LIMIT 1"))
    let rows = try county.integers(
      "ingest", "inventory.gpkg",
      "SELECT fid FROM subcompartment WHERE survey = 2023 AND village = '\(village)' ORDER BY fid")
    let explanations = try rows.map { try explainer.explain(String($0)) }
    for number in 0..<3 {
      var total = 0.0
      for explanation in explanations {
        let screening = try #require(explanation.methods[number].screening)
        if screening.verdict == "pass" { total += screening.contribution ?? 0 }
      }
      let stored = try candidates.real(
        "SELECT credit_before_floor_tco2e FROM candidate WHERE village = ? AND method = ?",
        [.text(village), .integer(Int64(number))])
      #expect(abs(total - stored) < 1e-6)
    }
  }

  @Test func `source values are those of the file`() throws {
    let county = try ExplainCounty.shared.get()
    let explainer = try Explainer(county.pipeline)
    let names = try FileManager.default.contentsOfDirectory(atPath: county.folder + "/data")
    let name = try #require(names.first { $0.hasPrefix("xiaoban_2023") && $0.hasSuffix(".shp") })
    var file = try VectorSource(path: county.folder + "/data/" + name)
    let area = try file.description.index(ofField: "MIAN_JI")
    for row in try sample(county, every: 17) {
      let subject = try explainer.explain(String(row)).subject
      #expect(subject.source.standing == .read)
      let place = Int(subject.source.row)
      let batch = try file.read(place..<place + 1, fields: [area], geometry: false)
      guard case .number(let numbers) = batch.columns[0] else {
        Issue.record("MIAN_JI holds texts")
        return
      }
      let value = try #require(subject.values.first { $0.chineseName == "登记面积" })
      #expect(value.sourceText.flatMap(Double.init) == numbers[0])
      let isRepaired = subject.findings.contains { $0.rule == "area-unit" }
      #expect(value.number == (isRepaired ? numbers[0] / 15 : numbers[0]))
      let landClass = try #require(subject.values.first { $0.field == "landClass" })
      #expect(landClass.code?.code == landClass.sourceText)
    }
  }

  @Test func `a repaired value is told with what it was`() throws {
    let county = try ExplainCounty.shared.get()
    let row = try #require(
      try county.integers(
        "ingest", "inventory.gpkg",
        """
        SELECT s.fid FROM subcompartment s JOIN finding f
          ON f.source = s.source AND f.source_row = s.source_row
        WHERE f.rule = 'area-unit' AND s.survey = 2023
        """
      ).first)
    let explanation = try Explainer(county.pipeline).explain(String(row))
    let finding = try #require(explanation.subject.findings.first { $0.rule == "area-unit" })
    #expect(finding.action == "repaired")
    let area = try #require(explanation.subject.values.first { $0.field == "area" }?.number)
    #expect(abs(try #require(Double(finding.value)) / area - 15) < 1e-9)
  }

  @Test func `a row set aside says why and takes no part`() throws {
    let county = try ExplainCounty.shared.get()
    let row = try #require(
      try county.integers(
        "ingest", "inventory.gpkg",
        "SELECT fid FROM quarantined WHERE rules = 'duplicate-key' ORDER BY fid"
      ).first)
    let explanation = try Explainer(county.work).explain(String(row))
    #expect(explanation.state == .quarantined)
    #expect(explanation.methods.isEmpty)
    #expect(explanation.title == nil)
    #expect(explanation.subject.findings.contains { $0.rule == "duplicate-key" })
    #expect(explanation.notes.contains { $0.contains("参加计量的是第") })
    // By its key the row that was kept is found, and it names the one set aside.
    let kept = try Explainer(county.work).explain(explanation.subject.key)
    #expect(kept.state != .quarantined)
    #expect(kept.subject.key == explanation.subject.key)
    if kept.subject.survey == explanation.subject.survey, kept.state == .counted {
      #expect(kept.notes.contains { $0.contains("第 \(row) 行") })
    }
    let (code, output) = try ExplainCounty.lintan(["explain", county.work, String(row)])
    #expect(code == .success)
    #expect(output.contains("小班号重复"))
  }

  @Test func `a row without a number says why`() throws {
    let county = try ExplainCounty.shared.get()
    let explainer = try Explainer(county.work)
    let rows = try county.integers(
      "quantify", "quantities.sqlite",
      "SELECT subcompartment FROM quantity WHERE method = 0 AND status IN (3, 6, 16) ORDER BY 1")
    #expect(!rows.isEmpty)
    for row in rows {
      let explanation = try explainer.explain(
        String(row), method: "guangdong-forestry-surrogate")
      let method = try #require(explanation.methods.first)
      #expect(explanation.methods.count == 1)
      #expect(method.agrees && method.results.last?.stored == nil)
      #expect(!method.remarks.isEmpty)
    }
  }

  @Test func `an earlier row leads to the row that continues it`() throws {
    let county = try ExplainCounty.shared.get()
    let rows = try county.integers(
      "ingest", "inventory.gpkg",
      "SELECT fid FROM subcompartment WHERE survey = 2018 ORDER BY fid LIMIT 20")
    let explainer = try Explainer(county.work)
    var continued = 0
    for row in rows {
      let explanation = try explainer.explain(String(row))
      #expect(explanation.state == .earlierSurvey)
      guard let later = explanation.continuedBy else { continue }
      continued += 1
      #expect(try explainer.explain(String(later)).earlier?.row == row)
    }
    #expect(continued > 10)
  }

  @Test func `keys are found by their end, without the blank last part`() throws {
    let county = try ExplainCounty.shared.get()
    let explainer = try Explainer(county.work)
    let row = try #require(try sample(county, every: 31).last)
    let key = try explainer.explain(String(row)).subject.key
    let parts = key.split(separator: "/").map(String.init)
    #expect(try explainer.explain(key).subject.row == row)
    #expect(try explainer.explain(parts.joined(separator: "/")).subject.row == row)
    #expect(try explainer.explain("/" + parts.joined(separator: "/") + "/").subject.row == row)
    do {
      let found = try explainer.explain(parts.dropFirst().joined(separator: "/"))
      #expect(found.subject.row == row)
    } catch let error as ExplainError {
      guard case .ambiguousPlot(_, let count, let first) = error else { throw error }
      #expect(count > 1)
      #expect(first.contains { $0.row == row } || count > first.count)
    }
    // The beginning of a part is not the end of a key.
    let last = try #require(parts.last)
    #expect(throws: ExplainError.self) { try explainer.explain(String(last.dropFirst()) + "9") }
  }

  @Test func `text keeps to 80 columns and names every source it refers to`() throws {
    let county = try ExplainCounty.shared.get()
    for row in try sample(county, every: 13) {
      let (code, output) = try ExplainCounty.lintan(["explain", county.pipeline, String(row)])
      #expect(code == .success)
      for line in output.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
      }
      #expect(output.contains("逐位一致"))
      for number in 1...5 where output.contains("[\(number)]") {
        #expect(output.contains("\n[\(number)] "))
      }
    }
  }

  @Test func `JSON is the same every time and reads back`() throws {
    let county = try ExplainCounty.shared.get()
    let row = String(try #require(try sample(county, every: 9).last))
    let first = try ExplainCounty.lintan(["explain", county.pipeline, row, "--json"])
    let second = try ExplainCounty.lintan(["explain", county.pipeline, row, "--json"])
    #expect(first.code == .success)
    #expect(first.output == second.output)
    let decoded = try JSONDecoder().decode(
      SubcompartmentExplanation.self, from: Data(first.output.utf8))
    #expect(decoded == (try Explainer(county.pipeline).explain(row)))
  }
}
