internal import Accounting
internal import Inventory
internal import Pipeline

/// Earlier land that no later row continues, with the stands that were on it, for the stages after
/// `quantify`.
struct LeftStands: Sendable {
  var land = LeftTable.Land()
  /// The whole stands at the earlier date; `land.area` is what is left of them.
  var stands = SubcompartmentColumns()
  /// Years from the earlier survey to the later.
  var years = 1.0

  var count: Int { land.kind.count }

  static func read(
    _ context: StageContext, _ pipeline: PipelineFile, _ quantities: borrowing QuantityReader,
    _ shelf: ResultShelf
  ) throws -> LeftStands {
    let land = try quantities.leftLand()
    guard !land.kind.isEmpty, let year = pipeline.pairedSurveys.first else { return LeftStands() }
    let inventory = try InventoryReader(
      folder: try context.upstreamFolder(StageName.ingest.rawValue))
    let fingerprint = try context.upstreamFingerprint(StageName.ingest.rawValue)
    let survey = try shelf.value(InventoryReader.part(year), of: fingerprint) {
      try inventory.survey(
        year, villages: KeyIndex(TextColumn(try inventory.villages().map(\.village.code))))
    }
    var place: [Int64: Int32] = [:]
    for (position, row) in survey.row.enumerated() { place[row] = Int32(position) }
    return LeftStands(
      land: land, stands: survey.gathering(land.earlierRow.map { place[$0] ?? -1 }),
      years: try quantities.interval() ?? 1)
  }

  /// The lost land as a pair of surveys, for the figures and bands of a method.
  func pair(species: SpeciesTable) throws -> SurveyPair {
    var lost = stands
    lost.area = land.area
    return try SurveyPair(lost: lost, species: species, years: years)
  }
}
