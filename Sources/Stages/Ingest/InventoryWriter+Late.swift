internal import Archive
internal import Inventory
internal import Quality

/// Rules that can speak only when all rows have been seen, about rows that were written already.
extension InventoryWriter {
  /// Sets aside rows that lie far from all others of their survey. Call it once, after the last
  /// chunk.
  mutating func checkPlaces() throws {
    let rule = SurveyRules.misplacedRow
    let policy = catalog.policy(rule)
    if policy == .ignore { return }
    for survey in spots.keys.sorted() {
      let lonely = spots[survey]?.lonely ?? []
      for row in lonely {
        var finding = Finding(
          rule: rule.identifier, severity: rule.severity, source: row.source,
          sourceRow: row.sourceRow, field: "geometry", value: "at \(row.x), \(row.y)",
          action: .accepted, detail: "20 km and more from all other 小班 of \(survey)")
        switch policy {
        case .ignore, .warn, .repair: break
        case .quarantine, .stop:
          finding.severity = .error
          finding.action = .quarantined
        }
        if policy == .stop {
          stops.add([finding], sources: sources)
          continue
        }
        let area =
          try connection.columns(
            "SELECT area_ha FROM \(InventorySchema.subcompartment) WHERE fid = ?",
            [.integer(row.number)], kinds: [.real]
          ).reals(0).first ?? .nan
        try write(finding, area: area)
        if finding.action == .quarantined { try setAside(row, area: area) }
      }
      if policy == .quarantine, !lonely.isEmpty {
        kept.remove(Set(lonely.map(\.number)), survey: survey)
      }
    }
  }

  /// Moves a row from those that take part to those that do not.
  private mutating func setAside(_ row: SpotGrid.Row, area: Double) throws {
    let columns =
      (InventorySchema.columns.map(\.name) + ["fid"]
      + (keepsPolygons && srsID != nil ? ["geom"] : []))
      .joined(separator: ", ")
    try connection.execute(
      """
      INSERT INTO \(InventorySchema.quarantined) (rules, \(columns))
      SELECT '\(SurveyRules.misplacedRow.identifier)', \(columns)
      FROM \(InventorySchema.subcompartment) WHERE fid = \(row.number)
      """)
    try connection.execute(
      "DELETE FROM \(InventorySchema.subcompartment) WHERE fid = \(row.number)")
    let repaired =
      try connection.columns(
        "SELECT COUNT(*) FROM finding WHERE source = ? AND source_row = ? AND action = 'repaired'",
        [.integer(Int64(row.source)), .integer(row.sourceRow)], kinds: [.integer]
      ).integers(0).first ?? 0
    tallies[row.source].setAside(area: area, wasRepaired: repaired > 0)
  }
}
