/// Why a tenure list cannot be read at all.
public enum TenureListError: Error, Sendable, Equatable {
  /// No row among the first `rowsSearched` has at least two known headings, one of them a
  /// certificate, parcel or holder. Give the headings in the options, or remove what stands above.
  case noHeading(rowsSearched: Int)
  /// The options name a heading that the list does not have. Choose one of `present`.
  case headingNotFound(field: TenureField, heading: String, present: [String])
  /// Several columns could mean the same field. Name the right one in the options.
  case severalColumns(field: TenureField, headings: [String])
}
