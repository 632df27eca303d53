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
    eligibleShare = [Double](repeating: 1, count: count)
    for shares in [columns.excludedShare, columns.creditedShare] {
      guard let shares else { continue }
      for row in 0..<count { eligibleShare[row] -= shares[row] }
    }
    // NaN must stay: max(0, NaN) would be 0 or NaN by the order of its arguments.
    for row in 0..<count where eligibleShare[row] < 0 { eligibleShare[row] = 0 }
  }

  /// What was computed before and stored.
  public init(
    rules: [AppliedRule], verdict: [Verdict], failing: [RuleSet], undecided: [RuleSet],
    eligibleShare: [Double]
  ) {
    self.rules = rules
    self.verdict = verdict
    self.failing = failing
    self.undecided = undecided
    self.eligibleShare = eligibleShare
  }

  /// The rule to name first for a row that does not pass.
  public func firstBlockingRule(_ row: Int) -> AppliedRule? {
    (failing[row].first ?? undecided[row].first).map { rules[$0] }
  }
}
