internal import Inventory

/// The coefficients of one parameter file, folded for the species numbers of one survey and for
/// the 地类, so that the kernel only looks numbers up.
struct StockTable: Sendable {
  /// What is known of a species before any volume is seen.
  struct Entry: Sendable {
    /// `.computed`, `.computedByStandIn`, or why its volume cannot be converted.
    var status: QuantityStatus
    /// Position in `StockParameters.coefficients`; -1 for none.
    var coefficient: Int
    /// tC/m³
    var perVolume: Double
    /// tC/ha of stand
    var perHectare: Double
    var standing: Standing
    /// t d.m. above ground for each m³; only looked at where there is litter.
    var aboveGround = 0.0
    /// Litter of one m³ in a stand of no biomass, tC/m³, and how it falls with biomass, ha/t.
    var litter = 0.0
    var litterDecline = 0.0
    /// Whether the numbers above do not tell the carbon of a volume, so that `density(_:volume:)` has
    /// to be asked.
    var isCurved = false
  }

  /// What is done with a 地类.
  enum Role: Sendable {
    case unknown
    case notCounted
    case cleared
    case constant(Double, Standing)
    case volume
    case culms
  }

  let species: [Entry]
  /// The same species as bamboo; `perVolume` is for the caller to set, by `coefficient`.
  let culms: [Entry]
  let hasCulms: Bool
  let coefficients: [StockCoefficient]
  let roles: [Role]
  /// Whether any species' carbon is no straight line of volume.
  let isCurved: Bool
  private let litter: Litter?
  /// 1 + the share of dead wood, by coefficient.
  private let deadWood: [Double]

  /// By 起源 and 龄组 too, where the file has entries for some of them only; empty otherwise.
  private let qualified: [Entry]

  /// Whether a row's 起源 and 龄组 matter, so that `species` alone is not enough.
  var isQualified: Bool { !qualified.isEmpty }

  init(_ stock: StockParameters, species table: SpeciesTable) {
    var entries: [Entry] = []
    var culms: [Entry] = []
    var qualified: [Entry] = []
    entries.reserveCapacity(table.species.count)
    for (number, one) in table.species.enumerated() {
      let isNone = number == Int(SpeciesTable.none)
      let resolution = stock.resolve(group: one.group)
      entries.append(isNone ? Self.without(.noSpecies) : Self.ofVolume(resolution, stock))
      culms.append(isNone ? Self.without(.noSpecies) : Self.ofCulms(resolution, stock))
      guard stock.isQualified else { continue }
      for origin in Origin.allCases {
        for ageGroup in AgeGroup.allCases {
          qualified.append(
            isNone
              ? Self.without(.noSpecies)
              : Self.ofVolume(
                stock.resolve(group: one.group, origin: origin, ageGroup: ageGroup), stock))
        }
      }
    }
    species = entries
    self.culms = culms
    self.qualified = qualified
    hasCulms = !stock.culmLandClasses.isEmpty
    coefficients = stock.coefficients
    litter = stock.litter
    deadWood = stock.coefficients.map { 1 + (stock.deadWood?.share(of: $0.group) ?? 0) }
    isCurved = entries.contains(where: \.isCurved) || qualified.contains(where: \.isCurved)

    var roles = [Role](repeating: .notCounted, count: LandClass.allCases.count)
    for landClass in stock.clearedLandClasses { roles[landClass.ordinal] = .cleared }
    for constant in stock.landClassStocks {
      roles[constant.landClass.ordinal] = .constant(constant.carbon, constant.provenance.standing)
    }
    for landClass in stock.landClasses { roles[landClass.ordinal] = .volume }
    for landClass in stock.culmLandClasses { roles[landClass.ordinal] = .culms }
    roles[LandClass.unknown.ordinal] = .unknown
    self.roles = roles
  }

  /// What is known of a species in a stand.
  func entry(_ species: UInt16, _ origin: Origin, _ ageGroup: AgeGroup) -> Entry {
    guard isQualified else { return self.species[Int(species)] }
    let place = Int(species) * Origin.allCases.count + Int(origin.ordinal)
    return qualified[place * AgeGroup.allCases.count + Int(ageGroup.ordinal)]
  }

