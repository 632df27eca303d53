/// The integer grid on which layers are laid over each other: cells of 0.1 mm.
///
/// Orientation tests on whole numbers are exact, so the overlay needs no tolerance. Coordinates
/// are rounded to the grid before the frame's corner is taken off: the same feature gives the
/// same result on every frame that holds it, however the work is cut.
public struct OverlayFrame: Sendable, Equatable {
  /// Grid cells in a metre. The coordinates of the layers must be metres.
  public static let cellsPerMetre = 10_000.0
  /// Widest extent, metres: 31 bits of 0.1 mm.
  public static let limit = Double(Int32.max) / cellsPerMetre

  private(set) var originX: Int64
  private(set) var originY: Int64

  /// A frame that holds everything within `envelopes`; at least one should not be empty.
  public init(covering envelopes: some Sequence<Envelope>) throws(OverlayError) {
    let all = Envelope(union: envelopes)
    if all.isEmpty {
      originX = 0
      originY = 0
      return
    }
    let tooLarge = OverlayError.extentTooLarge(
      width: all.width, height: all.height, limit: Self.limit)
    guard let x0 = Self.cell(all.minX), let y0 = Self.cell(all.minY),
      let x1 = Self.cell(all.maxX), let y1 = Self.cell(all.maxY),
      x1 - x0 <= Int64(Int32.max), y1 - y0 <= Int64(Int32.max)
    else { throw tooLarge }
    originX = x0
    originY = y0
  }

  /// A frame of the full extent with the middle of `box` in its middle. Layers of which only a
  /// part is near are cut to it (`OverlayLayer.init(clipping:on:)`).
  public init(around box: Envelope) throws(OverlayError) {
    self = try OverlayFrame(covering: CollectionOfOne(box))
    if box.isEmpty { return }
    guard let x = Self.cell((box.minX + box.maxX) / 2), let y = Self.cell((box.minY + box.maxY) / 2)
    else { return }
    originX = x - Int64(Int32.max) / 2
    originY = y - Int64(Int32.max) / 2
  }

  /// Whether all of a box lies on the frame. The empty box does.
  public func holds(_ box: Envelope) -> Bool {
    box.isEmpty
      || place(x: box.minX, y: box.minY) != nil && place(x: box.maxX, y: box.maxY) != nil
  }

  /// The grid line nearest to a coordinate, or nil if it is no coordinate on Earth.
  @inline(__always)
  static func cell(_ metres: Double) -> Int64? {
    let scaled = metres * cellsPerMetre
    guard scaled > -1e15 && scaled < 1e15 else { return nil }
    return Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
  }

  /// Position on this frame, or nil outside it.
  @inline(__always)
  func place(x: Double, y: Double) -> (x: Int32, y: Int32)? {
    guard let x = Self.cell(x), let y = Self.cell(y),
      let column = Int32(exactly: x - originX), let row = Int32(exactly: y - originY),
      column >= 0 && row >= 0
    else { return nil }
    return (column, row)
  }
}
