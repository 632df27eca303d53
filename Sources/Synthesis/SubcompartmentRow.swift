/// One 小班 as a survey writes it down; faults are made by changing it before it is written.
struct SubcompartmentRow {
  var town: String
  var village: String
  var block: String
  var number: String
  /// ha
  var area: Double
  var canopy: Double
  var age: Int
  var totalVolume: Double
  let volume: Double
  private let state: StandState
  private let site: StandSite
  private let longCodes: Bool
  private let survey: Int

  /// CUN + LIN_BAN + XIAO_BAN
  var key: String { village + block + number }

  init(
    _ one: VillagePartition.Subcompartment, of village: SyntheticVillage, _ state: StandState,
    _ site: StandSite, area: Double, survey: Int, longCodes: Bool
  ) {
    town = village.townCode
    self.village = village.code
    block = Digits.padded(one.block, 4)
    number = Digits.padded(one.number, 5)
    self.area = Digits.rounded(area, 2)
    canopy = Digits.rounded(state.canopy, 2)
    age = state.age
    volume = Digits.rounded(state.volume, 2)
    totalVolume = (volume * self.area).rounded()
    self.state = state
    self.site = site
    self.longCodes = longCodes
    self.survey = survey
  }

  var isArborWithVolume: Bool { state.isArbor && volume > 5 && age > 0 }

  private func speciesCode(_ code: Int) -> String { String(code) + (longCodes ? "000" : "") }

  func write(to table: inout TableBuilder) {
    let forest = !state.isNonForest
    let growth = state.growth
    let years = Double(state.age)
    let grown = volume > 0 && growth != nil
    let county = String(village.prefix(6))
    table.add("44")
    table.add("4499")
    table.add(county)
    table.add(town)
    table.add(village)
    table.add(county)
    table.add("")
    table.add(block)
    table.add(number)
    table.add("")
    table.add(area)
    table.add(state.landClass)
    table.add(String(site.landform))
    table.add(String(site.aspect))
    table.add(String(site.position))
    table.add(String(site.slope))
    table.add(forest ? String(1 + (site.slope > 3 ? 1 : 0)) : "")
    table.add(site.soil)
    table.add(site.depth)
    table.add(site.landOwner)
    table.add(forest ? site.landUser : "")
    table.add(forest ? site.woodOwner : "")
    table.add(forest ? site.woodUser : "")
    table.add(forest ? purpose : "")
    table.add(forest ? forestClass : "")
    table.add(forest ? site.authority : "")
    table.add(forest && site.authority == "10" ? String(site.protection) : "")
    table.add(state.origin)
    let group = state.ageGroup
    table.add(group > 0 ? String(group) : state.landClass == "0113" ? "2" : "")
    table.add(canopy)
    table.add((growth?.code ?? state.otherCode).map(speciesCode) ?? "")
    table.add(
      state.secondSpecies.map { speciesCode(SpeciesGrowth.all[$0].code) } ?? "")
    table.add(age)
    let siteFactor = 0.85 + 0.15 * site.quality
    table.add(grown ? Digits.rounded((growth?.diameter(years) ?? 0) * siteFactor, 1) : 0)
    table.add(grown ? Digits.rounded((growth?.height(years) ?? 0) * siteFactor, 1) : 0)
    table.add(volume)
    table.add(totalVolume)
    table.add((state.secondVolume * area).rounded())
    table.add(state.stems)
    table.add(state.plantingYear)
    table.add("0")
    table.add(state.damage)
    table.add(state.damage == "00" ? "0" : "1")
    table.add("")
    table.add(state.change)
    table.add(state.change.isEmpty ? "" : String(survey - 1))
    table.add(forest ? String(site.quality > 1.15 ? 1 : site.quality > 0.9 ? 2 : 3) : "")
    table.add(forest ? String(site.protection) : "")
    table.add(forest ? String(site.zone) : "")
    table.add(state.remark)
  }

  private var purpose: String {
    if state.landClass == "0131" && !site.publicBenefit { return "252" }
    return site.purpose
  }

  private var forestClass: String {
    site.publicBenefit ? (site.authority == "10" ? "011" : "012") : site.zone == 1 ? "021" : "022"
  }
}
