internal import Glibc
internal import Inventory

/// The stock of one stand at one date and how it was got.
struct StandStock {
  /// Where the density comes from.
  enum Kind {
    /// From a volume above zero.
    case volume
    /// From a number of bamboo culms above zero.
    case culms
    /// A counted 地类 whose recorded volume is zero.
    case empty
    /// A 地类 that bears no stand.
    case cleared
    /// A constant of the 地类.
    case constant
    /// Cannot be told; `status` says why.
    case none
  }

  var kind: Kind
  var status: QuantityStatus
  /// tC/ha; NaN if it cannot be told. Below zero where B = aV + b does not reach down to the volume:
  /// no stock, but its difference from another by the same a and b is right.
  var density: Double
  /// m³/ha of all species; of bamboo culms per hectare.
  var volume: Double
  var composition: Composition
  var standing: Standing

  /// The coefficients of a stand of one or two species, mixed by their own volumes.
  ///
  /// Each species is taken to cover the share of the area that it has of the volume, so that in
  /// B = aV + b the constant b is counted once for a stand and not once for each species.
  struct Composition {
    var status: QuantityStatus
    /// Positions in `StockParameters.coefficients`; -1 for none.
    var first: Int
    var second: Int
    /// Part of the volume that is of the second species, 0 to 1.
    var secondShare: Double
    /// tC/m³, or tC for each culm.
    var perVolume: Double
    var perHectare: Double
    var standing: Standing
    /// t d.m. above ground for each m³, and the litter of each species as in `StockTable.Entry`.
    var aboveGround = 0.0
    var litter = 0.0
    var litterDecline = 0.0
    var secondLitter = 0.0
    var secondLitterDecline = 0.0
    /// Whether `StockTable.density(_:volume:)` has to be asked.
    var isCurved = false

    static let none = Composition(
      status: .noSpecies, first: -1, second: -1, secondShare: 0, perVolume: .nan,
      perHectare: .nan, standing: .unknown)

    /// Whether the second species has no coefficients and its volume is left out.
    var leavesOut: Bool { second < 0 && secondShare > 0 }

    /// Whether both are converted by the same set of coefficients, in any order. What one date
    /// leaves out would look like growth or loss, so such a date is never the same as another.
    func hasSameCoefficients(as other: Composition) -> Bool {
      if leavesOut || other.leavesOut { return false }
      return (first == other.first && second == other.second)
        || (first == other.second && second == other.first)
    }

    func density(volume: Double) -> Double {
      let density = perVolume * volume + perHectare
      return litter == 0 && secondLitter == 0 ? density : density + litter(volume: volume)
    }

    /// tC/ha of litter.
    func litter(volume: Double) -> Double {
      let biomass = aboveGround * volume
      return volume
        * (litter * exp(litterDecline * biomass) + secondLitter * exp(secondLitterDecline * biomass))
    }
  }

  /// Whether there is a volume that the coefficients of another date could convert.
  var hasConvertibleVolume: Bool {
    switch status {
    case .computed, .computedByStandIn, .computedInPart: kind == .volume || kind == .culms
    case .noSpecies, .noCoefficient: volume > 0
    case .routeNotApplicable: kind == .volume
    default: false
    }
  }

  /// How its coefficients were found, where it has any.
  var usedStatus: QuantityStatus {
    kind == .volume || kind == .culms ? composition.status : status
  }

  /// A stand that has gone.
  static let nothing = StandStock(
    kind: .cleared, status: .computed, density: 0, volume: 0, composition: .none,
    standing: .official)

  static func unknown(_ status: QuantityStatus, volume: Double = .nan) -> StandStock {
    StandStock(
      kind: .none, status: status, density: .nan, volume: volume, composition: .none,
      standing: .unknown)
  }

  /// The stock of one row of one survey.
  ///
  /// A second species without a volume of its own is left to the dominant one, as 优势树种
  /// statistics do. A volume of zero is believed of young stands only, whose trees are below the
  /// tally diameter of 5 cm: in a table it cannot be told from a number never filled in.
  @inline(__always)
  init(_ survey: GrowthKernel.Survey, _ table: StockTable) {
    let volume = survey.volume
    switch survey.role {
    case .unknown:
      self = .unknown(.landClassUnknown)
      return
    case .notCounted:
      self = .unknown(.landClassNotCounted)
      return
    case .cleared:
      self = StandStock(
        kind: .cleared, status: .computed, density: 0, volume: 0, composition: .none,
        standing: .official)
      return
    case .constant(let density, let standing):
      self = StandStock(
        kind: .constant, status: .computed, density: density, volume: .nan, composition: .none,
        standing: standing)
      return
    case .culms:
      self.init(culms: survey)
      return
    case .volume: break
    }
    guard volume >= 0, volume.isFinite else {
      self = .unknown(.noVolume)
      return
    }
    guard survey.dominant.status != .speciesNotCounted else {
      self = .unknown(.speciesNotCounted, volume: volume)
      return
    }
    guard volume > 0 else {
      guard Self.isYoung(survey) else {
        self = .unknown(.noVolume)
        return
      }
      self = StandStock(
        kind: .empty, status: .computed, density: 0, volume: 0, composition: .none,
        standing: .official)
      return
    }
    let composition = Self.composition(survey)
    guard composition.status.isComputed else {
      self = .unknown(composition.status, volume: volume)
      return
    }
    let density = table.density(composition, volume: volume)
    // Below the volumes of B = aV + b the density serves for differences only.
    guard density >= 0 else {
      self = StandStock(
        kind: .volume, status: .routeNotApplicable, density: density, volume: volume,
        composition: composition, standing: composition.standing)
      return
    }
    self = StandStock(
      kind: .volume, status: composition.status, density: density, volume: volume,
      composition: composition, standing: composition.standing)
  }

