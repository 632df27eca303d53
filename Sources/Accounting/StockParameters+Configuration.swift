internal import Configuration
internal import Inventory

extension StockParameters {
  /// - Parameter fallbackGroup: where the choice of a `defaultGroup` comes from, if the file says.
  init(
    _ reader: ConfigurationReader, facts: FactReader, fallbackGroup: Provenance?
  ) throws(ConfigurationError) {
    let route = try reader.choice("route", StockRoute.self)
    let fallback = try Self.fallback(reader, facts: facts)
    var commonFraction: Double?
    switch route {
    case .cbef: commonFraction = try reader.number("carbonFraction", in: 0.3...0.6)
    case .power, .hyperbolic, .biomassExpansion:
      commonFraction = try reader.optionalNumber("carbonFraction", in: 0.3...0.6)
    }
    let landClasses = try facts.landClasses(reader, "landClasses")
    guard !landClasses.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "landClasses")
    }
    let cleared =
      reader.has("clearedLandClasses")
      ? try facts.landClasses(reader, "clearedLandClasses") : []
    for landClass in cleared where landClasses.contains(landClass) {
      throw reader.error(
        .unusable(
          "\(landClass.rawValue) is among landClasses too", remedy: "keep it in one of the two"),
        at: "clearedLandClasses")
    }
    let culms = try reader.optionalObject("culms")
    let culmClasses =
      try culms.map { (entry) throws(ConfigurationError) in
        try Self.culmLandClasses(entry, facts: facts, taken: landClasses + cleared)
      } ?? []
    let constants = try Self.constants(
      reader, facts: facts, taken: landClasses + cleared + culmClasses)
    let speciesChange = try reader.choice("speciesChange", SpeciesChangeRule.self)
    let conversion = try reader.optionalChoice("conversion", LossRule.self) ?? .loss
    let vanished = try reader.optionalChoice("vanishedVolume", LossRule.self) ?? .loss
    let areaChange =
      try reader.optionalChoice("areaChange", AreaChangeRule.self) ?? .perHectare
    let areaTolerance = try reader.optionalNumber("areaTolerance", in: 0...1)

    var coefficients: [StockCoefficient] = []
    for entry in try reader.objects("coefficients") {
      let coefficient = try StockCoefficient(
        entry, route: route, commonFraction: commonFraction, fallback: fallback, facts: facts)
      guard !coefficients.contains(where: { $0.clashes(with: coefficient) }) else {
        throw entry.error(.invalid("\(coefficient.label) has coefficients already"), at: "group")
      }
      coefficients.append(coefficient)
    }
    guard !coefficients.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "coefficients")
    }
    if let culms {
      for entry in try culms.objects("coefficients") {
        let coefficient = try StockCoefficient(culm: entry, fallback: fallback, facts: facts)
        guard !coefficients.contains(where: { $0.group == coefficient.group }) else {
          throw entry.error(.invalid("\(coefficient.group) has coefficients already"), at: "group")
        }
        coefficients.append(coefficient)
      }
      guard coefficients.contains(where: \.isOfCulms) else {
        throw culms.error(
          .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "coefficients")
      }
      try culms.finish()
    }
    let groups = coefficients.map(\.group)
    let standIns = try Self.standIns(reader, facts: facts, groups: groups)
    let excluded = try Self.excluded(
      reader, facts: facts, taken: groups + standIns.map(\.group))
    let defaultGroup = reader.has("defaultGroup") ? try facts.group(reader, "defaultGroup") : nil
    if let defaultGroup,
      !coefficients.contains(where: { $0.group == defaultGroup && !$0.isOfCulms })
    {
      throw reader.error(
        .invalid("\(defaultGroup) has no coefficients of volume"), at: "defaultGroup")
    }
    let excludeOthers =
      reader.has("excludeOthers") ? try facts.text(reader, "excludeOthers") : nil
    if excludeOthers != nil, defaultGroup != nil {
      throw reader.error(
        .invalid("defaultGroup serves the groups that are not named"), at: "excludeOthers")
    }
    let ratio = try reader.optionalNumber("carbonDioxideRatio", in: 3.66...3.67)
    let deadWood = try Self.deadWood(reader, facts: facts, groups: groups)
    var litter: Litter?
    if let entry = try reader.optionalObject("litter") {
      for coefficient in coefficients where !coefficient.isOfCulms {
        guard coefficient.tellsAboveGround else {
          throw reader.error(
            .invalid(
              "litter goes by above-ground biomass, which the equation of \(coefficient.label) does "
                + "not tell without a rootShoot"),
            at: "litter")
        }
      }
      litter = try Litter(entry, facts: facts, groups: groups)
    }
    try reader.finish()
    self.init(
      route: route, landClasses: landClasses, clearedLandClasses: cleared,
      culmLandClasses: culmClasses, landClassStocks: constants, speciesChange: speciesChange,
      conversion: conversion, vanishedVolume: vanished, areaChange: areaChange,
      areaTolerance: areaTolerance,
      coefficients: coefficients, standIns: standIns, excluded: excluded,
      defaultGroup: defaultGroup, defaultProvenance: fallbackGroup, excludeOthers: excludeOthers,
      deadWood: deadWood, litter: litter)
    if let ratio { carbonDioxideRatio = ratio }
  }

  private static func fallback(
    _ reader: ConfigurationReader, facts: FactReader
  ) throws(ConfigurationError) -> Provenance? {
    guard let entry = try reader.optionalObject("provenance") else { return nil }
    let provenance = try facts.provenance(entry)
    try entry.finish()
    return provenance
  }

  private static func deadWood(
    _ root: ConfigurationReader, facts: FactReader, groups: [String]
  ) throws(ConfigurationError) -> DeadWood? {
    guard let reader = try root.optionalObject("deadWood") else { return nil }
    let share = try reader.number("share", in: 0...0.2)
    let provenance = try facts.provenance(reader)
    var shares: [DeadWood.GroupShare] = []
    for entry in try reader.optionalObjects("groups") ?? [] {
      let group = try facts.group(entry, "group")
      guard groups.contains(group) else {
        throw entry.error(.invalid("\(group) has no coefficients in this file"), at: "group")
      }
      guard !shares.contains(where: { $0.group == group }) else {
        throw entry.error(.invalid("\(group) has a share already"), at: "group")
      }
      shares.append(
        .init(
          group: group, share: try entry.number("share", in: 0...0.2),
          provenance: try facts.provenance(entry, default: provenance)))
      try entry.finish()
    }
    try reader.finish()
    return DeadWood(share: share, groups: shares, provenance: provenance)
  }

  private static func culmLandClasses(
    _ reader: ConfigurationReader, facts: FactReader, taken: [LandClass]
  ) throws(ConfigurationError) -> [LandClass] {
    let classes = try facts.landClasses(reader, "landClasses")
    guard !classes.isEmpty else {
      throw reader.error(
        .outOfRange(value: "an empty list", allowed: "at least one entry"), at: "landClasses")
    }
    for landClass in classes where taken.contains(landClass) {
      throw reader.error(
        .invalid("\(landClass.rawValue) is dealt with already"), at: "landClasses")
    }
    return classes
  }

  private static func constants(
    _ reader: ConfigurationReader, facts: FactReader, taken: [LandClass]
  ) throws(ConfigurationError) -> [LandClassStock] {
    var result: [LandClassStock] = []
    for entry in try reader.optionalObjects("landClassStocks") ?? [] {
      let landClass = try entry.choice("landClass", LandClass.self)
      guard landClass != .unknown, !taken.contains(landClass),
        !result.contains(where: { $0.landClass == landClass })
      else {
        throw entry.error(
          .invalid("\(landClass.rawValue) is dealt with already"), at: "landClass")
      }
      result.append(
        LandClassStock(
          landClass: landClass, carbon: try entry.number("carbon", in: 0...300),
          provenance: try facts.provenance(entry)))
      try entry.finish()
    }
    return result
  }

  private static func standIns(
    _ reader: ConfigurationReader, facts: FactReader, groups: [String]
  ) throws(ConfigurationError) -> [StandIn] {
    var result: [StandIn] = []
    for entry in try reader.optionalObjects("standIns") ?? [] {
      let group = try facts.group(entry, "group")
      guard !groups.contains(group), !result.contains(where: { $0.group == group }) else {
        throw entry.error(.invalid("\(group) is dealt with already"), at: "group")
      }
      let use = try facts.group(entry, "use")
      guard groups.contains(use) else {
        throw entry.error(.invalid("\(use) has no coefficients in this file"), at: "use")
      }
      let reason = try facts.text(entry, "reason")
      result.append(
        StandIn(
          group: group, use: use, reason: reason,
          provenance: try facts.provenance(
            entry, default: Provenance(.surrogate, source: reason))))
      try entry.finish()
    }
    return result
  }

  private static func excluded(
    _ reader: ConfigurationReader, facts: FactReader, taken: [String]
  ) throws(ConfigurationError) -> [ExcludedGroup] {
    var result: [ExcludedGroup] = []
    for entry in try reader.optionalObjects("excluded") ?? [] {
      let group = try facts.group(entry, "group")
      guard !taken.contains(group), !result.contains(where: { $0.group == group }) else {
        throw entry.error(.invalid("\(group) is dealt with already"), at: "group")
      }
      result.append(ExcludedGroup(group: group, reason: try facts.text(entry, "reason")))
      try entry.finish()
    }
    return result
  }
}
