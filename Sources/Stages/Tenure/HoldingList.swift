internal import Geometry
internal import Inventory
internal import Tenure

/// Who holds how much in which village, as the scan for enclosure of resources (圈占资源) takes it.
enum HoldingList {
  /// Polygons count by their area within the 小班 of a village; records without a polygon by the
  /// certified area, in the village of the first 小班 that their text names. Co-holders share
  /// equally unless their shares are printed.
  static func holdings(
    stands: SubcompartmentColumns, divisions: [OverlayWorker.Division], claims: ClaimColumns,
    evidence: TenureEvidence
  ) -> [Holding] {
    struct Place: Hashable {
      var parcel: Int32
      var village: Int32
    }
    var areas: [Place: Double] = [:]
    var placed = Set<Int32>()
    for claim in 0..<claims.count {
      let row = Int(claims.subcompartment[claim])
      let parcel = claims.parcel[claim]
      let village = stands.village[row]
      guard village >= 0 else { continue }
      let place = Place(parcel: parcel, village: village)
      if claims.evidence[claim] == .spatial {
        areas[place, default: 0] += claims.share[claim] * divisions[row].area / 10_000
      } else if !evidence.parcels.hasPolygon[Int(parcel)], placed.insert(parcel).inserted {
        let area = evidence.parcels.area[Int(parcel)]
        areas[place, default: 0] += area.isFinite ? area : 0
      }
    }
    let places = areas.keys.sorted { ($0.parcel, $0.village) < ($1.parcel, $1.village) }
    return places.flatMap { place -> [Holding] in
      let record = evidence.records[Int(place.parcel)]
      let (_, leading) = record.rights.leading()
      let equal = 1 / Double(max(1, leading.holders.count))
      return leading.holders.map { holder in
        Holding(
          holder: holder.name, type: holder.type, village: place.village,
          area: (areas[place] ?? 0) * (holder.share ?? equal), since: record.registrationDate)
      }
    }
  }
}
