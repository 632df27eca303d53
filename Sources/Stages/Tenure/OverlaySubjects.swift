internal import Geometry

/// The polygons of a run of 小班 on their way through the overlay.
struct OverlaySubjects: Sendable {
  /// In metres of the overlay's plane.
  let boxes: [Envelope]
  /// On the shard's frame; nil where the frame does not hold all of them.
  let layer: OverlayLayer?
  /// In metres of the overlay's plane; only where there is no layer.
  let polygons: WKBColumn

  /// - Parameter polygons: valid, in metres of the overlay's plane.
  init(_ polygons: WKBColumn, on frame: OverlayFrame) throws {
    boxes = try PlanarMeasures.envelopes(of: polygons)
    if boxes.allSatisfy({ frame.holds($0) }) {
      layer = try OverlayLayer(subjects: polygons, on: frame)
      self.polygons = WKBColumn()
    } else {
      layer = nil
      self.polygons = polygons
    }
  }
}
