/// A numbered section of a `ReportDocument`.
public struct ReportSection: Sendable, Equatable {
  public var heading: String
  public var blocks: [ReportBlock]

  public init(heading: String, blocks: [ReportBlock]) {
    self.heading = heading
    self.blocks = blocks
  }
}
