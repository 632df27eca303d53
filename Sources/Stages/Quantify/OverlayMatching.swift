internal import Geometry
internal import Inventory
internal import Pipeline

/// Finds later 小班 in the earlier survey by where they lie, for those that keys do not find.
///
/// 小班 are split, merged and redrawn between surveys and get new numbers. The land stays, so the
/// earlier polygons under a later one tell what stood there.
struct OverlayMatching: Sendable {
  /// Part of a later 小班 that must be known of. Less, and what is missing could outweigh growth.
  static let leastCoverage = 0.9
  /// Smaller parts are lines drawn twice, not land.
  static let sliver = 0.005

  private let earlier: SubcompartmentColumns
  private let subjects: OverlayLayer
  private let others: OverlayLayer

  /// - Parameters:
  ///   - rows: rows of the later survey that are looked for.
  init(
    rows: [Int], later: WKBColumn, earlier: SubcompartmentColumns, earlierPolygons: WKBColumn
  ) throws {
    self.earlier = earlier
    var wanted = WKBColumn()
    for row in rows { wanted.append(later[row]) }
    let frame = try OverlayFrame(
      covering: try PlanarMeasures.envelopes(of: wanted)
        + PlanarMeasures.envelopes(of: earlierPolygons))
    subjects = try OverlayLayer(wanted, on: frame)
    others = try OverlayLayer(earlierPolygons, on: frame)
  }

  /// The states, in the order of the rows given; nil where there is not enough under a row.
  func states(threads: Int, interruption: Interruption) throws -> [OverlayState?] {
    let (subjects, others, earlier) = (subjects, others, earlier)
    return try Workers.map(
      count: subjects.count, threads: threads, interruption: interruption,
      makeState: { try OverlayKernel(subjects: subjects, others: others) },
      body: { (kernel: inout OverlayKernel, subject) in
        var shares: [OverlayShare] = []
        let totals = kernel.divide(subject: subject, into: &shares)
        return OverlayState(
          shares: shares, area: totals.subject, earlier: earlier,
          coverage: Self.leastCoverage, sliver: Self.sliver)
      })
  }
}
