internal import Inventory

/// The earlier stock of a row that lay in several stands: each part's own, added up by area.
struct StandMixture {
  struct Part {
    var stock: StandStock
    /// Of the area whose stock can be told, so that all known parts make 1; 0 for the others.
    var weight: Double
    /// Of the later 小班's area.
    var share: Double
  }

  /// Less than this part of the land known of is too little to see growth by.
  static let leastKnown = 0.9
  /// More than this part of the land measured in another way, or not at all, may be all the growth.
  static let mostUnmeasured = 0.1

  let parts: [Part]
  /// Part of the covered area whose stock can be told, 0 to 1.
  let known: Double
  /// The whole as one stock. Its composition names coefficients only where all parts have the same.
  let summary: StandStock
  /// Weights of the parts that are without a stand, of constants, of trees and of bamboo.
  private(set) var bare = 0.0
  private(set) var constant = 0.0
  private(set) var trees = 0.0
  private(set) var bamboo = 0.0
  /// Status of the largest part that cannot be told.
  let obstacle: QuantityStatus

  /// - Parameter holds: whether one date's coefficients may convert the other's volumes, so that a
  ///   part with a volume and no coefficients is known.
  init(_ stocks: [(stock: StandStock, share: Double)], holds: Bool) {
    var covered = 0.0
    var told = 0.0
    for one in stocks {
      covered += one.share
      if Self.isKnown(one.stock, holds: holds) { told += one.share }
    }
    known = covered > 0 ? told / covered : 0
    parts = stocks.map { one in
      Part(
        stock: one.stock,
        weight: Self.isKnown(one.stock, holds: holds) && told > 0 ? one.share / told : 0,
        share: one.share)
    }
    obstacle =
      parts.filter { $0.weight == 0 }.max { $0.share < $1.share }?.stock.status ?? .computed
    for part in parts where part.weight > 0 {
      switch part.stock.kind {
      case .cleared, .empty: bare += part.weight
      case .constant: constant += part.weight
      case .culms: bamboo += part.weight
      case .volume, .none: trees += part.weight
      }
    }
    summary = Self.summary(
      parts, obstacle: obstacle, isOfTrees: trees >= bamboo && trees > 0, bamboo: bamboo,
      constant: constant)
  }

  private static func isKnown(_ stock: StandStock, holds: Bool) -> Bool {
    stock.kind != .none || holds && stock.hasConvertibleVolume
  }

  private static func summary(
    _ parts: [Part], obstacle: QuantityStatus, isOfTrees: Bool, bamboo: Double, constant: Double
  ) -> StandStock {
    let known = parts.filter { $0.weight > 0 }
    guard !known.isEmpty else { return .unknown(obstacle) }
    let kind: StandStock.Kind =
      isOfTrees
      ? known.contains { $0.stock.kind == .volume } ? .volume : .none
      : bamboo > 0
        ? .culms
        : constant > 0
          ? .constant : known.contains { $0.stock.kind == .empty } ? .empty : .cleared
    let measured = known.filter {
      switch kind {
      case .culms: $0.stock.kind == .culms
      case .volume, .none: $0.stock.kind == .volume || $0.stock.kind == .none
      case .empty, .cleared, .constant: false
      }
    }
    let volume = measured.reduce(0) { $0 + $1.weight * $1.stock.volume }
    var composition = StandStock.Composition.none
    if let one = measured.first?.stock.composition,
      measured.dropFirst().allSatisfy({ $0.stock.composition.hasSameCoefficients(as: one) })
    {
      composition = one
    }
    composition.status = status(measured.map(\.stock.composition.status))
    // A stand with species that no coefficients are known for is one that the other date serves.
    let all = status(known.map { $0.stock.usedStatus })
    return StandStock(
      kind: kind, status: kind == .none ? all : all.isComputed ? all : .computed,
      density: known.reduce(0) { $0 + $1.weight * $1.stock.density }, volume: volume,
      composition: composition,
      standing: known.reduce(.official) { $0.weaker($1.stock.standing) })
  }

