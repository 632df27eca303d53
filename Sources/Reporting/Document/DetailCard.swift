/// Everything about one thing, such as a village, on a part of a page that is not broken in print.
public struct DetailCard: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    public var heading: String
    public var lines: [String]

    public init(heading: String, lines: [String]) {
      self.heading = heading
      self.lines = lines
    }
  }

  /// A short mark in front, such as a rank.
  public var badge: String
  public var title: String
  public var subtitle: String
  public var state: String
  public var tone: ReportTone
  public var facts: [ReportFact]
  /// Lists below the facts; one without lines is left out.
  public var items: [Item]

  public init(
    badge: String, title: String, subtitle: String, state: String, tone: ReportTone,
    facts: [ReportFact], items: [Item]
  ) {
    self.badge = badge
    self.title = title
    self.subtitle = subtitle
    self.state = state
    self.tone = tone
    self.facts = facts
    self.items = items
  }
}
