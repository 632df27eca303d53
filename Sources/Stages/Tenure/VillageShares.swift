internal import Archive
internal import Geometry
internal import Inventory

/// The villages that the map puts a run of 小班 in.
struct VillageShares: Sendable {
  private(set) var columns: [StoredColumn]
  /// 小班 that lie mostly in another village than the one they name.
  private(set) var strayed = 0

  /// - Parameter range: the positions of the 小班 in `stands`.
  init(
    _ range: Range<Int>, _ divisions: DivisionColumns, _ stands: SubcompartmentColumns,
    _ settings: TenureSettings, _ codes: [String]
  ) {
    var rows: [Int64] = []
    var villages = TextColumn()
    var shares: [Double] = []
    for (place, position) in range.enumerated() {
      let pieces = divisions.villages[place]
      let area = divisions.area[place]
      for piece in pieces
      where piece.area >= settings.sliverShare * area
        && piece.area / 10_000 >= min(settings.sliverHectares, area / 20_000)
      {
        rows.append(stands.row[position])
        villages.append(codes[piece.row])
        shares.append(min(1, piece.area / area))
      }
      if let most = pieces.max(by: { $0.area < $1.area }), 2 * most.area > area,
        stands.village[position] >= 0, Int(stands.village[position]) != most.row
      {
        strayed += 1
      }
    }
    columns = [.integer(rows), .text(ByteColumn(villages)), .real(shares)]
  }
}
