/// Nothing, or less than the pipeline asks for, is left of a survey after its rows were checked. A
/// ranking made from the rest would be read as if it were one of the county.
///
/// The remedy is to mend what the reasons name, most often one wrong column, unit or code list in
/// the mapping.
public struct TooFewUsable: Error, Sendable, Equatable {
  /// A rule that set rows of the survey aside.
  public struct Reason: Sendable, Equatable {
    public var rule: String
    public var chineseTitle: String
    public var count: Int
    /// The row met first, as an example.
    public var path: String
    public var field: String
    public var value: String
    public var row: Int64
  }

  public var survey: Int
  public var rows: Int
  public var usable: Int
  /// The share of rows, 0...1, that the pipeline asks for; 0 where it asks for none.
  public var leastShare: Double
  /// Most frequent first.
  public var reasons: [Reason]
  public var pipeline: String
}
