import Archive
import Commands
import Foundation
import Geometry
import Inventory
import Screening
import Testing

@testable import Stages

@Suite("No land is claimed by two 小班")
struct DoubleClaimTests {
  /// 小班 as strips of one hectare's height: where each begins and how wide it is.
  private func overlaps(
    _ strips: [(x: Double, width: Double)], all: Bool, threads: Int = 2
  ) throws -> [String] {
    var county = TitleCounty()
    if all { county.settings = "checks: { overlaps: true }" }
    let workspace = try Workspace()
    try county.write(to: workspace)
    try FileManager.default.removeItem(atPath: workspace.path("xb.gpkg"))
    let count = strips.count
    try TitleCounty.write(
      workspace.path("xb.gpkg"), strips.map { TitleCounty.polygon(width: $0.width, x: $0.x) },
      [
        ("cun", (0..<count).map { "44990110020\($0 % 2 + 1)" }),
        ("xb", (1...count).map { "\($0)" }), ("mj", [String](repeating: "1", count: count)),
        ("dl", [String](repeating: "1", count: count)),
        ("sz", [String](repeating: "1", count: count)),
        ("xj", [String](repeating: "100", count: count)),
      ])
    let outcome = try workspace.run("p.json5", threads: threads)
    #expect(outcome.exitCode == .success, "\(outcome.errors)")
    #expect(outcome.errors.contains("checks.overlaps compares all") == !all)
    return try TitleCounty.Result(workspace: workspace, outcome: outcome).texts(
      """
      SELECT first || '-' || second || ' ' || ROUND(area_ha, 4) || ' ' || ROUND(share, 4)
      FROM stand_overlap ORDER BY first, second
      """)
  }

  private let strips: [(x: Double, width: Double)] = [
    (0, 100), (100, 100), (200, 100), (0, 100.5), (230, 100), (180, 30), (300, 100), (300.05, 99.9),
  ]

  @Test("outlines that are nearly one are found always, all others where the pipeline asks")
  func found() throws {
    let nearly = ["1-4 1.0 0.995", "3-5 0.7 0.7", "7-8 0.999 1.0"]
    #expect(
      try overlaps(strips, all: false).filter { !$0.hasPrefix("2-6") && !$0.hasPrefix("3-6") }
        == nearly)
    let every = try overlaps(strips, all: true)
    #expect(
      every == [
        "1-4 1.0 0.995", "2-6 0.2 0.6667", "3-5 0.7 0.7", "3-6 0.1 0.3333", "5-7 0.3 0.3",
        "5-8 0.2995 0.2998", "7-8 0.999 1.0",
      ])
    #expect(try overlaps(strips, all: true, threads: 1) == every)
  }

  @Test("a clean coverage has none")
  func clean() throws {
    let clean = (0..<6).map { (x: Double($0) * 100, width: 100.0) }
    #expect(try overlaps(clean, all: true).isEmpty)
    #expect(try overlaps(clean, all: false).isEmpty)
  }

  private func eligibility(_ verdicts: [Verdict]) -> EligibilityColumns {
    EligibilityColumns(
      rules: [], verdict: verdicts,
      failing: [RuleSet](repeating: [], count: verdicts.count),
      undecided: [RuleSet](repeating: [], count: verdicts.count),
      eligibleShare: [Double](repeating: 1, count: verdicts.count))
  }

  @Test("the earlier row claims the land under every method; what claims nothing takes nothing")
  func cut() {
    var methods = [
      eligibility([.pass, .pass, .pass, .fail, .pass]),
      eligibility([.fail, .pass, .pass, .fail, .pass]),
    ]
    let cuts = DoubleClaims.cut(
      &methods,
      [(0, 1, 1, 1), (0, 2, 0.4, 0.4), (1, 4, 0.5, 0.5), (3, 4, 0.5, 0.5)])
    #expect(cuts.map(\.second) == [1, 2])
    for method in methods {
      #expect(method.eligibleShare == [1, 0, 0.6, 1, 1])
      #expect(method.verdict[1] == .fail)
      #expect(method.verdict[2] == .pass)
    }
  }
}
