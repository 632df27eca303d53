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
      if lonely.isEmpty { continue }
      let areas = try areas(of: lonely)
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
        let area = areas[row.number] ?? .nan
        try write(finding, area: area)
        if finding.action == .quarantined {
          tallies[row.source].setAside(area: area, wasRepaired: try wasRepaired(row))
        }
      }
      if policy == .quarantine { try setAside(lonely, survey: survey) }
    }
  }

  /// The areas of rows that were written, ha, by their numbers.
  private func areas(of rows: [SpotGrid.Row]) throws -> [Int64: Double] {
    var areas: [Int64: Double] = [:]
    for row in rows {
      areas[row.number] = try accepted.columns(
        [TableColumn("area_ha", .real)], where: [("fid", row.number...row.number)]
      ).reals(0).first
    }
    return areas
  }

  private func wasRepaired(_ row: SpotGrid.Row) throws -> Bool {
    try connection.integer(
      "SELECT 1 FROM finding WHERE source = ? AND source_row = ? AND action = 'repaired' LIMIT 1",
      [.integer(Int64(row.source)), .integer(row.sourceRow)]) != nil
  }

  /// Moves rows from those that take part to those that do not.
  private mutating func setAside(_ rows: [SpotGrid.Row], survey: Int) throws {
    let numbers = Set(rows.map(\.number))
    let rule = SurveyRules.misplacedRow.identifier
    for portion in try accepted.remove(numbers, in: "fid") {
      let count = portion.first?.count ?? 0
      let rules = StoredColumn.text(ByteColumn(repeatElement(rule, count: count)))
      var columns = Array(portion.prefix(1 + InventorySchema.columns.count)) + [rules]
      if srsID != nil {
        let polygons = keepsPolygons ? portion.last : nil
        columns.append(polygons ?? .blob(ByteColumn(emptyEntries: count)))
      }
      try quarantined.insert(columns)
    }
    kept.remove(numbers, survey: survey)
  }
}
