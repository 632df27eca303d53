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

  init(_ stock: StockParameters, species table: SpeciesTable) {
    let deadWood = 1 + (stock.deadWood?.share ?? 0)
    let common = stock.deadWood?.provenance.standing
    var entries: [Entry] = []
    var culms: [Entry] = []
    entries.reserveCapacity(table.species.count)
    for (number, one) in table.species.enumerated() {
      if number == Int(SpeciesTable.none) {
        entries.append(Self.without(.noSpecies))
        culms.append(Self.without(.noSpecies))
        continue
      }
      let index: Int
      let status: QuantityStatus
      var standing: Standing
      switch stock.resolve(group: one.group) {
      case .own(let position):
        index = position
        status = .computed
        standing = stock.coefficients[position].provenance.standing
      case .standIn(let position, let provenance):
        index = position
        status = .computedByStandIn
        standing = stock.coefficients[position].provenance.standing.weaker(provenance.standing)
      case .excluded:
        entries.append(Self.without(.speciesNotCounted))
        culms.append(Self.without(.speciesNotCounted))
        continue
      case .missing:
        entries.append(Self.without(.noCoefficient))
        culms.append(Self.without(.noCoefficient))
        continue
      }
      if let common { standing = standing.weaker(common) }
      let coefficient = stock.coefficients[index]
      if coefficient.isOfCulms {
        culms.append(
          Entry(
            status: status, coefficient: index, perVolume: .nan, perHectare: 0,
            standing: standing))
        entries.append(Self.without(.speciesNotCounted))
        continue
      }
      culms.append(Self.without(.noCoefficient))
      var entry = Entry(
        status: status, coefficient: index, perVolume: coefficient.carbonPerVolume * deadWood,
        perHectare: coefficient.carbonPerHectare * deadWood, standing: standing)
      if let litter = stock.litter {
        entry.standing = entry.standing.weaker(litter.provenance.standing)
        entry.aboveGround = coefficient.aboveGroundPerVolume
        // By the group whose coefficients serve, as the biomass is.
        if let function = litter.function(of: coefficient.group) {
          entry.standing = entry.standing.weaker(function.provenance.standing)
          entry.litter = entry.aboveGround * function.share(biomass: 0) * litter.carbonFraction
          entry.litterDecline = function.b
        }
      }
      entries.append(entry)
    }
    self.species = entries
    self.culms = culms
    hasCulms = !stock.culmLandClasses.isEmpty
    coefficients = stock.coefficients

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

  private static func without(_ status: QuantityStatus) -> Entry {
    Entry(
      status: status, coefficient: -1, perVolume: .nan, perHectare: .nan, standing: .unknown)
  }
}
