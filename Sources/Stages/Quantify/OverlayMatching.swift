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

  private let earlier: SubcompartmentColumns
  private let subjects: OverlayLayer
  private let others: OverlayLayer
  private let sliver: Double

  /// - Parameters:
  ///   - rows: rows of the later survey that are looked for.
  ///   - sliver: part of a later 小班 below which a part of it is a line drawn twice, not land.
  init(
    rows: [Int], later: WKBColumn, earlier: SubcompartmentColumns, earlierPolygons: WKBColumn,
    sliver: Double
  ) throws {
    self.sliver = sliver
    self.earlier = earlier
    var wanted = WKBColumn()
    for row in rows { wanted.append(later[row]) }
    let frame = try OverlayFrame(
      covering: try PlanarMeasures.envelopes(of: wanted)
        + PlanarMeasures.envelopes(of: earlierPolygons))
    subjects = try OverlayLayer(wanted, on: frame)
    others = try OverlayLayer(earlierPolygons, on: frame)
  }

  /// What lies under one row.
  struct Found: Sendable {
    /// Nil where there is not enough under the row.
    var state: OverlayState?
    /// Part of the row's polygon inside the earlier polygon of the same key, 0 to 1.
    var keyShare: Double
    /// The smaller of the parts that the two polygons of one key have in common, of either of them.
    var commonShare: Double
  }

  /// In the order of the rows given.
  /// - Parameter keyed: the earlier row of each one's key, -1 for none.
  func found(
    keyed: [Int32], threads: Int, interruption: Interruption
  ) throws -> [Found] {
    let (subjects, others, earlier, sliver) = (subjects, others, earlier, sliver)
    return try Workers.map(
      count: subjects.count, threads: threads, interruption: interruption,
      makeState: { try OverlayKernel(subjects: subjects, others: others) },
      body: { (kernel: inout OverlayKernel, subject) in
        var shares: [OverlayShare] = []
        let totals = kernel.divide(subject: subject, into: &shares)
        let ofKey = shares.first { Int($0.row) == Int(keyed[subject]) }?.area ?? 0
        let keyShare = totals.subject > 0 ? ofKey / totals.subject : 0
        let before = keyed[subject] < 0 ? 0 : others.areas[Int(keyed[subject])]
        return Found(
          state: OverlayState(
            shares: shares, area: totals.subject, earlier: earlier,
            coverage: Self.leastCoverage, sliver: sliver),
          keyShare: keyShare, commonShare: before > 0 ? min(keyShare, ofKey / before) : keyShare)
      })
  }

  /// The part of some polygons that a layer covers, 0 to 1; nil for rows without a polygon.
  static func covered(
    _ rows: [Int], of polygons: WKBColumn, by layer: WKBColumn, threads: Int,
    interruption: Interruption
  ) throws -> [Double?] {
    var wanted = WKBColumn()
    for row in rows { wanted.append(polygons[row]) }
    let frame = try OverlayFrame(
      covering: try PlanarMeasures.envelopes(of: wanted) + PlanarMeasures.envelopes(of: layer))
    let subjects = try OverlayLayer(wanted, on: frame)
    let others = try OverlayLayer(layer, on: frame)
    return try Workers.map(
      count: subjects.count, threads: threads, interruption: interruption,
      makeState: { try OverlayKernel(subjects: subjects, others: others) },
      body: { (kernel: inout OverlayKernel, subject) in
        var shares: [OverlayShare] = []
        let totals = kernel.divide(subject: subject, into: &shares)
        return totals.subject > 0 ? totals.covered / totals.subject : nil
      })
  }
}
