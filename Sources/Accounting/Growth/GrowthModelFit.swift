internal import Glibc
public import Inventory

/// Guide curves fitted on the user's own inventory, one set for each species group and origin.
///
/// Stands of different ages at one date take the place of one stand at different dates (space for
/// time). Sites and past cutting differ between young and old stands, so the curve only guides the
/// rate of growth and its error belongs into the band of the result. The median volume of each age
/// class is fitted, so that neither mistyped volumes nor understocked stands bend the curve.
public struct GrowthModelFit: Sendable, Equatable {
  /// By group (UTF-8 order) and origin: planted, natural, all together.
  public let strata: [StratumFit]

  /// - Parameters:
  ///   - stands: one survey.
  ///   - species: names of its species numbers.
  ///   - settings: classes and how many stands a curve needs.
  ///   - landClasses: stands to be used; others have no age and volume that go together.
  public init(
    stands: SubcompartmentColumns, species: SpeciesTable, settings: GrowthSettings = .init(),
    landClasses: [LandClass] = [.arborForest]
  ) {
    let groups = Set(species.species.map(\.group)).filter { !$0.isEmpty }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    var numbers: [String: Int] = [:]
    for (number, group) in groups.enumerated() { numbers[group] = number }
    let groupOf = species.species.map { numbers[$0.group] ?? -1 }
    // Three lists for each group, in the order of `origins`.
    var samples = [[Sample]](repeating: [], count: 3 * groups.count)
    for row in 0..<stands.count where landClasses.contains(stands.landClass[row]) {
      let group = groupOf[Int(stands.species[row])]
      let age = stands.age[row]
      let volume = stands.volume[row]
      guard group >= 0, age > 0, age.isFinite, volume > 0, volume.isFinite else { continue }
      let sample = Sample(age: age, logVolume: log(volume))
      switch stands.origin[row] {
      case .planted: samples[3 * group].append(sample)
      case .natural: samples[3 * group + 1].append(sample)
      case .unknown: break
      }
      samples[3 * group + 2].append(sample)
    }
    var strata: [StratumFit] = []
    for (place, list) in samples.enumerated() where !list.isEmpty {
      strata.append(
        Self.fit(
          list, group: groups[place / 3], origin: Self.origins[place % 3], settings: settings))
    }
    self.strata = strata
  }

  /// The stratum with curves that serves a stand: its own, or its group with all origins together.
  public func stratum(group: String, origin: Origin) -> StratumFit? {
    func find(_ origin: Origin) -> StratumFit? {
      strata.first { $0.group == group && $0.origin == origin && !$0.curves.isEmpty }
    }
    return find(origin) ?? find(.unknown)
  }

  struct Sample {
    var age: Double
    var logVolume: Double
  }

  private static let origins: [Origin] = [.planted, .natural, .unknown]

  private static func fit(
    _ samples: [Sample], group: String, origin: Origin, settings: GrowthSettings
  ) -> StratumFit {
    var result = StratumFit(group: group, origin: origin, stands: samples.count, curves: [])
    guard samples.count >= settings.minimumStands else {
      result.failure = .tooFewStands
      return result
    }
    let classes = AgeClass.classes(samples, settings: settings)
    guard classes.count >= settings.minimumClasses else {
      result.failure = .tooFewClasses
      return result
    }
    let curves = [schumacher(classes), richards(classes)].compactMap { $0 }
    result.curves = curves.map {
      FittedCurve(curve: $0.curve, statistics: statistics($0, classes: classes))
    }
    // The first of two equal ones stays first.
    if result.curves.count == 2,
      result.curves[1].statistics.robustR1 > result.curves[0].statistics.robustR1
    {
      result.curves.swapAt(0, 1)
    }
    if result.curves.isEmpty { result.failure = .noGrowth }
    return result
  }

  private struct Candidate {
    var curve: GrowthCurve
    /// Weighted mean distance of the class medians in ln V.
    var distance: Double
  }

  /// ln V = ln a − b/A.
  private static func schumacher(_ classes: [AgeClass]) -> Candidate? {
    let points = classes.map {
      RobustLine.Point(x: 1 / $0.age, y: $0.logVolume, weight: $0.weight)
    }
    guard let line = RobustLine(points), line.slope < 0 else { return nil }
    return Candidate(
      curve: GrowthCurve(.schumacher(a: exp(line.level), b: -line.slope)),
      distance: line.distance(points))
  }

  /// ln V = ln a + c·ln(1 − exp(−k·A)): a line for each k, of which the nearest is taken.
  private static func richards(_ classes: [AgeClass]) -> Candidate? {
    func candidate(_ logRate: Double) -> Candidate? {
      let rate = exp(logRate)
      let points = classes.map {
        RobustLine.Point(x: log(1 - exp(-rate * $0.age)), y: $0.logVolume, weight: $0.weight)
      }
      // An exponent beyond 20 is a curve that has not begun to bend within the data.
      guard let line = RobustLine(points), line.slope > 0, line.slope <= 20 else { return nil }
      return Candidate(
        curve: GrowthCurve(.richards(a: exp(line.level), k: rate, c: line.slope)),
        distance: line.distance(points))
    }
    // From half the limit after 140 years to half after 1; finer about the best, five times over.
    var centre = (log(0.005) + log(0.7)) / 2
    var reach = (log(0.7) - log(0.005)) / 2
    var best: Candidate?
    for _ in 0..<6 {
      var bestPlace = centre
      for step in -12...12 {
        let place = centre + reach * Double(step) / 12
        guard let found = candidate(place), found.distance < best?.distance ?? .infinity
        else { continue }
        best = found
        bestPlace = place
      }
      centre = bestPlace
      reach /= 6
    }
    return best
  }

  private static func statistics(
    _ candidate: Candidate, classes: [AgeClass]
  ) -> GrowthFitStatistics {
    let middle = RobustLine.median(classes.map { (value: $0.logVolume, weight: $0.weight) })
    var total = 0.0
    var weight = 0.0
    for one in classes {
      total += one.weight * abs(one.logVolume - middle)
      weight += one.weight
    }
    let residuals = classes.flatMap { one in
      one.samples.map { abs($0.logVolume - log(candidate.curve.volume(age: $0.age))) }
    }
    let ages = classes.flatMap { $0.samples.map(\.age) }
    return GrowthFitStatistics(
      stands: residuals.count, classes: classes.count,
      robustR1: total > 0 ? 1 - candidate.distance / (total / weight) : 0,
      residualSpread: 1.4826 * RobustLine.median(residuals), youngest: ages.min() ?? .nan,
      oldest: ages.max() ?? .nan)
  }
}
