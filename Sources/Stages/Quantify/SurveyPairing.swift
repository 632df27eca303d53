internal import Accounting
internal import Geometry
internal import Inventory
internal import Pipeline

/// Pairs the two surveys of a run: by key where the key holds, else by where 小班 lie.
struct SurveyPairing {
  let pipeline: PipelineFile
  let context: StageContext

  typealias Survey = (year: Int, stands: SubcompartmentColumns)

  func pair(
    _ earlier: Survey, _ later: Survey, _ reader: borrowing InventoryReader, _ species: SpeciesTable
  ) throws -> PairedSurveys {
    let match = SurveyMatch(earlier: earlier.stands, later: later.stands)
    var keyed = match.earlierRow
    let settings = pipeline.pairing
    let resized = PairedSurveys.rowsToOverlay(
      keyed, earlier: earlier.stands, later: later.stands, areaTolerance: settings.areaTolerance)
    // Both dates in one file have the same polygons.
    let hasPolygons = pipeline.surveysWithPolygons.isSuperset(of: [earlier.year, later.year])
    var polygons: (before: WKBColumn, after: WKBColumn)?
    if hasPolygons, earlier.stands.count > 0, later.stands.count > 0 {
      polygons = (try reader.geometry(earlier.year), try reader.geometry(later.year))
    }
    var check: KeyCheck?
    if let polygons {
      check = try KeyCheck(earlierRow: keyed, earlier: polygons.before, later: polygons.after)
    }
    let elsewhere = Set(check?.elsewhere ?? [])
    let doubtful = Set(check?.doubtful ?? [])
    let isResized = Set(resized)
    let wanted = isResized.union(elsewhere).union(doubtful).sorted()
    var states: [(row: Int, state: OverlayState)] = []
    var moved: [(row: Int, earlier: Int, share: Double)] = []
    var redrawn = 0
    if let polygons, !wanted.isEmpty {
      let found = try OverlayMatching(
        rows: wanted, later: polygons.after, earlier: earlier.stands,
        earlierPolygons: polygons.before, sliver: settings.sliverShare
      ).found(
        keyed: wanted.map { keyed[$0] }, threads: context.threads,
        interruption: context.interruption)
      for (row, found) in zip(wanted, found) {
        let isMoved =
          elsewhere.contains(row)
          || doubtful.contains(row) && found.keyShare < settings.overlapShare
        let isRedrawn = doubtful.contains(row) && found.commonShare < settings.sameShare
        if isMoved {
          moved.append((row, Int(keyed[row]), found.keyShare))
          keyed[row] = -1
        }
        if isMoved || isRedrawn || isResized.contains(row), let state = found.state {
          states.append((row, state))
          if isRedrawn, !isMoved { redrawn += 1 }
        }
      }
    }
    var paired = try PairedSurveys(
      earlier: earlier, later: later, keyed: keyed, moved: moved, states: states,
      species: species)
    paired.redrawn = redrawn
    guard pipeline.growth.allows(.twoSurveys) else { return paired }
    paired.left = try left(paired, earlier.stands, reader, polygons, later.year)
    return paired
  }

  /// What of the earlier survey no later row continues, and whether the later survey shows the land.
  private func left(
    _ paired: PairedSurveys, _ earlier: SubcompartmentColumns, _ reader: borrowing InventoryReader,
    _ polygons: (before: WKBColumn, after: WKBColumn)?, _ year: Int
  ) throws -> LeftLand {
    let tolerance = pipeline.pairing.cutOffTolerance
    let rows = LeftLand.candidates(earlier, continued: paired.continued, tolerance: tolerance)
    guard !rows.isEmpty else { return LeftLand() }
    var shown = [Double?](repeating: nil, count: rows.count)
    if let polygons {
      shown = try OverlayMatching.covered(
        rows, of: polygons.before, by: polygons.after, threads: context.threads,
        interruption: context.interruption)
    }
    return LeftLand(
      rows, of: earlier, continued: paired.continued, continuing: paired.continuing, shown: shown,
      withheld: KeyIndex(try reader.quarantinedKeys(year)), tolerance: tolerance)
  }
}
