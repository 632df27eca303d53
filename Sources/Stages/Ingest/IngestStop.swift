internal import Inventory

/// Rows met a rule whose policy is `stop`. Nothing was written.
///
/// The remedy is to mend the rows or the declared code list, or to choose another policy for the
/// rule in the pipeline.
public struct IngestStop: Error, Sendable, Equatable {
  /// One value that a rule stopped at, with how often it occurs.
  public struct Cause: Sendable, Equatable {
    public var rule: String
    public var path: String
    public var field: String
    public var value: String
    public var count: Int
    /// The first source row with it, counted from 0.
    public var firstRow: Int64
    /// The code list in which a value was looked for; empty for other rules.
    public var codeList: String
    /// What a person should know beyond the value; empty where the value says all.
    public var detail = ""
  }

  /// Most frequent first.
  public var causes: [Cause]
  /// The pipeline file, where a policy can be chosen.
  public var pipeline: String
}
