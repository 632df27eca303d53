internal import Archive
internal import Inventory

/// What is found about a run of 小班, ready to be stored.
struct TenureChunk: Sendable {
  /// What a parcel has in a village.
  struct Place: Hashable, Comparable {
    var parcel: Int32
    var village: Int32

    static func < (one: Place, other: Place) -> Bool {
      (one.parcel, one.village) < (other.parcel, other.village)
    }
  }

  struct Counts: Sendable {
    var subcompartments = 0
    var claims = 0
    var disagreements = 0
    /// 小班 with claims of different holders on one spot, and the area of these spots, ha.
    var contested = 0
    var contestedArea = 0.0
    /// Pairs of 小班 on the same land, and the area of it, ha.
    var overlaps = 0
    var overlapArea = 0.0
    var slivers = 0
    /// ha
    var sliverArea = 0.0
    /// Entries of credited land, and those for years outside the crediting periods.
    var credited = 0
    var creditedOtherwise = 0
    /// 小班 that lie mostly in another village than the one they name.
    var strayed = 0

    mutating func add(_ other: Counts) {
      subcompartments += other.subcompartments
      claims += other.claims
      disagreements += other.disagreements
      contested += other.contested
      contestedArea += other.contestedArea
      slivers += other.slivers
      sliverArea += other.sliverArea
      credited += other.credited
      creditedOtherwise += other.creditedOtherwise
      strayed += other.strayed
    }
  }

  var claims: [StoredColumn]
  var titles: [StoredColumn]
  var burdens: [StoredColumn]
  var villageShares: [StoredColumn]
  var ledger: CreditLedger
  /// Texts that disagree with the map.
  var disagreements: [Finding]
  /// Claims on one spot.
  var spots: [Finding]
  /// ha of parcels on the map by village, ascending by place.
  var holdings: [(place: Place, area: Double)]
  /// Where parcels of lists were named, in row order.
  var namedPlaces: [Place]
  /// Parcels that texts of some 小班 name, or that name them.
  var namedParcels: Set<Int32>
  /// Whether 小班 under parcels have the numbers that the parcels print.
  var labels: [ParcelLabels.Sight]
  var counts: Counts
}
