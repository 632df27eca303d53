internal import Inventory
internal import Tenure

/// Who holds how much in which village, as the scan for enclosure of resources (圈占资源) takes it.
///
/// Polygons count by their area within the 小班 of a village, exclusion zones included; records
/// without a polygon by the certified area, in the village of the first 小班 that their text names.
struct HoldingTally: Sendable {
  /// ha
  private var areas: [TenureChunk.Place: Double] = [:]
  /// Where each record without a polygon was named first.
  private var named: [Int32: Int32] = [:]
  /// Records that name some 小班, whatever its village.
  private(set) var namedParcels = Set<Int32>()

  /// Takes the runs of 小班 in order.
  mutating func add(_ chunk: TenureChunk) {
    for one in chunk.holdings { areas[one.place, default: 0] += one.area }
    namedParcels.formUnion(chunk.namedParcels)
    for place in chunk.namedPlaces where named[place.parcel] == nil {
      named[place.parcel] = place.village
    }
  }

  /// Co-holders share equally unless their shares are printed.
  func holdings(_ parcels: TenureParcelColumns) -> [Holding] {
    var areas = areas
    for (parcel, village) in named {
      let area = parcels.area[Int(parcel)]
      areas[TenureChunk.Place(parcel: parcel, village: village)] = area.isFinite ? area : 0
    }
    return areas.keys.sorted().flatMap { place -> [Holding] in
      let parcel = Int(place.parcel)
      let leading = parcels.leading[parcel]
      let equal = 1 / Double(max(1, leading.holders.count))
      return leading.holders.map { holder in
        Holding(
          holder: holder.identity, type: holder.type, village: place.village,
          area: (areas[place] ?? 0) * (holder.share ?? equal),
          since: parcels.registrationDate[parcel])
      }
    }
  }
}
