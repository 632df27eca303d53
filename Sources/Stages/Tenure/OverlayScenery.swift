internal import Geometry

/// The layers that the 小班 of one shard are laid over, as far as they lie near.
struct OverlayScenery: Sendable {
  /// A layer's features near the shard.
  struct Part: Sendable {
    let layer: OverlayLayer
    /// For each row of `layer`, its row among all features.
    let rows: [Int]
  }

  let frame: OverlayFrame
  let parcels: Part?
  /// Those that give no title; nil where there are none.
  let voidParcels: Part?
  let exclusions: Part?
  /// Whatever the years.
  let credited: Part?
  /// For each crediting period of the run, only what was credited for some of its years.
  let creditedInPeriod: [Part]
  let villages: Part?
}