  /// The stock of bamboo, C = N·k: `volume` holds culms per hectare, `dominant.perVolume` the carbon
  /// of one. A 竹林 without culms, or without the diameter that their mass goes by, cannot be told:
  /// in a table a zero cannot be told from a number never filled in.
  private init(culms survey: GrowthKernel.Survey) {
    let entry = survey.dominant
    guard entry.status.isComputed else {
      self = .unknown(entry.status)
      return
    }
    guard survey.volume > 0, survey.volume.isFinite, entry.perVolume > 0 else {
      self = .unknown(.noCulms)
      return
    }
    let composition = Composition(
      status: entry.status, first: entry.coefficient, second: -1, secondShare: 0,
      perVolume: entry.perVolume, perHectare: 0, standing: entry.standing)
    self = StandStock(
      kind: .culms, status: entry.status, density: composition.density(volume: survey.volume),
      volume: survey.volume, composition: composition, standing: entry.standing)
  }

  init(
    kind: Kind, status: QuantityStatus, density: Double, volume: Double, composition: Composition,
    standing: Standing
  ) {
    self.kind = kind
    self.status = status
    self.density = density
    self.volume = volume
    self.composition = composition
    self.standing = standing
  }

  /// 10 years is the upper bound of 幼龄林 in plantations of 杉木 and 马尾松.
  private static func isYoung(_ survey: GrowthKernel.Survey) -> Bool {
    switch survey.ageGroup {
    case .young: true
    case .unknown, .middle, .nearMature, .mature, .overMature: survey.age > 0 && survey.age <= 10
    }
  }

  @inline(__always)
  private static func composition(_ survey: GrowthKernel.Survey) -> Composition {
    let volume = survey.volume
    let secondVolume = survey.secondVolume
    let one = survey.dominant
    guard secondVolume > 0 else {
      return Composition(
        status: one.status, first: one.coefficient, second: -1, secondShare: 0,
        perVolume: one.perVolume, perHectare: one.perHectare, standing: one.standing,
        aboveGround: one.aboveGround, litter: one.litter, litterDecline: one.litterDecline,
        isCurved: one.isCurved)
    }
    // Surveys print both volumes rounded; a hair more than the whole is the whole.
    guard secondVolume <= volume * 1.001 else { return failed(.volumeInconsistent) }
    let two = survey.second
    guard one.status.isComputed else { return failed(one.status) }
    let share = min(secondVolume / volume, 1)
    // A few m³ of a species without coefficients are no reason to lose sight of the stand, and none
    // to credit them as another species.
    guard two.status.isComputed else {
      guard share < 1 else { return failed(two.status) }
      return Composition(
        status: .computedInPart, first: one.coefficient, second: -1, secondShare: share,
        perVolume: (1 - share) * one.perVolume, perHectare: (1 - share) * one.perHectare,
        standing: one.standing, aboveGround: (1 - share) * one.aboveGround,
        litter: (1 - share) * one.litter, litterDecline: one.litterDecline,
        isCurved: one.isCurved)
    }
    return Composition(
      status: one.status == .computed ? two.status : one.status,
      first: one.coefficient, second: two.coefficient, secondShare: share,
      perVolume: (1 - share) * one.perVolume + share * two.perVolume,
      perHectare: (1 - share) * one.perHectare + share * two.perHectare,
      standing: one.standing.weaker(two.standing),
      aboveGround: (1 - share) * one.aboveGround + share * two.aboveGround,
      litter: (1 - share) * one.litter, litterDecline: one.litterDecline,
      secondLitter: share * two.litter, secondLitterDecline: two.litterDecline,
      isCurved: one.isCurved || two.isCurved)
  }

  private static func failed(_ status: QuantityStatus) -> Composition {
    var composition = Composition.none
    composition.status = status
    return composition
  }
}
