/// What does not change about a 小班 between two surveys.
struct StandSite {
  /// 0.6 to 1.4; multiplies the volume of an average site.
  let quality: Double
  let aspect: Int
  let position: Int
  let slope: Int
  let landform: Int
  let soil: String
  let depth: Int
  /// 土地所有, 土地使用, 林木所有, 林木使用
  let landOwner: String
  let landUser: String
  let woodOwner: String
  let woodUser: String
  let publicBenefit: Bool
  /// 10 national, 21 provincial; empty for commercial forest.
  let authority: String
  let purpose: String
  let protection: Int
  let zone: Int

  init(_ terrain: Noise, _ random: inout RandomStream, x: Double, y: Double) {
    // Kilometres as the wavelength of mountains.
    let u = x / 2_600
    let v = y / 2_600
    let height = terrain.fractal(u, v)
    let east = terrain.fractal(u + 0.05, v) - height
    let north = terrain.fractal(u, v + 0.05) - height
    let steep = (east * east + north * north).squareRoot() * 9 + 0.25 * random.unit()
    slope = steep < 0.15 ? 1 : steep < 0.35 ? 2 : steep < 0.8 ? 3 : steep < 1.3 ? 4 : 5
    landform = height > 0.35 ? 3 : height > -0.15 ? 4 : 5
    position = slope == 1 ? 6 : height > 0.4 ? 2 : height > 0 ? 3 : height > -0.4 ? 4 : 5
    // Eight aspects counterclockwise from the east, as the slope falls.
    let falls = (-east, -north)
    let diagonal = abs(falls.0) < 2.4 * abs(falls.1) && abs(falls.1) < 2.4 * abs(falls.0)
    if slope == 1 {
      aspect = 9
    } else if diagonal {
      aspect = falls.0 > 0 ? (falls.1 > 0 ? 2 : 4) : (falls.1 > 0 ? 8 : 6)
    } else if abs(falls.0) > abs(falls.1) {
      aspect = falls.0 > 0 ? 3 : 7
    } else {
      aspect = falls.1 > 0 ? 1 : 5
    }
    soil = height > 0.45 ? "111" : random.happens(0.8) ? "103" : "101"
    depth = 40 + 10 * random.below(7)
    quality = 1 + 0.22 * terrain.smooth(u * 3 + 50, v * 3) + 0.18 * random.signed()

    let statutory = random.unit()
    landOwner = statutory < 0.04 ? "10" : "20"
    if statutory < 0.04 {
      (landUser, woodOwner, woodUser) = ("1", "1", "1")
    } else {
      let user = random.among(["2", "2", "2", "6", "6", "5", "4"])
      landUser = user
      woodOwner = user
      woodUser = random.happens(0.9) ? user : "5"
    }
    let guarded = terrain.fractal(u * 0.8 + 70, v * 0.8 + 30) + 0.25 * random.signed()
    publicBenefit = guarded > 0.16
    let national = guarded > 0.42
    authority = publicBenefit ? (national ? "10" : "21") : ""
    purpose =
      publicBenefit
      ? (guarded > 0.6 ? "127" : random.happens(0.6) ? "111" : "112")
      : (random.happens(0.85) ? "233" : "232")
    protection = publicBenefit ? (national ? 1 : 2) : random.happens(0.5) ? 3 : 4
    zone = publicBenefit ? (national ? 4 : 3) : 1 + random.below(2)
  }
}
