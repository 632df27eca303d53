/// How projected metres become pixels.
struct MapView {
  private(set) var left = Double.infinity
  private(set) var top = -Double.infinity
  let metresPerPixel: Double
  let height: Double
  private let offset: (x: Double, y: Double)

  /// A view of all `rings`, with a margin, centred in `width`.
  init(
    rings: some Sequence<[Double]>, _ more: some Sequence<[Double]>, width: Double,
    maximumHeight: Double
  ) {
    var right = -Double.infinity
    var bottom = Double.infinity
    var left = Double.infinity
    var top = -Double.infinity
    func include(_ ring: [Double]) {
      guard ring.count >= 6, RingSimplifier.isDrawable(ring) else { return }
      for index in stride(from: 0, to: ring.count - 1, by: 2) {
        left = min(left, ring[index])
        right = max(right, ring[index])
        bottom = min(bottom, ring[index + 1])
        top = max(top, ring[index + 1])
      }
    }
    for ring in rings { include(ring) }
    for ring in more { include(ring) }
    let margin = 8.0
    let extent = (x: max(right - left, 1), y: max(top - bottom, 1))
    guard left <= right else {
      (metresPerPixel, height, offset) = (1, maximumHeight / 4, (0, 0))
      (self.left, self.top) = (0, 0)
      return
    }
    metresPerPixel = max(
      extent.x / (width - 2 * margin), extent.y / (maximumHeight - 2 * margin))
    height = extent.y / metresPerPixel + 2 * margin
    offset = ((width - extent.x / metresPerPixel) / 2, margin)
    (self.left, self.top) = (left, top)
  }

  /// The place of a point in pixels from the upper left corner.
  func pixel(x: Double, y: Double) -> (x: Double, y: Double) {
    (offset.x + (x - left) / metresPerPixel, offset.y + (top - y) / metresPerPixel)
  }
}
