/// How often a rule found something, with one row as an example.
public struct ProblemCount: Sendable, Equatable, Codable {
  public var rule: String
  public var chineseTitle: String
  /// One English sentence: what is found.
  public var summary: String
  /// What a run does with such rows unless told otherwise: `warn`, `repair`, `quarantine`, `stop`.
  public var policy: String
  public var rows: Int
  /// Whether the rule is about the file as a whole; the example then has no row (-1).
  public var isOfFile: Bool
  /// Feature id of the first row: from 0 in a shapefile, from 1 in most other formats.
  public var exampleRow: Int64
  public var exampleField: String
  public var exampleValue: String
  public var exampleDetail: String
}
