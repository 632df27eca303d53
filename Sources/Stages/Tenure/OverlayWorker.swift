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

  /// - Parameters:
  ///   - subjects: the 小班 of a shard, run by run.
  ///   - wanted: runs and rows in them.
  func divide(
    _ subjects: [OverlaySubjects], _ wanted: some Sequence<(run: Int, row: Int)>
  ) throws -> DivisionColumns {
    var divisions = DivisionColumns(periods: scenery.creditedInPeriod.count)
    let none = try OverlayLayer(subjects: WKBColumn(), on: scenery.frame)
    var kernels = try Kernels(none, scenery, references)
    for (run, row) in wanted {
      if let layer = subjects[run].layer {
        try kernels.take(layer)
        try kernels.divide(row, into: &divisions)
      } else {
        try divideAlone(subjects[run], row, into: &divisions)
      }
    }
    return divisions
  }

  /// Some of its run lie in another world than the shard does: the 小班 gets its own scenery.
  private func divideAlone(
    _ subjects: OverlaySubjects, _ row: Int, into divisions: inout DivisionColumns
  ) throws {
    var alone = WKBColumn()
    alone.append(subjects.polygons[row])
    let box = subjects.boxes[row]
    let around = try references.scenery(
      [box], on: try OverlayFrame(around: box), threads: 1, interruption: Interruption())
    var kernels = try Kernels(
      try OverlayLayer(subjects: alone, on: around.frame), around, references)
    try kernels.divide(0, into: &divisions)
  }

  /// The kernels for some 小班.
  private struct Kernels {
    private var subjects: OverlayLayer
    private let scenery: OverlayScenery
    private let references: OverlayReferences
    /// Parcels outside and inside the zones; only the zones where there are no parcels.
    private var parcels: OverlayKernel
    private var voidParcels: OverlayKernel?
    private var credited: OverlayKernel?
    private var creditedInPeriod: [OverlayKernel]
    private var villages: OverlayKernel?
    private var shares: [OverlayShare] = []

    init(
      _ subjects: OverlayLayer, _ scenery: OverlayScenery, _ references: OverlayReferences
    ) throws {
      self.subjects = subjects
      self.references = references
      self.scenery = scenery
      let zones = [scenery.exclusions?.layer].compactMap { $0 }
      let none = try OverlayLayer(WKBColumn(), on: scenery.frame)
      parcels = try OverlayKernel(
        subjects: subjects, others: scenery.parcels?.layer ?? none, excluding: zones)
      voidParcels = try scenery.voidParcels.map {
        try OverlayKernel(subjects: subjects, others: $0.layer)
      }
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

    /// Goes on with the polygons of another layer.
    mutating func take(_ layer: OverlayLayer) throws {
      if layer === subjects { return }
      subjects = layer
      try parcels.take(subjects: layer)
      try voidParcels?.take(subjects: layer)
      try credited?.take(subjects: layer)
      for period in creditedInPeriod.indices { try creditedInPeriod[period].take(subjects: layer) }
      try villages?.take(subjects: layer)
    }

    mutating func divide(_ row: Int, into divisions: inout DivisionColumns) throws {
      guard subjects.areas[row] > 0 else { return divisions.appendUnknown() }
      let totals = parcels.divide(subject: row, into: &shares)
      divisions.append(totals)
      let contested = try contested(row, totals)
      divisions.contested.append(contested.outside)
      divisions.excludedContested.append(contested.inside)
      var unused: [OverlayShare] = []
      divisions.void.append(voidParcels?.divide(subject: row, into: &unused).covered ?? 0)
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

    /// What parcels of different holders have of a 小班 together, m² outside and inside the zones.
    ///
    /// What a holder's parcels cover together, over all holders, is more than what all cover by what
    /// is covered by several holders. Where each holder has one parcel that is what is covered twice.
    private func contested(
      _ row: Int, _ totals: OverlayTotals
    ) throws -> (outside: Double, inside: Double) {
      guard totals.overlapped > 0 || totals.excludedOverlapped > 0, let part = scenery.parcels
      else { return (0, 0) }
      var byHolder: [(holder: Int32, shares: [OverlayShare])] = []
      for share in shares {
        let number = part.rows[share.row]
        let holder = references.holders.indices.contains(number) ? references.holders[number] : -1
        // Of two that are not known nobody can say that they are one.
        if holder >= 0, let known = byHolder.firstIndex(where: { $0.holder == holder }) {
          byHolder[known].shares.append(share)
        } else {
          byHolder.append((holder, [share]))
        }
      }
      if byHolder.count == shares.count { return (totals.overlapped, totals.excludedOverlapped) }
      if byHolder.count == 1 { return (0, 0) }
      var (outside, inside) = (-totals.covered, -totals.excludedCovered)
      let zones = [scenery.exclusions?.layer].compactMap { $0 }
      for (_, own) in byHolder {
        if own.count == 1 {
          outside += own[0].area
          inside += own[0].excludedArea
          continue
        }
        let rows = own.map { part.rows[$0.row] }
        guard
          let layer = try references.parcels?.layer(
            rows, on: scenery.frame, threads: 1, interruption: Interruption())
        else { continue }
        var kernel = try OverlayKernel(subjects: subjects, others: layer, excluding: zones)
        var unused: [OverlayShare] = []
        let together = kernel.divide(subject: row, into: &unused)
        outside += together.covered
        inside += together.excludedCovered
      }
      return (
        min(totals.overlapped, max(0, outside)), min(totals.excludedOverlapped, max(0, inside))
      )
    }
  }
}
