internal import Geospatial
internal import Mapping

/// One inventory file, examined and bound to its mapping.
struct IngestSource: Sendable {
  var survey: Int
  var file: SourceFile
  var layer: LayerSource
  var description: LayerDescription
  var binding: ColumnBinding
  /// By what the areas of the whole file are too large, as its rows with polygons say; nil where
  /// they are right.
  var areaFactor: Double? = nil
  /// Whether canopy densities are read as percent although the mapping says otherwise.
  var isCanopyPercent = false
}
