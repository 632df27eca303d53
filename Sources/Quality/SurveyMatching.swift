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
        + "\(laterSurvey); such as \(earlier.keys[0]) and \(later.keys[0])")
    return result
  }
}
