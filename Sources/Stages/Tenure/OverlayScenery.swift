internal import Geometry

/// The 小班 of one shard and the layers that they are laid over: parcels, exclusion zones, land
/// already credited.
///
/// Without a layer of a kind nothing can be told about it, which is not the same as none.
struct OverlayScenery: Sendable {
  let subjects: OverlayLayer
  let parcels: OverlayLayer?
  let exclusions: OverlayLayer?
  /// Whatever the years.
  let credited: OverlayLayer?
  /// For each crediting period of the run, only what was credited for some of its years.
  let creditedInPeriod: [OverlayLayer]
  /// For each row of `parcels`, its row among all parcels.
  let parcelRows: [Int]
  /// For each row of `credited`, its row in all land credited.
  let creditedRows: [Int]
}