  /// The status that tells most about how a set of parts was converted.
  private static func status(_ all: [QuantityStatus]) -> QuantityStatus {
    for one in [QuantityStatus.computedInPart, .computedByStandIn] where all.contains(one) {
      return one
    }
    return all.first { !$0.isComputed } ?? .computed
  }
}

extension GrowthKernel {
  /// The parts of a row that lay in several stands; nil for other rows.
  func mixture(row: Int) -> StandMixture? {
    let range = pair.parts.range(row)
    guard !range.isEmpty, pair.evidence[row] == .twoSurveys else { return nil }
    return StandMixture(
      range.map {
        (StandStock(survey(pair.parts.stands, firstTable, $0), firstTable), pair.parts.shares[$0])
      },
      holds: rule != .asSurveyed)
  }

  /// As `hold` for a single stand, part by part.
  func hold(_ row: inout Growth, _ mixture: StandMixture) {
    let later = row.second
    let convertible = mixture.parts.filter {
      $0.weight > 0 && $0.stock.hasConvertibleVolume
        && ($0.stock.kind == .culms) == (later.kind == .culms)
    }
    let differ = convertible.contains {
      !$0.stock.composition.hasSameCoefficients(as: later.composition)
    }
    if rule != .asSurveyed, later.hasConvertibleVolume, differ {
      let allKnown = convertible.allSatisfy { $0.stock.composition.status.isComputed }
      let laterKnown = later.composition.status.isComputed
      if laterKnown, rule == .holdLater || !allKnown {
        row.firstDensity = density(mixture, convertedBy: later.composition, kind: later.kind)
        row.standing = mixture.parts.reduce(later.standing) {
          $1.weight > 0 && !$1.stock.hasConvertibleVolume ? $0.weaker($1.stock.standing) : $0
        }
        row.held = .byLater
      } else if allKnown {
        row.secondDensity = density(later.volume, convertedBy: convertible)
        row.standing = row.first.standing
        row.held = .byEarlier
      }
    }
    // b counts for the land that bore trees at both dates and cancels there; on the rest the whole
    // of it would count as growth.
    if row.held != .byEarlier, later.kind == .volume {
      row.firstDensity += mixture.bare * later.composition.perHectare
    }
  }

  /// tC/ha of a volume by a composition.
  func density(_ composition: StandStock.Composition, volume: Double) -> Double {
    secondTable.density(composition, volume: volume)
  }

  /// The earlier density where the later date's coefficients convert what they can.
  func density(
    _ mixture: StandMixture, convertedBy composition: StandStock.Composition, kind: StandStock.Kind
  ) -> Double {
    mixture.parts.reduce(0) { sum, part in
      guard part.weight > 0 else { return sum }
      let converts =
        part.stock.hasConvertibleVolume && (part.stock.kind == .culms) == (kind == .culms)
      return sum + part.weight
        * (converts ? density(composition, volume: part.stock.volume) : part.stock.density)
    }
  }

  /// A later volume converted as the earlier stands were, each for its part of the earlier volume;
  /// the constants b are those of the earlier date.
  private func density(_ volume: Double, convertedBy parts: [StandMixture.Part]) -> Double {
    let total = parts.reduce(0) { $0 + $1.weight * $1.stock.volume }
    return parts.reduce(0) { sum, part in
      let composition = part.stock.composition
      let share = part.weight * part.stock.volume / total
      return sum + share * (density(composition, volume: volume) - composition.perHectare)
        + part.weight * composition.perHectare
    }
  }

  /// What forbids to read a gain over several stands as growth.
  func obstacle(
    _ row: Growth, age: Double, _ mixture: StandMixture
  ) -> QuantityStatus? {
    guard row.secondDensity > row.firstDensity else { return nil }
    if mixture.known < StandMixture.leastKnown { return mixture.obstacle }
    let other = row.second.kind == .culms ? mixture.trees : mixture.bamboo
    if mixture.constant + other > StandMixture.mostUnmeasured { return .growthNotMeasured }
    if mixture.bare > 0.5, row.second.kind == .volume || row.second.kind == .culms,
      !(age <= pair.years + 1)
    {
      return .newStandUnproven
    }
    return nil
  }
}
