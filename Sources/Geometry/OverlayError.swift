/// Why layers cannot be laid over each other.
public enum OverlayError: Error, Sendable, Equatable {
  /// The layers together reach further than the grid does. Work county by county, and look for a
  /// stray feature or a layer in another coordinate system: no county is 200 km wide.
  case extentTooLarge(width: Double, height: Double, limit: Double)
  /// A row lies outside the frame the layer was to be laid on. Make the frame from the envelopes
  /// of all layers.
  case outsideFrame(row: Int)
  /// A row is not a polygon.
  case geometry(WKBError)
  /// Layers on different frames cannot be compared. Make them all with the same frame.
  case differentFrames
}
