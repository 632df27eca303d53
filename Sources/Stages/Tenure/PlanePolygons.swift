internal import Geometry
internal import Geospatial
internal import Inventory

/// Rows of a reference layer, brought to the plane in metres on which overlays work.
struct PlanePolygons: Sendable {
  var table: LayerTable
  var column: WKBColumn
  var boxes: [Envelope]
  /// What was wrong with shapes, for the findings; `source` is to be set.
  var findings: [Finding]

  /// - Parameter measure: of the working coordinate system; nil without one.
  init(_ table: LayerTable, measure: AreaMeasure?) throws {
    self.table = table
    var shapes = table.geometry
    if shapes.count < table.count { shapes = WKBColumn(emptyRows: table.count) }
    column = try measure?.plane(shapes) ?? shapes
    boxes = try PlanarMeasures.envelopes(of: column)
    // The polygons are in `column` now.
    self.table.geometry = WKBColumn()
    findings = table.problems.map { problem in
      let isInvalid = problem.kind == .invalid
      return Finding(
        rule: isInvalid ? "reference-invalid-geometry" : "reference-unusable-geometry",
        severity: .warning, source: 0, sourceRow: problem.row, field: "geometry",
        value: problem.reason, action: isInvalid ? .repaired : .quarantined,
        detail: problem.detail)
    }
  }
}
