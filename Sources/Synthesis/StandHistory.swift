/// The stand of one 小班 at both surveys: grown, felled, burnt or planted in between.
struct StandHistory {
  let site: StandSite
  let first: StandState
  let second: StandState

  /// - Parameter key: identifies the 小班; its stand depends on nothing else but the place.
  init(
    _ noise: Noise, key: Int, x: Double, y: Double, firstSurvey: Int, secondSurvey: Int
  ) {
    var random = RandomStream(noise.keyed(20), key)
    let terrain = noise.keyed(21)
    site = StandSite(terrain, &random, x: x, y: y)
    let stocking = random.between(0.72, 1.12)
    let belt = terrain.smooth(x / 1_700 + 40, y / 1_700 + 80)
    let start = Self.drawn(site, belt, stocking, &random, survey: firstSurvey)
    first = start
    second = Self.followed(
      start, site, stocking, &random, years: secondSurvey - firstSurvey, survey: secondSurvey)
  }

  private static let classes = [
    "0111", "0113", "0120", "0131", "0132", "0141", "0161", "0162", "0171", "0210", "0250",
  ]
  private static let classWeights = [79.0, 6, 0.8, 2.2, 1.0, 2.8, 1.2, 0.4, 0.8, 4.2, 1.6]

  private static func drawn(
    _ site: StandSite, _ belt: Double, _ stocking: Double, _ random: inout RandomStream, survey: Int
  ) -> StandState {
    let landClass = classes[random.weighted(classWeights)]
    var state = StandState(landClass: landClass)
    let planted = random.happens(site.publicBenefit ? 0.25 : 0.62 + 0.2 * belt)
    switch landClass {
    case "0111", "0120":
      let species = random.weighted(
        SpeciesGrowth.all.map { planted ? $0.planted : $0.natural })
      let growth = SpeciesGrowth.all[species]
      state.species = species
      state.origin =
        planted ? (random.happens(0.93) ? "21" : "24") : random.among(["12", "13", "11"])
      let oldest = min(growth.bounds(planted: planted)[3], planted ? 46 : 68)
      let youngest = growth.halfAge < 6 ? 3 : planted ? 6 : 9
      // The mean of two draws: fewer very young and very old stands than of middle age.
      let share = (random.unit() + random.unit()) / 2
      state.age = youngest + Int(Double(max(oldest - youngest, 1)) * share)
      if growth.code < 600 && random.happens(0.3) {
        let second = random.weighted(
          SpeciesGrowth.all.map { $0.code < 600 && $0.code != growth.code ? $0.natural + 2 : 0 })
        state.secondSpecies = second
      }
      let thin = landClass == "0120" ? 0.2 : 1
      state.volume = growth.volume(Double(state.age)) * site.quality * stocking * thin
      state.secondVolume = state.secondSpecies == nil ? 0 : state.volume * random.between(0.1, 0.35)
      state.canopy =
        landClass == "0120"
        ? random.between(0.10, 0.19) : min(0.9, 0.32 + 0.4 * stocking * random.between(0.7, 1.25))
      state.stems = Int((600 + 2_400 / (1 + Double(state.age) / growth.halfAge)) * thin)
      if planted { state.plantingYear = survey - state.age }
    case "0113":
      state.otherCode = SpeciesGrowth.bamboo
      state.origin = random.happens(0.5) ? "12" : "21"
      state.canopy = random.between(0.5, 0.85)
      state.stems = 1_500 + 50 * random.below(40)
    case "0131", "0132":
      state.otherCode = 849
      state.origin = landClass == "0131" ? "21" : "12"
      state.canopy = random.between(0.3, 0.7)
    case "0141":
      plant(&state, site, &random, age: 1 + random.below(3), survey: survey)
    case "0161": state.remark = "采伐后未更新"
    case "0162": state.remark = "火烧迹地"
    default: break
    }
    return state
  }

  private static func followed(
    _ before: StandState, _ site: StandSite, _ stocking: Double, _ random: inout RandomStream,
    years: Int, survey: Int
  ) -> StandState {
    var state = before
    state.remark = ""
    state.damage = "00"
    switch before.landClass {
    case "0111":
      guard let growth = before.growth else { break }
      let ripe = before.age > growth.bounds(planted: before.planted)[1]
      let felling =
        !before.planted || site.publicBenefit
        ? 0.006 : growth.halfAge < 6 ? (ripe ? 0.45 : 0.08) : ripe ? 0.13 : 0.01
      let draw = random.unit()
      if draw < felling {
        clear(&state, to: "0161", change: "21", remark: "\(survey - 1)年主伐")
        if random.happens(0.65) {
          plant(&state, site, &random, age: 1 + random.below(3), survey: survey)
          state.change = "12"
          state.remark = "采伐后更新造林"
        }
        return state
      }
      if draw < felling + 0.004 {
        clear(&state, to: "0162", change: "71", remark: "\(survey - 1 - random.below(2))年森林火灾")
        state.damage = "20"
        return state
      }
      grow(&state, growth, site, stocking, &random, years: years)
      if random.happens(0.012) {
        state.damage = random.among(["11", "12", "12", "31", "32"])
      }
    case "0120":
      guard let growth = before.growth else { break }
      grow(&state, growth, site, stocking * 0.2, &random, years: years)
      state.canopy = before.canopy
    case "0141":
      guard let growth = before.growth else { break }
      if random.happens(0.9) {
        state.landClass = "0111"
        state.age = before.age + years
        state.volume = growth.volume(Double(state.age)) * site.quality * stocking
        state.canopy = random.between(0.35, 0.6)
        state.stems = 1_600 + 10 * random.below(60)
        state.change = "81"
      } else {
        clear(&state, to: "0171", change: "82", remark: "造林失败")
      }
    case "0161", "0162", "0171":
      if random.happens(0.6) {
        plant(&state, site, &random, age: 1 + random.below(4), survey: survey)
        state.change = "11"
        state.remark = "人工造林"
      }
    default: break
    }
    return state
  }

  private static func clear(
    _ state: inout StandState, to landClass: String, change: String, remark: String
  ) {
    state = StandState(landClass: landClass)
    state.change = change
    state.remark = remark
  }

  /// A planting too young to count as forest.
  private static func plant(
    _ state: inout StandState, _ site: StandSite, _ random: inout RandomStream, age: Int,
    survey: Int
  ) {
    state = StandState(landClass: "0141")
    state.species =
      site.publicBenefit
      ? random.among([0, 4, 5, 4]) : random.weighted(SpeciesGrowth.all.map { $0.planted })
    state.origin = "21"
    state.age = age
    state.plantingYear = survey - age
    state.stems = 1_650 + 30 * random.below(30)
  }

  private static func grow(
    _ state: inout StandState, _ growth: SpeciesGrowth, _ site: StandSite, _ stocking: Double,
    _ random: inout RandomStream, years: Int
  ) {
    let gain = growth.volume(Double(state.age + years)) - growth.volume(Double(state.age))
    let share = state.volume > 0 ? state.secondVolume / state.volume : 0
    state.age += years
    state.volume += gain * site.quality * stocking * random.between(0.85, 1.15)
    state.secondVolume = share * state.volume
    state.canopy = min(0.95, state.canopy + random.between(0, 0.06))
    state.stems = Int(Double(state.stems) * random.between(0.93, 0.99))
  }
}
