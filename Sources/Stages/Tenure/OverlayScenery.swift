internal import Geometry

/// The layers that 小班 are laid over: parcels, exclusion zones, land already credited.
///
/// Without a layer of a kind nothing can be told about it, which is not the same as none.
struct OverlayScenery: Sendable {
  let subjects: OverlayLayer
  let parcels: OverlayLayer?
  let exclusions: OverlayLayer?
  let credited: OverlayLayer?

  init(
    subjects: WKBColumn, parcels: WKBColumn?, exclusions: WKBColumn?, credited: WKBColumn?
  ) throws {
    let columns = [subjects] + [parcels, exclusions, credited].compactMap { $0 }
    let frame = try OverlayFrame(
      covering: try columns.flatMap { try PlanarMeasures.envelopes(of: $0) })
    self.subjects = try OverlayLayer(subjects, on: frame)
    self.parcels = try parcels.map { try OverlayLayer($0, on: frame) }
    self.exclusions = try exclusions.map { try OverlayLayer($0, on: frame) }
    self.credited = try credited.map { try OverlayLayer($0, on: frame) }
  }
}
