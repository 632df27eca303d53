/// A source that does not have what its mapping says. The remedy is to name the right column in
/// the mapping, to mark it `optional`, or to choose another mapping.
public enum MappingError: Error, Sendable, Equatable {
  /// None of the names is among the file's columns.
  case missingColumn(field: String, chineseName: String, tried: [String], available: [String])
  /// Several of a field's names are columns of the file; or, with one column named, two fields
  /// would share a column whose cut name fits both.
  case ambiguousColumn(field: String, columns: [String])
}
