/// How cleanly the 小班 of a village cover it.
struct VillageCoverage: Sendable, Equatable {
  /// 12 digits.
  var village: String
  var subcompartments = 0
  /// Area of the polygons, ha.
  var hectares = 0.0
  /// Pairs of polygons that share 0.01 ha or more; a pair across a border counts in both villages.
  var overlaps = 0
  /// Pairs that share less.
  var slivers = 0
  /// Land that lies in two polygons, ha, slivers included.
  var overlapHectares = 0.0
  /// Land that the polygons enclose and do not cover: pieces below 1 亩, which are faults of drawing.
  var gaps = 0
  var gapHectares = 0.0
  /// Larger pieces, which may be land that the survey leaves out.
  var blanks = 0
  var blankHectares = 0.0
  /// Area within the village's boundary, ha; NaN without one.
  var boundaryHectares = Double.nan
  /// Of that, what no 小班 of any village covers, ha.
  var uncoveredHectares = Double.nan
}
