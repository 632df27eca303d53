internal import Geometry
internal import Inventory

/// The earlier state of one later 小班, put together from the earlier polygons under it.
struct OverlayState: Sendable, Equatable {
  /// A part of the later 小班.
  struct Part: Sendable, Equatable {
    /// Row of the earlier survey.
    var row: Int32
    /// Part of the later polygon's area, 0 to 1.
    var share: Double
  }

  /// In the order of earlier rows; without slivers.
  var parts: [Part]
  /// Parts too small to be more than lines drawn twice.
  var slivers: [Part]
  /// Part of the later polygon that earlier polygons cover, 0 to 1.
  var coverage: Double
  /// The mean of the parts, for tables; what a method makes of them it makes of each.
  var landClass: LandClass
  /// The earlier row of the largest part: origin, age and whatever cannot be averaged are its.
  var largest: Int32
  var species: UInt16
  var secondSpecies: UInt16
  /// m³/ha over the whole of the covered area.
  var volume: Double
  var secondVolume: Double
  /// Culms per hectare over the whole of the covered area, and their diameter.
  var stems: Double
  var diameter: Double

  /// 地类 without a stand, whose volume is nothing even where the table leaves it empty.
  static let bare: [LandClass] = [
    .cutover, .burned, .otherUnstocked, .plantable, .nonForest, .nursery, .auxiliary,
  ]
  /// 地类 that methods count by other things than volume, or not at all.
  private static let withoutVolume: [LandClass] = [
    .designatedShrub, .otherShrub, .economicForest, .youngPlantation, .closedHillside,
  ]

  /// Nil where less than `coverage` of the 小班 is known of: earlier polygons do not reach, or the
  /// stock of those that do was not recorded.
  init?(
    shares: [OverlayShare], area: Double, earlier: SubcompartmentColumns, coverage least: Double,
    sliver: Double
  ) {
    guard area > 0 else { return nil }
    let all = shares.map { Part(row: Int32($0.row), share: $0.area / area) }
    parts = all.filter { $0.share >= sliver }
    slivers = all.filter { $0.share < sliver }
    // Earlier polygons that overlap each other count for more than the area; a band of the
    // survey's own topology errors is nothing to refuse a stand for.
    coverage = parts.reduce(0) { $0 + $1.share }
    guard coverage >= least, coverage <= 2 - least,
      let largest = parts.max(by: { ($0.share, $1.row) < ($1.share, $0.row) })
    else { return nil }
    self.largest = largest.row
    let place = Int(largest.row)
    landClass = earlier.landClass[place]
    species = earlier.species[place]
    secondSpecies = earlier.secondSpecies[place]
    volume = earlier.volume[place]
    secondVolume = earlier.secondVolume[place]
    stems = earlier.stems[place]
    diameter = earlier.diameter[place]
    guard parts.count > 1 else { return }
    let recorded = parts.reduce(0) {
      $0 + (Self.isRecorded(earlier, Int($1.row)) ? $1.share : 0)
    }
    guard recorded >= least * coverage else { return nil }
    mix(earlier)
  }

  /// Whether the earlier survey says what stood in a row.
  private static func isRecorded(_ earlier: SubcompartmentColumns, _ row: Int) -> Bool {
    let landClass = earlier.landClass[row]
    if landClass == .bambooForest, earlier.stems[row] > 0 { return true }
    return bare.contains(landClass) || withoutVolume.contains(landClass)
      || earlier.volume[row] >= 0 && landClass != .unknown && landClass != .bambooForest
  }

  /// Averages volumes and culms by area.
  private mutating func mix(_ earlier: SubcompartmentColumns) {
    var known = 0.0
    var wood = 0.0
    var stocked: (share: Double, row: Int)?
    var bySpecies: [UInt16: Double] = [:]
    var culms = 0.0
    var thickness = 0.0
    for part in parts {
      let row = Int(part.row)
      guard Self.isRecorded(earlier, row) else { continue }
      known += part.share
      if earlier.landClass[row] == .bambooForest, earlier.stems[row] > 0 {
        culms += part.share * earlier.stems[row]
        thickness += part.share * earlier.stems[row] * earlier.diameter[row]
      }
      let measured = earlier.volume[row]
      guard !Self.bare.contains(earlier.landClass[row]), measured > 0 else { continue }
      wood += part.share * measured
      if part.share > stocked?.share ?? 0 { stocked = (part.share, row) }
      let second = earlier.secondVolume[row]
      let ofSecond =
        earlier.secondSpecies[row] != SpeciesTable.none && second > 0 ? min(second, measured) : 0
      bySpecies[earlier.species[row], default: 0] += part.share * (measured - ofSecond)
      if ofSecond > 0 {
        bySpecies[earlier.secondSpecies[row], default: 0] += part.share * ofSecond
      }
    }
    volume = wood / known
    secondSpecies = SpeciesTable.none
    secondVolume = .nan
    if culms > 0 {
      stems = culms / known
      diameter = thickness / culms
    }
    // Where any of it bore trees they must be seen, or their felling would be missed.
    guard let stocked else { return }
    landClass = earlier.landClass[stocked.row]
    let order = bySpecies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    species = order[0].key
    if order.count > 1 {
      secondSpecies = order[1].key
      secondVolume = order[1].value / known
    }
  }
}
