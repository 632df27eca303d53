internal import Geometry
internal import Pipeline

/// Everything that 小班 are laid over, by shard.
///
/// Without a layer of a kind nothing can be told about it, which is not the same as none.
struct OverlayReferences: Sendable {
  var parcels: ReferenceLayer?
  /// For each parcel: its holder's number, -1 where not known, and whether it gives no title.
  var holders: [Int32] = []
  var isVoid: [Bool] = []
  var exclusions: ReferenceLayer?
  var credited: CreditedLand?
  /// Boundaries of villages, by position in the run's list of villages.
  var villages: ReferenceLayer?
  /// The run's crediting periods.
  var periods: [ClosedRange<Int>]
  /// Exclusion zones of which it is not known where they lie.
  var unplacedZones = 0

  var isEmpty: Bool {
    parcels == nil && exclusions == nil && credited == nil && villages == nil
  }

  /// What lies near some 小班, those that the frame does not hold left out. What a 小班 shares with
  /// a feature depends on the two alone, so any cut into shards gives the same result.
  func scenery(
    _ boxes: [Envelope], on frame: OverlayFrame, threads: Int, interruption: Interruption
  ) throws -> OverlayScenery {
    let tiles = OccupiedTiles(boxes.lazy.filter { frame.holds($0) })
    func part(
      _ layer: ReferenceLayer?, where isWanted: @Sendable (Int) -> Bool = { _ in true }
    ) throws -> OverlayScenery.Part? {
      guard let layer else { return nil }
      let rows = layer.rows(near: tiles)
      return OverlayScenery.Part(
        layer: try layer.layer(
          rows, on: frame, threads: threads, interruption: interruption, where: isWanted),
        rows: rows)
    }
    let (credited, isVoid) = (credited, isVoid)
    @Sendable func isVoidParcel(_ row: Int) -> Bool { isVoid.indices.contains(row) && isVoid[row] }
    return OverlayScenery(
      frame: frame,
      parcels: try part(parcels) { !isVoidParcel($0) },
      voidParcels: isVoid.contains(true) ? try part(parcels) { isVoidParcel($0) } : nil,
      exclusions: try part(exclusions),
      credited: try part(credited?.polygons),
      creditedInPeriod: try periods.compactMap { years in
        // Of what is credited in part only, the polygon does not say where.
        try part(credited?.polygons) { row in
          credited.map { $0.isCredited(row, in: years) && $0.isWhole(row) } ?? true
        }
      },
      villages: try part(villages))
  }
}
