internal import Accounting
internal import Archive
internal import Inventory
internal import Screening

/// Reads the rules of a method with their answers for one 小班 from `screening.sqlite`.
struct ScreeningExplainer: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `screen`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + ScreeningSchema.fileName, mode: .readOnly)
  }

  /// Nil where the store has no verdict.
  ///
  /// - Parameters:
  ///   - method: number in the store.
  ///   - credit: over the crediting period, tCO2e; NaN where not computed.
  ///   - clauses: the conditions of the method's parameters, in order.
  func explain(
    method: Int, row: Int64, credit: Double, clauses: [EligibilityClause], observed: ObservedFields
  ) throws -> MethodExplanation.Screening? {
    let statement = try connection.prepare(
      """
      SELECT verdict, failing, undecided, eligible_share, judged_earlier FROM verdict
      WHERE method = ? AND subcompartment = ?
      """)
    try statement.bind(method, at: 1)
    try statement.bind(row, at: 2)
    guard try statement.step() else { return nil }
    let verdict = Verdict(rawValue: UInt8(truncatingIfNeeded: statement.int64(0))) ?? .cannotTell
    let failing = RuleSet(rawValue: UInt32(truncatingIfNeeded: statement.int64(1)))
    let undecided = RuleSet(rawValue: UInt32(truncatingIfNeeded: statement.int64(2)))
    let judgedEarlier = statement.int64(4) == 1
    var answers: [MethodExplanation.RuleAnswer] = []
    let rules = try connection.prepare(
      """
      SELECT position, identifier, chinese_title, clause, standing, source FROM rule
      WHERE method = ? ORDER BY position
      """)
    try rules.bind(method, at: 1)
    while try rules.step() {
      let position = Int(rules.int64(0))
      let identifier = rules.string(1)
      let answer: Verdict =
        failing.contains(position: position)
        ? .fail : undecided.contains(position: position) ? .cannotTell : .pass
      let isOfEarlier =
        judgedEarlier
        && Screening.RuleCatalog.all.contains { $0.identifier == identifier && $0.isOfState }
      let clause = clauses.indices.contains(position) ? clauses[position] : nil
      let fields =
        try clause.map { try Screening.RuleCatalog.rule(for: ScreeningClause($0)).fields } ?? []
      answers.append(
        MethodExplanation.RuleAnswer(
          rule: identifier, chineseTitle: rules.string(2), verdict: Self.name(answer),
          verdictName: answer.chineseName + (isOfEarlier ? "（两期间失去的林分，按前期判定）" : ""),
          demand: clause.map { demand($0, observed) } ?? "", observed: fields.map(observed.text),
          clause: rules.string(3),
          provenance: clause?.provenance
            ?? Provenance(
              Standing(rawValue: rules.string(4)) ?? .unknown, source: rules.string(5))))
    }
    return MethodExplanation.Screening(
      verdict: Self.name(verdict), verdictName: verdict.chineseName,
      eligibleShare: ExplainedNumber.known(statement.double(3)),
      contribution: verdict == .fail
        ? nil : ExplainedNumber.known(credit * statement.double(3)),
      rules: answers)
  }

  private static func name(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "pass"
    case .cannotTell: "cannot-tell"
    case .fail: "fail"
    }
  }

  private func demand(_ clause: EligibilityClause, _ observed: ObservedFields) -> String {
    var parts: [String] = []
    if !clause.parts.isEmpty {
      let word = clause.rule == "all-of" ? "且" : "或"
      return clause.parts.map { part in
        part.rule == "all-of" ? "（\(demand(part, observed))）" : demand(part, observed)
      }.joined(separator: word)
    }
    if let number = clause.number {
      parts.append(
        (clause.rule == "planted-since" ? "自 " : "≥ ") + ExplainedNumber.text(number))
    }
    if let older = clause.older {
      parts.append("\(older.throughYear) 年及以前造林 ≥ \(ExplainedNumber.text(older.number))")
    }
    if !clause.values.isEmpty {
      parts.append(clause.values.map(observed.chineseName).joined(separator: "、"))
    }
    return parts.joined(separator: "；")
  }
}
