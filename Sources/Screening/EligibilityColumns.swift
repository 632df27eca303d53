internal import Inventory

/// Whether each 小班 may take part in one method, and what stands against it: columns of equal
/// length.
public struct EligibilityColumns: Sendable, Equatable {
  /// A rule as it was applied, for reports.
  public struct AppliedRule: Sendable, Equatable {
    public var identifier: String
    public var chineseTitle: String
    public var neededFields: [ScreeningField]
    public var clause: ScreeningClause

    public init(
      identifier: String, chineseTitle: String, neededFields: [ScreeningField],
      clause: ScreeningClause
    ) {
      self.identifier = identifier
      self.chineseTitle = chineseTitle
      self.neededFields = neededFields
      self.clause = clause
    }
  }

  /// In the method's order; positions in `failing` and `undecided` refer to it.
  public private(set) var rules: [AppliedRule]
  /// fail before cannot tell before pass. Without rules nothing can be told.
  public private(set) var verdict: [Verdict]
  public private(set) var failing: [RuleSet]
  public private(set) var undecided: [RuleSet]
  /// Whether the rules on the state of the stand were asked about the earlier date: the row is a
  /// loss of the project.
  public private(set) var judgedEarlier: [Bool]
  /// 1 − excluded − credited share, at least 0; NaN where one of them is not known for the row. A
  /// layer that was not made in this run takes nothing off: the rule that asks for it says so.
  public private(set) var eligibleShare: [Double]

  public var count: Int { verdict.count }

  /// - Parameter rules: at most `RuleSet.limit`, as `RuleCatalog` gives them; later ones are not
  ///   looked at.
  public init(rules: [any ScreeningRule], columns: ScreeningColumns) {
    let rules = rules.prefix(RuleSet.limit)
    self.rules = rules.map {
      let type = type(of: $0)
      return AppliedRule(
        identifier: type.identifier, chineseTitle: type.chineseTitle,
        neededFields: $0.fields, clause: $0.clause)
    }
    let count = columns.count
    verdict = [Verdict](repeating: rules.isEmpty ? .cannotTell : .pass, count: count)
    failing = [RuleSet](repeating: [], count: count)
    undecided = [RuleSet](repeating: [], count: count)
    for (position, rule) in rules.enumerated() {
      let bit = RuleSet(position: position)
      for (row, one) in rule.evaluate(columns).enumerated() where one != .pass {
        verdict[row] = verdict[row].and(one)
        if one == .fail { failing[row].formUnion(bit) } else { undecided[row].formUnion(bit) }
      }
    }
    judgedEarlier = [Bool](repeating: false, count: count)
    eligibleShare = [Double](repeating: 1, count: count)
    for shares in [columns.excludedShare, columns.creditedShare] {
      guard let shares else { continue }
      for row in 0..<count { eligibleShare[row] -= shares[row] }
    }
    // NaN must stay: max(0, NaN) would be 0 or NaN by the order of its arguments.
    for row in 0..<count where eligibleShare[row] < 0 { eligibleShare[row] = 0 }
    if let earlier = columns.earlier { judge(Array(rules), earlier) }
  }

  /// Judges losses on the earlier date: rows that lower the sum and that a rule on the state of the
  /// stand would leave out, or of which nothing is left.
  ///
  /// They stay in unless such a rule fails at the earlier date too: then the stand never was of
  /// the project. What is not known of the earlier date does not excuse a loss.
  private mutating func judge(_ rules: [any ScreeningRule], _ earlier: EarlierState) {
    var state: RuleSet = []
    for (position, rule) in rules.enumerated() where type(of: rule).isOfState {
      state.formUnion(RuleSet(position: position))
    }
    let rows = (0..<count).filter { row in
      earlier.isDeficit[row]
        && (earlier.isGone[row] || !failing[row].intersection(state).isEmpty)
    }
    guard !rows.isEmpty else { return }
    let before = ScreeningColumns(
      subcompartments: earlier.subcompartments.gathering(rows.map(Int32.init)))
    var isExcused = [Bool](repeating: false, count: rows.count)
    for rule in rules where type(of: rule).isOfState {
      for (place, one) in rule.evaluate(before).enumerated() where one == .fail {
        isExcused[place] = true
      }
    }
    for (place, row) in rows.enumerated() where !isExcused[place] {
      judgedEarlier[row] = true
      failing[row].subtract(state)
      undecided[row].subtract(state)
      verdict[row] =
        !failing[row].isEmpty ? .fail : !undecided[row].isEmpty ? .cannotTell : .pass
    }
  }

  /// Takes off the land that another 小班 claims. Where next to nothing is left the 小班 fails, by the
  /// rule against counting twice where the method has it.
  public mutating func cut(_ row: Int, share: Double) {
    eligibleShare[row] = max(0, eligibleShare[row] - share)
    guard eligibleShare[row] <= 0.01, verdict[row] == .pass else { return }
    verdict[row] = .fail
    if let rule = rules.firstIndex(where: { $0.identifier == NotCreditedRule.identifier }) {
      failing[row].formUnion(RuleSet(position: rule))
    }
  }

  /// What was computed before and stored.
  public init(
    rules: [AppliedRule], verdict: [Verdict], failing: [RuleSet], undecided: [RuleSet],
    judgedEarlier: [Bool]? = nil, eligibleShare: [Double]
  ) {
    self.rules = rules
    self.verdict = verdict
    self.failing = failing
    self.undecided = undecided
    self.judgedEarlier = judgedEarlier ?? [Bool](repeating: false, count: verdict.count)
    self.eligibleShare = eligibleShare
  }

  /// The rule to name first for a row that does not pass.
  public func firstBlockingRule(_ row: Int) -> AppliedRule? {
    (failing[row].first ?? undecided[row].first).map { rules[$0] }
  }
}
