internal import Inventory
internal import Pipeline

/// The 小班 of the latest survey with the villages they belong to: what stages after `ingest`
/// work on.
struct LatestSurvey: Sendable {
  var year: Int
  /// The survey before the latest that growth is measured from, if there is one.
  var earlierYear: Int?
  /// By code; `stands.village` is a position in it.
  var villages: [VillageRegister.Entry]
  var stands: SubcompartmentColumns

  static func read(_ context: StageContext, _ shelf: ResultShelf = ResultShelf()) throws
    -> LatestSurvey
  {
    let folder = try context.upstreamFolder(StageName.ingest.rawValue)
    let reader = try InventoryReader(folder: folder)
    let villages = try reader.villages()
    let surveys = try reader.surveys()
    guard let year = surveys.last else {
      return LatestSurvey(year: 0, villages: villages, stands: SubcompartmentColumns())
    }
    let fingerprint = try context.upstreamFingerprint(StageName.ingest.rawValue)
    return LatestSurvey(
      year: year, earlierYear: surveys.count > 1 ? surveys.first : nil, villages: villages,
      stands: try shelf.value(InventoryReader.part(year), of: fingerprint) {
        try reader.survey(
          year, villages: KeyIndex(TextColumn(villages.map(\.village.code))))
      })
  }
}
