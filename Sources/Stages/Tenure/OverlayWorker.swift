internal import Geometry

/// One thread's part of the overlay.
struct OverlayWorker {
  /// How one 小班 is divided. Shares are of its polygon's area; NaN where not known.
  struct Division: Sendable {
    /// Rows are those of all parcels.
    var claims: [OverlayShare] = []
    /// m²
    var area = 0.0
    var coveredShare = 0.0
    var multiplyCoveredShare = 0.0
    var excludedShare = Double.nan
    /// By crediting period of the run; outside the exclusion zones, so that the two add up.
    var creditedShares: [Double] = []
    /// What was credited on it in any year, zones included; rows are those of all land credited.
    var credited: [OverlayShare] = []

    /// Of the period that is burdened most.
    var creditedShare: Double { creditedShares.max() ?? .nan }
  }

  private let scenery: OverlayScenery
  private var parcels: OverlayKernel?
  private var exclusions: OverlayKernel?
  private var credited: OverlayKernel?
  private var creditedInPeriod: [OverlayKernel]

  init(_ scenery: OverlayScenery) throws {
    self.scenery = scenery
    let subjects = scenery.subjects
    parcels = try scenery.parcels.map { try OverlayKernel(subjects: subjects, others: $0) }
    exclusions = try scenery.exclusions.map { try OverlayKernel(subjects: subjects, others: $0) }
    credited = try scenery.credited.map { try OverlayKernel(subjects: subjects, others: $0) }
    creditedInPeriod = try scenery.creditedInPeriod.map {
      try OverlayKernel(
        subjects: subjects, others: $0, excluding: [scenery.exclusions].compactMap { $0 })
    }
  }

  mutating func divide(_ subject: Int) -> Division {
    var division = Division()
    division.area = scenery.subjects.areas[subject]
    guard division.area > 0 else {
      division.creditedShares = creditedInPeriod.map { _ in .nan }
      return division
    }
    if let totals = parcels?.divide(subject: subject, into: &division.claims) {
      division.coveredShare = totals.covered / division.area
      division.multiplyCoveredShare = totals.overlapped / division.area
    }
    division.claims = division.claims.map {
      OverlayShare(row: scenery.parcelRows[$0.row], area: $0.area)
    }
    var unused: [OverlayShare] = []
    if let totals = exclusions?.divide(subject: subject, into: &unused) {
      division.excludedShare = totals.covered / division.area
    }
    for period in creditedInPeriod.indices {
      let totals = creditedInPeriod[period].divide(subject: subject, into: &unused)
      division.creditedShares.append(totals.covered / division.area)
    }
    _ = credited?.divide(subject: subject, into: &division.credited)
    division.credited = division.credited.map {
      OverlayShare(row: scenery.creditedRows[$0.row], area: $0.area)
    }
    return division
  }
}
