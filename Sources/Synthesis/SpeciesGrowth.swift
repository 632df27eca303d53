/// How one species of the invented county grows. Made up to look like eastern Guangdong and
/// western Fujian; not yield tables, and nothing may be calibrated on them.
struct SpeciesGrowth: Sendable {
  /// National three-digit code (LY/T 1439 as publicly seen) and its name.
  let code: Int
  let name: String
  /// Share of the stands, natural and planted; relative.
  let natural: Double
  let planted: Double
  /// Volume that a fully stocked stand on an average site nears, m³/ha, and the age at which it
  /// has reached half of it.
  let limit: Double
  let halfAge: Double
  /// Likewise height in m and diameter in cm.
  let tallest: Double
  let thickest: Double
  /// Last years of 幼, 中, 近 and 成, natural and planted.
  let naturalBounds: [Int]
  let plantedBounds: [Int]

  func bounds(planted: Bool) -> [Int] { planted ? plantedBounds : naturalBounds }

  /// m³/ha on an average site: t²/(t² + h²) of the limit.
  func volume(_ age: Double) -> Double {
    limit * age * age / (age * age + halfAge * halfAge)
  }
  func height(_ age: Double) -> Double { tallest * age / (age + halfAge * 0.7) }
  func diameter(_ age: Double) -> Double { thickest * age / (age + halfAge) }

  private static let slow = [40, 60, 80, 120]
  private static let slowPlanted = [20, 40, 50, 70]
  private static let pine = [20, 30, 40, 60]
  private static let pinePlanted = [10, 20, 30, 50]
  private static let broad = [20, 40, 50, 70]
  private static let broadPlanted = [10, 20, 30, 50]
  private static let fast = [5, 10, 15, 25]

  static let all: [SpeciesGrowth] = [
    .init(
      code: 220, name: "马尾松", natural: 24, planted: 16, limit: 210, halfAge: 24, tallest: 20,
      thickest: 34, naturalBounds: pine, plantedBounds: pinePlanted),
    .init(
      code: 310, name: "杉木", natural: 1, planted: 34, limit: 290, halfAge: 18, tallest: 21,
      thickest: 30, naturalBounds: [10, 20, 25, 35], plantedBounds: [10, 20, 25, 35]),
    .init(
      code: 550, name: "桉树", natural: 0, planted: 22, limit: 190, halfAge: 5.5, tallest: 24,
      thickest: 22, naturalBounds: fast, plantedBounds: fast),
    .init(
      code: 261, name: "湿地松", natural: 0, planted: 9, limit: 190, halfAge: 18, tallest: 18,
      thickest: 30, naturalBounds: pine, plantedBounds: pinePlanted),
    .init(
      code: 470, name: "木荷", natural: 9, planted: 6, limit: 200, halfAge: 27, tallest: 18,
      thickest: 32, naturalBounds: broad, plantedBounds: broadPlanted),
    .init(
      code: 480, name: "枫香", natural: 3, planted: 2, limit: 200, halfAge: 25, tallest: 20,
      thickest: 33, naturalBounds: broad, plantedBounds: broadPlanted),
    .init(
      code: 410, name: "栎类", natural: 12, planted: 0.5, limit: 195, halfAge: 32, tallest: 17,
      thickest: 34, naturalBounds: slow, plantedBounds: slowPlanted),
    .init(
      code: 440, name: "樟木", natural: 1.5, planted: 2.5, limit: 190, halfAge: 28, tallest: 17,
      thickest: 36, naturalBounds: slow, plantedBounds: slowPlanted),
    .init(
      code: 490, name: "其它硬阔类", natural: 14, planted: 1, limit: 185, halfAge: 30, tallest: 16,
      thickest: 31, naturalBounds: slow, plantedBounds: slowPlanted),
    .init(
      code: 590, name: "其它软阔类", natural: 5, planted: 3, limit: 170, halfAge: 14, tallest: 18,
      thickest: 30, naturalBounds: fast, plantedBounds: fast),
    .init(
      code: 560, name: "相思", natural: 0, planted: 4, limit: 180, halfAge: 11, tallest: 18,
      thickest: 26, naturalBounds: fast, plantedBounds: fast),
    .init(
      code: 610, name: "针叶混", natural: 3, planted: 4, limit: 230, halfAge: 21, tallest: 19,
      thickest: 31, naturalBounds: pine, plantedBounds: pinePlanted),
    .init(
      code: 620, name: "阔叶混", natural: 14, planted: 1, limit: 195, halfAge: 29, tallest: 17,
      thickest: 32, naturalBounds: slow, plantedBounds: slowPlanted),
    .init(
      code: 630, name: "针阔混", natural: 12, planted: 4, limit: 205, halfAge: 26, tallest: 18,
      thickest: 32, naturalBounds: broad, plantedBounds: broadPlanted),
  ]

  /// Codes used for stands without growing stock: 毛竹, and 油茶 among the designated shrubs.
  static let bamboo = 660
}
