/// A statement that SQLite does not run on a run's results: misspelt, naming what is not there, or one
/// that would change them. The user has to put it differently.
public struct QueryError: Error, Sendable, Equatable {
  public var sql: String
  /// SQLite's words.
  public var message: String
}
