internal import Archive
internal import Inventory
internal import Screening

/// Reads `screening.sqlite` back, one method at a time, rows in the order of the survey.
struct ScreeningReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `screen`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + ScreeningSchema.fileName, mode: .readOnly)
  }

  /// The name under which a method's verdicts are kept on the shelf.
  static func part(method: Int) -> String { "method \(method)" }

  func eligibility(method: Int) throws -> EligibilityColumns {
    let set = try connection.columns(
      of: "verdict",
      [
        TableColumn("verdict", .integer), TableColumn("failing", .integer),
        TableColumn("undecided", .integer), TableColumn("eligible_share", .real),
        TableColumn("judged_earlier", .integer),
      ], where: [("method", Int64(method)...Int64(method))])
    func bits(_ numbers: [Int64]) -> [RuleSet] {
      numbers.map { RuleSet(rawValue: UInt32(truncatingIfNeeded: $0)) }
    }
    return EligibilityColumns(
      rules: try rules(method: method),
      verdict: try set.integers(0).map {
        Verdict(rawValue: UInt8(truncatingIfNeeded: $0)) ?? .cannotTell
      },
      failing: bits(try set.integers(1)), undecided: bits(try set.integers(2)),
      judgedEarlier: try set.integers(4).map { $0 == 1 },
      eligibleShare: try set.reals(3))
  }

  /// Whether earlier land that no later row continues was of the project, in stored order.
  func leftPasses(method: Int) throws -> [Bool] {
    try connection.columns(
      "SELECT verdict FROM left_verdict WHERE method = ? ORDER BY number",
      [.integer(Int64(method))], kinds: [.integer]
    ).integers(0).map { $0 == Int64(Verdict.pass.rawValue) }
  }

  private func rules(method: Int) throws -> [EligibilityColumns.AppliedRule] {
    let set = try connection.columns(
      """
      SELECT identifier, chinese_title, clause, standing, source FROM rule
      WHERE method = ? ORDER BY position
      """, [.integer(Int64(method))], kinds: [.text, .text, .text, .text, .text])
    let (names, titles, clauses) = (try set.texts(0), try set.texts(1), try set.texts(2))
    let (standings, sources) = (try set.texts(3), try set.texts(4))
    return (0..<set.rows).map { row in
      EligibilityColumns.AppliedRule(
        identifier: names[row], chineseTitle: titles[row], neededFields: [],
        clause: ScreeningClause(
          rule: names[row], clause: clauses[row],
          provenance: Provenance(
            Standing(rawValue: standings[row]) ?? .unknown, source: sources[row])))
    }
  }
}
