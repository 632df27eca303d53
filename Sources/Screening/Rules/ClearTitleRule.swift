internal import Tenure

/// The 小班 is under one undisputed title, by the map. Several holders, side by side, in common (共有)
/// or of the land's use and the trees apart, need everyone's consent, a
/// match by text needs a map, and a holder who is not named or named otherwise elsewhere needs
/// asking, so none of these can be told yet. Whether the term is long enough is
/// another rule's question.
///
/// `values` may list title classes to admit instead of `single-holder`, such as `several-holders`
/// where consents are at hand.
public struct ClearTitleRule: ScreeningRule {
  public static let identifier = "clear-title"
  public static let chineseTitle = "权属清晰"
  public static let neededFields: [ScreeningField] = [.title]

  public let clause: ScreeningClause
  private let admitted: Set<TitleClass>

  public init(_ clause: ScreeningClause) throws(RuleError) {
    if clause.values.isEmpty {
      admitted = [.singleHolder]
    } else {
      admitted = try Self.codes(of: clause, unknown: TitleClass.unknown)
    }
    self.clause = clause
  }

  public func evaluate(_ columns: ScreeningColumns) -> [Verdict] {
    guard let titles = columns.titleClass else {
      return [Verdict](repeating: .cannotTell, count: columns.count)
    }
    return titles.indices.map { row in
      let isMapped = columns.titleEvidence.map { $0[row] == .spatial } ?? true
      let verdict = verdict(holders(titles[row], row, columns))
      return verdict == .pass && !isMapped ? .cannotTell : verdict
    }
  }

  /// The class without regard to the term.
  private func holders(_ title: TitleClass, _ row: Int, _ columns: ScreeningColumns) -> TitleClass {
    guard title == .expiresTooEarly, !admitted.contains(title) else { return title }
    guard let reasons = columns.titleReasons else { return .unknown }
    let several: TitleReasonSet = [
      TitleReasonSet(.severalHolders), TitleReasonSet(.coOwners), TitleReasonSet(.rightsApart),
    ]
    return reasons[row].isDisjoint(with: several) ? .singleHolder : .severalHolders
  }

  private func verdict(_ title: TitleClass) -> Verdict {
    if admitted.contains(title) { return .pass }
    switch title {
    case .unknown, .undetermined, .severalHolders: return .cannotTell
    case .singleHolder, .conflictingClaims, .noTitle, .expiresTooEarly, .disputed: return .fail
    }
  }
}