  /// tC/ha of a volume, trees, dead wood and litter.
  func density(_ composition: StandStock.Composition, volume: Double) -> Double {
    guard composition.isCurved else { return composition.density(volume: volume) }
    let parts = carbon(composition, volume: volume)
    return parts.first + parts.second
  }

  /// tC for each hectare that bears any volume, dead wood with it.
  func constant(_ index: Int) -> Double { coefficients[index].carbonPerHectare * deadWood[index] }

  /// The same by species.
  ///
  /// Each species is taken to cover the share of the area that it has of the volume, there with the
  /// volume of the whole stand.
  func carbon(
    _ composition: StandStock.Composition, volume: Double
  ) -> (first: Double, second: Double) {
    func part(_ index: Int, _ share: Double) -> (wood: Double, biomass: Double) {
      guard index >= 0, share > 0 else { return (0, 0) }
      let coefficient = coefficients[index]
      return (
        share * coefficient.carbon(volume: volume) * deadWood[index],
        share * coefficient.biomass(volume: volume)
      )
    }
    let one = part(composition.first, 1 - composition.secondShare)
    let two = part(composition.second, composition.secondShare)
    guard let litter else { return (one.wood, two.wood) }
    let biomass = one.biomass + two.biomass
    func fallen(_ index: Int, _ own: Double) -> Double {
      guard index >= 0, let function = litter.function(of: coefficients[index].group) else {
        return 0
      }
      return own * function.share(biomass: biomass) * litter.carbonFraction
    }
    return (
      one.wood + fallen(composition.first, one.biomass),
      two.wood + fallen(composition.second, two.biomass)
    )
  }

  private static func ofVolume(_ resolution: GroupResolution, _ stock: StockParameters) -> Entry {
    guard var entry = converted(resolution, stock) else { return without(status(resolution)) }
    let coefficient = stock.coefficients[entry.coefficient]
    guard !coefficient.isOfCulms else { return without(.speciesNotCounted) }
    let deadWood = 1 + (stock.deadWood?.share(of: coefficient.group) ?? 0)
    if let own = stock.deadWood?.provenance(of: coefficient.group).standing {
      entry.standing = entry.standing.weaker(own)
    }
    entry.isCurved =
      coefficient.isCurved || stock.litter != nil && coefficient.aboveGroundPerVolume.isNaN
    entry.perVolume = coefficient.carbonPerVolume * deadWood
    entry.perHectare = coefficient.carbonPerHectare * deadWood
    guard let litter = stock.litter else { return entry }
    entry.standing = entry.standing.weaker(litter.provenance.standing)
    entry.aboveGround = coefficient.aboveGroundPerVolume
    // By the group whose coefficients serve, as the biomass is.
    if let function = litter.function(of: coefficient.group) {
      entry.standing = entry.standing.weaker(function.provenance.standing)
      if entry.isCurved { return entry }
      entry.litter = entry.aboveGround * function.share(biomass: 0) * litter.carbonFraction
      entry.litterDecline = function.b
    }
    return entry
  }

  /// The carbon of one culm is left to the row, whose diameter it may go by.
  private static func ofCulms(_ resolution: GroupResolution, _ stock: StockParameters) -> Entry {
    guard var entry = converted(resolution, stock) else { return without(status(resolution)) }
    guard stock.coefficients[entry.coefficient].isOfCulms else { return without(.noCoefficient) }
    entry.perHectare = 0
    return entry
  }

  private static func converted(
    _ resolution: GroupResolution, _ stock: StockParameters
  ) -> Entry? {
    switch resolution {
    case .own(let index):
      Entry(
        status: .computed, coefficient: index, perVolume: .nan, perHectare: .nan,
        standing: stock.coefficients[index].provenance.standing)
    case .standIn(let index, let provenance):
      Entry(
        status: .computedByStandIn, coefficient: index, perVolume: .nan, perHectare: .nan,
        standing: stock.coefficients[index].provenance.standing.weaker(provenance.standing))
    case .excluded, .missing: nil
    }
  }

  private static func status(_ resolution: GroupResolution) -> QuantityStatus {
    resolution == .excluded ? .speciesNotCounted : .noCoefficient
  }

  private static func without(_ status: QuantityStatus) -> Entry {
    Entry(
      status: status, coefficient: -1, perVolume: .nan, perHectare: .nan, standing: .unknown)
  }
}
