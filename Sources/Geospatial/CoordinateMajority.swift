internal import CGDAL

/// Decides about the coordinates of a layer of which some rows lie in another place or are in
/// another notation than the others: by the others, if they are many.
enum CoordinateMajority {
  /// Of all rows, how many times as many must agree.
  private static let ratio = 5

  /// - Returns: the decision, and where the rows lie that it rests on, if it leaves rows out.
  static func decide(
    _ layer: OGRLayerH, recorded: CoordinateSystem?, hint: CoordinateHint
  ) -> (CoordinateDecision, Extent?)? {
    let rows = LayerExtent.spots(layer)
    guard rows.count > 1 else { return nil }
    let isFitting: [Bool]
    if let system = hint.epsg.flatMap({ try? CoordinateSystem(epsg: $0) }) ?? recorded {
      isFitting = CoordinateRule.fits(system, rows)
    } else {
      var counts: [CoordinateNotation: Int] = [:]
      let notations = rows.map { CoordinateNotation($0) }
      for notation in notations { counts[notation, default: 0] += 1 }
      guard counts.count > 1,
        let most = notations.first(where: { ratio * (counts[$0] ?? 0) >= (ratio - 1) * rows.count })
      else { return counts.count > 1 ? (mixed(rows, fitting: 0), nil) : nil }
      isFitting = notations.map { $0 == most }
    }
    let fitting = zip(rows, isFitting).filter { $0.1 }.map { $0.0 }
    guard var extent = fitting.first, fitting.count < rows.count else { return nil }
    guard ratio * fitting.count >= (ratio - 1) * rows.count else {
      return (mixed(rows, fitting: fitting.count), nil)
    }
    for one in fitting { extent.formUnion(one) }
    let decision = CoordinateRule.decide(recorded: recorded, extent: extent, hint: hint)
    if case .undecided = decision { return (decision, nil) }
    return (decision, extent)
  }

  private static func mixed(_ rows: [Extent], fitting: Int) -> CoordinateDecision {
    var parts: [CoordinateProblem.Part] = []
    for row in rows {
      let notation = CoordinateNotation(row)
      if let place = parts.firstIndex(where: { $0.notation == notation }) {
        parts[place].rows += 1
      } else {
        parts.append(CoordinateProblem.Part(notation: notation, rows: 1))
      }
    }
    return .undecided(.mixed(fitting: fitting, parts: parts.sorted { $0.rows > $1.rows }))
  }
}
