/// A source that does not have what its mapping says. The remedy is to name the right column in
/// the mapping, to mark it `optional`, or to choose another mapping.
public enum MappingError: Error, Sendable, Equatable {
  /// None of the names is among the file's columns.
  case missingColumn(field: String, chineseName: String, tried: [String], available: [String])
  /// Two fields would be filled from one column, or two names of one field are both present.
  case ambiguousColumn(field: String, columns: [String])
}
