internal import Geospatial
internal import Mapping

/// A file with the sources that are read from it: a table that keeps two dates in one row is
/// declared once for each, and read once for both.
struct SharedFile: Sendable {
  /// Positions in the run's list of sources, ascending; never empty.
  var sources: [Int]
  var description: LayerDescription
  /// Numbers of the file's columns that any of the sources needs, ascending.
  var columns: [Int]

  /// Files in the order in which they are first declared.
  static func group(_ sources: [IngestSource]) -> [SharedFile] {
    var files: [SharedFile] = []
    for (number, source) in sources.enumerated() {
      if let known = files.firstIndex(where: { sources[$0.sources[0]].isReadLike(source) }) {
        files[known].sources.append(number)
        files[known].columns += source.binding.columnsToRead
      } else {
        files.append(
          SharedFile(
            sources: [number], description: source.description,
            columns: source.binding.columnsToRead))
      }
    }
    for number in files.indices { files[number].columns = Set(files[number].columns).sorted() }
    return files
  }
}

extension IngestSource {
  /// Whether both come from the same rows, decoded and placed in the same way.
  fileprivate func isReadLike(_ other: IngestSource) -> Bool {
    file.path == other.file.path && description == other.description
      && layer.datumShift == other.layer.datumShift
  }
}
