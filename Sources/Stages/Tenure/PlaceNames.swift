internal import Inventory
internal import Tenure

/// The 小班 of the latest survey by what sources without polygons call them. Read only where such a
/// source is there.
struct PlaceNames {
  let folder: String
  let year: Int
  let stands: SubcompartmentColumns
  /// Code and name by position.
  let villages: [(code: String, name: String)]

  func place(_ land: inout CreditedLand, periods: [ClosedRange<Int>]) throws {
    let labels = try InventoryReader(folder: folder).labels(
      year, rows: 0...Int64.max, villageNames: [:])
    CreditedPlacer(stands, labels, villages: villages).place(&land, periods: periods)
  }
}
