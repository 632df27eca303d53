internal import Geometry
internal import Tenure

/// The part of each 小班 that its title is judged on: what the exclusion zones leave of it, or all
/// of it where they leave less than a sliver.
struct JudgedParts: Sendable {
  /// Whether zones leave nothing and the whole 小班 is judged.
  private(set) var isWhole: [Bool] = []
  /// ha by the area that carries the stock.
  private(set) var area: [Double] = []
  /// Shares of the judged part.
  private(set) var coveredShare: [Double] = []
  private(set) var multiplyCoveredShare: [Double] = []
  private(set) var contestedShare: [Double] = []
  /// Covered by parcels of different holders, m².
  private(set) var contested: [Double] = []
  /// m² of polygon.
  private var planeArea: [Double] = []

  init(_ divisions: DivisionColumns, _ settings: TenureSettings, areas: ArraySlice<Double>) {
    for (row, hectares) in areas.enumerated() {
      let all = divisions.area[row]
      let eligible = divisions.eligible[row]
      let isSliver =
        eligible < settings.sliverShare * all || eligible / 10_000 < settings.sliverHectares
      // Small 小班 that no zone touches are not excluded.
      let whole = all > 0 && eligible < all && isSliver
      let (covered, multiple) =
        whole
        ? (
          divisions.covered[row] + divisions.excludedCovered[row],
          divisions.overlapped[row] + divisions.excludedOverlapped[row]
        ) : (divisions.covered[row], divisions.overlapped[row])
      let part = whole ? all : eligible
      let claimed =
        whole
        ? divisions.contested[row] + divisions.excludedContested[row] : divisions.contested[row]
      isWhole.append(whole)
      planeArea.append(part)
      area.append(all > 0 ? hectares * part / all : hectares)
      coveredShare.append(part > 0 ? covered / part : 0)
      multiplyCoveredShare.append(part > 0 ? multiple / part : 0)
      contestedShare.append(part > 0 ? claimed / part : 0)
      contested.append(claimed)
    }
  }

  /// What parcels have of the judged parts; 0 for those that lie in the excluded part only.
  func claims(_ divisions: DivisionColumns) -> ClaimColumns {
    let confidence = ClaimConfidence()
    var claims = ClaimColumns()
    for row in isWhole.indices {
      for piece in divisions.claims[row] {
        let area = isWhole[row] ? piece.wholeArea : piece.area
        claims.append(
          subcompartment: Int32(row), parcel: Int32(piece.row),
          share: min(1, area / planeArea[row]),
          wholeShare: min(1, piece.wholeArea / divisions.area[row]), evidence: .spatial,
          confidence: confidence.spatial)
      }
    }
    return claims
  }
}
