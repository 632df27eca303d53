/// A row of a `ReportTable`.
public enum ReportRow: Sendable, Equatable {
  case cells([ReportCell])
  /// A line across the table that names the rows below it.
  case group(String)
}
