/// What one survey finds on a 小班.
struct StandState {
  /// National four-digit land class.
  var landClass: String
  /// Position in `SpeciesGrowth.all`, nil where none is recorded.
  var species: Int?
  var secondSpecies: Int?
  /// Written species code for bamboo and shrubs.
  var otherCode: Int?
  var origin = ""
  /// Years; 0 where there is no stand.
  var age = 0
  /// m³/ha, both species, and of the second.
  var volume = 0.0
  var secondVolume = 0.0
  var canopy = 0.0
  /// Stems for a hectare.
  var stems = 0
  var plantingYear = 0
  var change = ""
  var damage = "00"
  var remark = ""

  var planted: Bool { origin.hasPrefix("2") }
  var growth: SpeciesGrowth? { species.map { SpeciesGrowth.all[$0] } }
  var isArbor: Bool { landClass == "0111" }
  /// Ground that is never under forest tenure.
  var isNonForest: Bool { landClass.hasPrefix("02") }

  /// 龄组 1 to 5 of a stand of trees, 0 of anything else.
  var ageGroup: Int {
    guard isArbor, age > 0, let growth else { return 0 }
    return 1 + growth.bounds(planted: planted).filter { age > $0 }.count
  }
}
