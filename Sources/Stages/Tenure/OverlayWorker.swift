internal import Geometry
internal import Pipeline

/// One thread's part of the overlay.
struct OverlayWorker {
  private let references: OverlayReferences
  private let scenery: OverlayScenery

  init(_ references: OverlayReferences, _ scenery: OverlayScenery) {
    self.references = references
    self.scenery = scenery
  }

  func divide(_ subjects: OverlaySubjects) throws -> DivisionColumns {
    var divisions = DivisionColumns(periods: scenery.creditedInPeriod.count)
    if let layer = subjects.layer {
      var kernels = try Kernels(layer, scenery)
      for row in 0..<layer.count { kernels.divide(row, into: &divisions) }
      return divisions
    }
    // Some lie in another world than the shard does: each of the rows gets its own scenery.
    for row in 0..<subjects.polygons.count {
      var alone = WKBColumn()
      alone.append(subjects.polygons[row])
      let box = subjects.boxes[row]
      let around = try references.scenery(
        [box], on: try OverlayFrame(around: box), threads: 1, interruption: Interruption())
      var kernels = try Kernels(try OverlayLayer(subjects: alone, on: around.frame), around)
      kernels.divide(0, into: &divisions)
    }
    return divisions
  }

  /// The kernels for some 小班.
  private struct Kernels {
    private let subjects: OverlayLayer
    private let scenery: OverlayScenery
    /// Parcels outside and inside the zones; only the zones where there are no parcels.
    private var parcels: OverlayKernel
    private var credited: OverlayKernel?
    private var creditedInPeriod: [OverlayKernel]
    private var villages: OverlayKernel?
    private var shares: [OverlayShare] = []

    init(_ subjects: OverlayLayer, _ scenery: OverlayScenery) throws {
      self.subjects = subjects
      self.scenery = scenery
      let zones = [scenery.exclusions?.layer].compactMap { $0 }
      let none = try OverlayLayer(WKBColumn(), on: scenery.frame)
      parcels = try OverlayKernel(
        subjects: subjects, others: scenery.parcels?.layer ?? none, excluding: zones)
      credited = try scenery.credited.map {
        try OverlayKernel(subjects: subjects, others: $0.layer, excluding: zones)
      }
      creditedInPeriod = try scenery.creditedInPeriod.map {
        try OverlayKernel(subjects: subjects, others: $0.layer, excluding: zones)
      }
      villages = try scenery.villages.map {
        try OverlayKernel(subjects: subjects, others: $0.layer)
      }
    }

    mutating func divide(_ row: Int, into divisions: inout DivisionColumns) {
      guard subjects.areas[row] > 0 else { return divisions.appendUnknown() }
      divisions.append(parcels.divide(subject: row, into: &shares))
      divisions.claims.append(shares, rows: scenery.parcels?.rows ?? [])
      for period in creditedInPeriod.indices {
        let totals = creditedInPeriod[period].divide(subject: row, into: &shares)
        divisions.creditedInPeriod[period].append(totals.covered)
      }
      if credited?.divide(subject: row, into: &shares) == nil { shares = [] }
      divisions.credited.append(shares, rows: scenery.credited?.rows ?? [])
      if villages?.divide(subject: row, into: &shares) == nil { shares = [] }
      divisions.villages.append(shares, rows: scenery.villages?.rows ?? [])
    }
  }
}
