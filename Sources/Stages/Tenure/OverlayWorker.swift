internal import Geometry

/// One thread's part of the overlay.
struct OverlayWorker {
  /// How one 小班 is divided. Shares are of its polygon's area; NaN where not known.
  struct Division: Sendable {
    var claims: [OverlayShare] = []
    /// m²
    var area = 0.0
    var coveredShare = 0.0
    var multiplyCoveredShare = 0.0
    var excludedShare = Double.nan
    /// Outside the exclusion zones, so that the two add up.
    var creditedShare = Double.nan
    var credited: [OverlayShare] = []
  }

  private let scenery: OverlayScenery
  private var parcels: OverlayKernel?
  private var exclusions: OverlayKernel?
  private var credited: OverlayKernel?

  init(_ scenery: OverlayScenery) throws {
    self.scenery = scenery
    let subjects = scenery.subjects
    parcels = try scenery.parcels.map { try OverlayKernel(subjects: subjects, others: $0) }
    exclusions = try scenery.exclusions.map { try OverlayKernel(subjects: subjects, others: $0) }
    credited = try scenery.credited.map {
      try OverlayKernel(
        subjects: subjects, others: $0, excluding: [scenery.exclusions].compactMap { $0 })
    }
  }

  mutating func divide(_ subject: Int) -> Division {
    var division = Division()
    division.area = scenery.subjects.areas[subject]
    guard division.area > 0 else { return division }
    if let totals = parcels?.divide(subject: subject, into: &division.claims) {
      division.coveredShare = totals.covered / division.area
      division.multiplyCoveredShare = totals.overlapped / division.area
    }
    var unused: [OverlayShare] = []
    if let totals = exclusions?.divide(subject: subject, into: &unused) {
      division.excludedShare = totals.covered / division.area
    }
    if let totals = credited?.divide(subject: subject, into: &division.credited) {
      division.creditedShare = totals.covered / division.area
    }
    return division
  }
}
