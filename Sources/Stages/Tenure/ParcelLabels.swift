internal import Inventory
internal import Tenure

/// Compares the 林班 and 小班 that parcels of the map print with those of the 小班 that they lie on. A
/// parcel may lie on several: one of them is enough.
struct ParcelLabels: Sendable {
  /// A parcel on one 小班.
  struct Sight: Sendable {
    var parcel: Int32
    /// Whether the 小班 is the one that the parcel prints.
    var agrees: Bool
    /// m²
    var area: Double
    /// Position of the 小班.
    var position: Int32
  }

  private struct Found {
    var agrees = false
    var area = 0.0
    var position: Int32 = -1
  }

  private var found: [Int32: Found] = [:]

  /// Takes the runs of 小班 in order.
  mutating func add(_ sights: [Sight]) {
    for sight in sights {
      var one = found[sight.parcel] ?? Found()
      one.agrees = one.agrees || sight.agrees
      if sight.area > one.area {
        one.area = sight.area
        one.position = sight.position
      }
      found[sight.parcel] = one
    }
  }

  /// Parcels none of whose 小班 is the one that they print, with the 小班 that they have most of.
  var disagreeing: [(parcel: Int, position: Int)] {
    found.filter { !$0.value.agrees }.map { (Int($0.key), Int($0.value.position)) }
      .sorted { $0.parcel < $1.parcel }
  }

  /// Nil where the parcel prints nothing to compare.
  static func agrees(
    _ parcel: Int, _ parcels: TenureParcelColumns, _ labels: SubcompartmentLabels, row: Int
  ) -> Bool? {
    let number = parcels.subcompartment[parcel]
    guard !number.isEmpty, row < labels.count else { return nil }
    func differ(_ one: String, _ other: String) -> Bool {
      !one.isEmpty && !other.isEmpty && one != other
    }
    return !differ(number, labels.subcompartment[row])
      && !differ(parcels.compartment[parcel], labels.compartment[row])
      && !differ(LabelKey.village(parcels.village[parcel]), labels.village[row])
  }
}
