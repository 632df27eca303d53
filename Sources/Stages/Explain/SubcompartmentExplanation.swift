/// Everything that a run knows of one 小班 and how each number came about, for a person who checks
/// it by hand. A number that is not known is nil.
public struct SubcompartmentExplanation: Codable, Sendable, Equatable {
  /// What part the row has in the run.
  public enum State: String, Codable, Sendable, CaseIterable {
    /// Of the latest survey: methods, rules and reports look at it.
    case counted
    /// Of an earlier survey: it serves as the earlier date of a later row, if any.
    case earlierSurvey = "earlier-survey"
    /// Set aside by a rule whose policy is `quarantine`.
    case quarantined

    public var chineseName: String {
      switch self {
      case .counted: "参加计量"
      case .earlierSurvey: "前期调查"
      case .quarantined: "已隔离，不参加计量"
      }
    }
  }

  /// Where the 小班 lies.
  public struct Place: Codable, Sendable, Equatable {
    public var villageCode: String
    /// The code again where no list of villages names it.
    public var villageName: String
    public var townName: String
    public var countyName: String
    /// 林班
    public var compartment: String
    /// 小班号
    public var number: String
  }

  /// The results that were read.
  public struct Run: Codable, Sendable, Equatable {
    public struct Result: Codable, Sendable, Equatable {
      public var stage: String
      /// Relative to the work folder.
      public var folder: String
      public var fingerprint: String
    }

    /// The run's folder below `runs`.
    public var identifier: String
    public var results: [Result]
  }

  public var state: State
  public var place: Place
  public var run: Run
  public var subject: SurveyRow
  /// The same 小班 in the earlier survey; nil without an earlier survey or when no row has its key.
  public var earlier: SurveyRow?
  /// The store row of the latest survey that continues an earlier row.
  public var continuedBy: Int64?
  /// Nil before the tenure stage, and for rows that take no part.
  public var title: TitleExplanation?
  /// How the earlier volume was come by; nil where two surveys or nothing tell of it.
  public var growth: GrowthExplanation?
  /// One for each method asked for; empty for rows that take no part.
  public var methods: [MethodExplanation]
  /// What else a reader should know, in Chinese.
  public var notes: [String]

  /// What must stand on whatever shows the figures: empty only where all methods may be filed.
  public var notice: String = ""

  /// Whether every explained number is the stored one.
  public var agrees: Bool { methods.allSatisfy(\.agrees) }
}
