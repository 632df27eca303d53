public import Inventory

/// Whether two surveys speak of the same 小班.
public enum SurveyMatching {
  /// The share of the smaller survey's keys that the other has.
  static let least = 0.5

  /// Compares the keys of two surveys. Surveys that do not meet give no differences, only 小班 that
  /// vanished and 小班 that are new; a different way of numbering looks exactly like this.
  ///
  /// - Parameters:
  ///   - source: position of the later survey's first file in the run's list of sources.
  ///   - field: what the key is made of, for the reader.
  public static func findings(
    earlier: KeyIndex, earlierSurvey: Int, later: KeyIndex, laterSurvey: Int, source: Int,
    catalog: RuleCatalog
  ) -> SurveyFindings {
    var result = SurveyFindings()
    let smaller = min(earlier.count, later.count)
    guard smaller > 0 else { return result }
    let matched = (0..<later.count).count {
      earlier.number(later.keys.bytes[later.keys.byteRange($0)]) != nil
    }
    guard Double(matched) < least * Double(smaller) else { return result }
    result.add(
      SurveyRules.surveysDoNotMatch, catalog, source: source, field: "key",
      value: SurveyFindings.percent(Double(matched), of: Double(smaller)),
      detail: "\(matched) of \(earlier.count) in \(earlierSurvey) and \(later.count) in "
        + "\(laterSurvey); such as \(earlier.keys[0]) and \(later.keys[0])"
        + remedy(earlier, later, smaller))
    return result
  }

  /// Whether two surveys are one: nothing grew, and nothing was lost, in any row.
  ///
  /// - Parameters:
  ///   - first: rows of the earlier survey and the sum of their hashes (`SurveyTally.content`).
  ///   - source: position of the later survey's first file in the run's list of sources.
  public static func sameContent(
    _ first: (rows: Int, sum: UInt64), _ firstSurvey: Int, _ second: (rows: Int, sum: UInt64),
    _ secondSurvey: Int, source: Int, catalog: RuleCatalog
  ) -> SurveyFindings {
    var result = SurveyFindings()
    guard first.rows >= fewestRows, first == second else { return result }
    result.add(
      SurveyRules.sameFileTwice, catalog, source: source, field: "volume",
      value: "\(firstSurvey) = \(secondSurvey)",
      detail: "all \(first.rows) rows have the same key, area, volume and age in both surveys")
    return result
  }

  /// Fewer rows may be equal by chance.
  private static let fewestRows = 10

  /// What would make the surveys meet, if anything as plain as this does.
  private static func remedy(_ earlier: KeyIndex, _ later: KeyIndex, _ smaller: Int) -> String {
    func share(_ change: (String) -> String) -> Double {
      var known = Set<String>()
      for row in 0..<earlier.count { known.insert(change(earlier.keys[row])) }
      let met = (0..<later.count).count { known.contains(change(later.keys[$0])) }
      return Double(met) / Double(smaller)
    }
    if share(withoutZeros) >= least {
      return "; they would meet without leading zeros: one of the columns became numeric on its way"
    }
    if share({ $0.filter { $0 != " " && $0 != "-" }.uppercased() }) >= least {
      return "; they would meet without blanks, hyphens and case"
    }
    for place in 1...3 where share({ without(part: place, of: $0) }) >= least {
      return "; they would meet without part \(place + 1) of the key"
    }
    return ""
  }

  /// A key whose parts have no zeros in front.
  private static func withoutZeros(_ key: String) -> String {
    key.split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == "0" }) }.joined(separator: "/")
  }

  private static func without(part: Int, of key: String) -> String {
    var parts = key.split(separator: "/", omittingEmptySubsequences: false)
    // A key of one part less than that is no key any more.
    guard part < parts.count, parts.count > 2 else { return key }
    parts.remove(at: part)
    return parts.joined(separator: "/")
  }
}
