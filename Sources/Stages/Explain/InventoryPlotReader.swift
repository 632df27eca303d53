internal import Archive
internal import Inventory
internal import Quality

/// Finds and reads single rows of `inventory.gpkg`.
struct InventoryPlotReader: ~Copyable {
  private let connection: Connection

  /// - Parameter folder: the result folder of `ingest`.
  init(folder: String) throws {
    connection = try Connection(path: folder + "/" + InventorySchema.fileName, mode: .readOnly)
  }

  /// The row that a person means by a row number or by the end of a key. Rows that take part come
  /// before those set aside, and the latest survey before earlier ones.
  func find(_ text: String, latest: Int) throws -> StoredPlot {
    // With zeros in front it is the number of a 小班, not of a row.
    if let number = Int64(text), String(number) == text, let plot = try plot(row: number) {
      return plot
    }
    let wanted = text.split(separator: "/", omittingEmptySubsequences: false)
      .drop { $0.isEmpty }.joined(separator: "/")
    let key = Self.withoutEnd(wanted)
    if !key.isEmpty {
      for isExact in [true, false] {
        for (layer, isLatest) in [
          (InventorySchema.subcompartment, true), (InventorySchema.quarantined, true),
          (InventorySchema.subcompartment, false), (InventorySchema.quarantined, false),
        ] {
          let found = try candidates(
            key, isExact: isExact, layer: layer, latest: latest, isLatest: isLatest)
          if found.count > 1 {
            throw ExplainError.ambiguousPlot(
              text: text, count: found.count, first: Array(found.prefix(20)))
          }
          if let one = found.first, let plot = try plot(row: one.row) { return plot }
        }
      }
    }
    let rows =
      (try connection.integer("SELECT COUNT(*) FROM \(InventorySchema.subcompartment)") ?? 0)
      + (try connection.integer("SELECT COUNT(*) FROM \(InventorySchema.quarantined)") ?? 0)
    throw ExplainError.unknownPlot(text: text, rows: rows)
  }

  /// Keys whose last part may be blank end in `/`, which nobody types.
  private static func withoutEnd(_ key: String) -> String {
    var key = Substring(key)
    while key.last == "/" { key.removeLast() }
    return String(key)
  }

  private func candidates(
    _ key: String, isExact: Bool, layer: String, latest: Int, isLatest: Bool
  ) throws -> [ExplainError.Candidate] {
    let test = isExact ? "rtrim(key, '/') = ?" : "substr(rtrim(key, '/'), ?) = ?"
    let statement = try connection.prepare(
      """
      SELECT fid, key, survey FROM \(layer)
      WHERE \(test) AND survey \(isLatest ? "=" : "<>") ? ORDER BY survey DESC, fid
      """)
    let end = "/" + key
    try statement.bindAll(
      isExact
        ? [.text(key), .integer(Int64(latest))]
        : [.integer(-Int64(end.unicodeScalars.count)), .text(end), .integer(Int64(latest))])
    var found: [ExplainError.Candidate] = []
    while try statement.step() {
      found.append(
        ExplainError.Candidate(
          row: statement.int64(0), key: statement.string(1), survey: Int(statement.int64(2)),
          isQuarantined: layer == InventorySchema.quarantined))
    }
    return found
  }

  func plot(row: Int64) throws -> StoredPlot? {
    let names = InventorySchema.columns.map(\.name).joined(separator: ", ")
    for (layer, rules) in [
      (InventorySchema.subcompartment, ""), (InventorySchema.quarantined, ", rules"),
    ] {
      let statement = try connection.prepare(
        "SELECT fid, \(names)\(rules) FROM \(layer) WHERE fid = ?")
      try statement.bind(row, at: 1)
      if try statement.step() {
        return StoredPlot(statement, isQuarantined: layer == InventorySchema.quarantined)
      }
    }
    return nil
  }

  /// The first row of a survey that takes part and has this key, as surveys are matched.
  func plot(key: String, survey: Int) throws -> StoredPlot? {
    let row = try connection.integer(
      "SELECT MIN(fid) FROM \(InventorySchema.subcompartment) WHERE survey = ? AND key = ?",
      [.integer(Int64(survey)), .text(key)])
    return try row.flatMap { try plot(row: $0) }
  }

  /// Other rows of the same survey and key that were set aside.
  func quarantinedTwins(of plot: StoredPlot) throws -> [Int64] {
    try connection.columns(
      "SELECT fid FROM \(InventorySchema.quarantined) WHERE survey = ? AND key = ? ORDER BY fid",
      [.integer(Int64(plot.survey)), .text(plot.key)], kinds: [.integer]
    ).integers(0).filter { $0 != plot.row }
  }

  func source(of plot: StoredPlot) throws -> SurveyRow.Source {
    let statement = try connection.prepare(
      "SELECT path, layer, driver, encoding, coordinates, mapping FROM source WHERE number = ?")
    try statement.bind(plot.integer("source"), at: 1)
    var source = SurveyRow.Source(
      file: "", layer: "", driver: "", row: plot.integer("source_row"), encoding: "",
      coordinates: "", mapping: "", standing: .placeUnknown, problem: "", columns: [])
    guard try statement.step() else { return source }
    source.file = statement.string(0)
    source.layer = statement.string(1)
    source.driver = statement.string(2)
    source.encoding = statement.string(3)
    source.coordinates = statement.string(4)
    source.mapping = statement.string(5)
    return source
  }

  func findings(of plot: StoredPlot) throws -> [SurveyRow.RuleFinding] {
    let statement = try connection.prepare(
      """
      SELECT rule, severity, field, value, action, detail FROM finding
      WHERE source = ? AND source_row = ? ORDER BY rowid
      """)
    try statement.bind(plot.integer("source"), at: 1)
    try statement.bind(plot.integer("source_row"), at: 2)
    var findings: [SurveyRow.RuleFinding] = []
    while try statement.step() {
      let rule = RuleListing.definition(statement.string(0))
      findings.append(
        SurveyRow.RuleFinding(
          rule: statement.string(0), chineseTitle: rule?.chineseTitle ?? statement.string(0),
          severity: statement.string(1), field: statement.string(2), value: statement.string(3),
          action: statement.string(4), detail: statement.string(5),
          chineseRemedy: rule?.chineseRemedy ?? ""))
    }
    return findings
  }

  func place(of plot: StoredPlot) throws -> SubcompartmentExplanation.Place {
    let statement = try connection.prepare(
      "SELECT name, town, county FROM village WHERE code = ?")
    try statement.bind(plot.text("village"), at: 1)
    let isKnown = try statement.step()
    return SubcompartmentExplanation.Place(
      villageCode: plot.text("village"),
      villageName: isKnown ? statement.string(0) : plot.text("village"),
      townName: isKnown ? statement.string(1) : "", countyName: isKnown ? statement.string(2) : "",
      compartment: plot.text("compartment"), number: plot.text("number"))
  }
}
