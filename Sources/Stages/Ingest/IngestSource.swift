internal import Geospatial
internal import Mapping

/// One inventory file, examined and bound to its mapping.
struct IngestSource: Sendable {
  var survey: Int
  var file: SourceFile
  var layer: LayerSource
  var description: LayerDescription
  var binding: ColumnBinding
}
