/// Computes how much of a polygon lies in each polygon of another layer, outside exclusion zones
/// and inside them.
///
/// No shape is ever made. By Green's theorem the area of any boolean combination f of polygons is
/// the sum over all pieces of their boundaries of ½·cross(p, q)·[f(left of it) − f(right of it)].
/// The kernel finds the crossings of the boundaries near the subject with exact predicates
/// (`Grid`), walks every boundary inside the subject once, keeps count of the polygons it is in,
/// and gives each piece to the areas it bounds. A result depends on the geometries and the order
/// of their rows only, not on thread, order of questions, or what else is in the layers.
///
/// A kernel owns its scratch memory: make one for each worker. The layers themselves are shared.
public struct OverlayKernel: Sendable {
  /// Shares smaller than one grid cell (1e-8 m²) are rounding and not reported.
  public static let smallestShare =
    1 / (OverlayFrame.cellsPerMetre * OverlayFrame.cellsPerMetre)

  /// Subjects, others, zones.
  private var layers: [OverlayLayer]
  private let isWithinOneLayer: Bool
  private let comparesPairsOnce: Bool
  private var scene = OverlayScene()
  private var candidates: [Int] = []

  /// - Parameters:
  ///   - subjects: the polygons that are divided.
  ///   - others: the polygons that have shares in them; they may overlap each other.
  ///   - zones: layers whose polygons are cut out; they may overlap each other and be huge.
  public init(
    subjects: OverlayLayer, others: OverlayLayer, excluding zones: [OverlayLayer] = []
  ) throws(OverlayError) {
    layers = [subjects, others] + zones
    isWithinOneLayer = false
    comparesPairsOnce = false
    guard layers.allSatisfy({ $0.frame == subjects.frame }) else { throw .differentFrames }
  }

  /// Goes on with the polygons of another layer of subjects.
  public mutating func take(subjects: OverlayLayer) throws(OverlayError) {
    guard subjects.frame == layers[0].frame else { throw .differentFrames }
    layers[0] = subjects
  }

  /// A kernel that divides each polygon of a layer among the *other* polygons of the same layer:
  /// a topology check. In a clean coverage every share is zero.
  ///
  /// - Parameter pairsOnce: whether a polygon is compared with later rows only, so that every pair
  ///   is looked at once. The totals then say nothing.
  public init(overlapsWithin layer: OverlayLayer, pairsOnce: Bool = false) {
    layers = [layer, layer]
    isWithinOneLayer = true
    comparesPairsOnce = pairsOnce
  }

  /// Divides one subject.
  /// - Parameters:
  ///   - subject: row in the layer of subjects.
  ///   - shares: replaced by the shares, in ascending order of row.
  public mutating func divide(
    subject: Int, into shares: inout [OverlayShare]
  ) -> OverlayTotals {
    shares.removeAll(keepingCapacity: true)
    let subjects = layers[0]
    let area = subjects.areas[subject]
    var totals = OverlayTotals(subject: area, eligible: area, covered: 0, overlapped: 0)
    let box = subjects.rowBoxes[subject]
    if box.isEmpty { return totals }

    scene.begin(subject: subject, box: box)
    for layer in layers.indices.dropFirst() {
      layers[layer].candidates(near: box, into: &candidates)
      for row in candidates {
        if isWithinOneLayer && (row == subject || (comparesPairsOnce && row < subject)) { continue }
        scene.add(layers[layer], layer: layer, row: row, around: subjects)
      }
    }
    if scene.isTrivial {
      divideWhole(area, &totals, &shares)
      return totals
    }
    scene.addSubject(subjects)
    scene.findCrossings(layers)
    scene.walk(layers)

    let scale = 0.5 / (OverlayFrame.cellsPerMetre * OverlayFrame.cellsPerMetre)
    // Rounding may leave a trace where nothing is, or a trace too much where all is.
    func squareMetres(_ cells: Double, atMost most: Double) -> Double {
      let area = cells * scale
      return area < Self.smallestShare ? 0 : min(area, most)
    }
    let (outside, inside) = (scene.outside, scene.inside)
    totals.eligible = squareMetres(outside.all, atMost: area)
    totals.covered = squareMetres(outside.covered, atMost: totals.eligible)
    totals.overlapped = squareMetres(outside.overlapped, atMost: totals.covered)
    totals.excludedCovered = squareMetres(inside.covered, atMost: totals.excluded)
    totals.excludedOverlapped = squareMetres(
      inside.overlapped, atMost: totals.excludedCovered)
    for polygon in scene.polygons.dropFirst() where polygon.role == .other {
      let share = OverlayShare(
        row: polygon.row, area: squareMetres(polygon.area, atMost: totals.eligible),
        excludedArea: squareMetres(polygon.excludedArea, atMost: totals.excluded))
      if share.area > 0 || share.excludedArea > 0 { shares.append(share) }
    }
    return totals
  }

  /// Nothing crosses the subject's box: it lies in whole polygons or outside them.
  private func divideWhole(
    _ area: Double, _ totals: inout OverlayTotals, _ shares: inout [OverlayShare]
  ) {
    var covering = 0
    var isExcluded = false
    for polygon in scene.polygons.dropFirst() {
      if polygon.role == .zone { isExcluded = true } else { covering += 1 }
    }
    let covered = covering >= 1 ? area : 0
    let overlapped = covering >= 2 ? area : 0
    totals.eligible = isExcluded ? 0 : area
    totals.covered = isExcluded ? 0 : covered
    totals.overlapped = isExcluded ? 0 : overlapped
    totals.excludedCovered = isExcluded ? covered : 0
    totals.excludedOverlapped = isExcluded ? overlapped : 0
    for polygon in scene.polygons.dropFirst() where polygon.role == .other {
      shares.append(
        OverlayShare(
          row: polygon.row, area: isExcluded ? 0 : area, excludedArea: isExcluded ? area : 0))
    }
  }
}
