internal import Inventory

/// One rule by which a survey derives 龄组 from the mean age: the last year of each group.
struct AgeGroupBounds: Sendable {
  /// Neutral species groups of the code lists.
  var species: [String]
  var origin: Origin
  /// Meanings of 林种 in the code lists; empty for all. A stand without 林种 fits every rule.
  var categories: [String]
  /// Two digits of the province; nil where the source speaks of the country.
  var province: String?
  /// Last year of young, middle, near-mature and mature; older is over-mature.
  var lastYears: [Double]
  var provenance: Provenance

  init(
    _ species: [String], _ origin: Origin, _ lastYears: [Double], _ provenance: Provenance,
    _ categories: [String] = [], province: String? = nil
  ) {
    self.species = species
    self.origin = origin
    self.categories = categories
    self.province = province
    self.lastYears = lastYears
    self.provenance = provenance
  }

  /// The group of an age in years.
  func group(_ age: Double) -> AgeGroup {
    let groups: [AgeGroup] = [.young, .middle, .nearMature, .mature]
    for (group, last) in zip(groups, lastYears) where age <= last { return group }
    return .overMature
  }

  /// Whether the rule may have been used for a stand. An origin that is not known fits every rule.
  func fits(_ group: String, _ origin: Origin, _ category: String?) -> Bool {
    species.contains(group) && (origin == .unknown || origin == self.origin)
      && (categories.isEmpty || category.map(categories.contains) ?? true)
  }
}
