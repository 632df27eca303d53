internal import Inventory

/// What a number counts: as a word behind it says, or as a mapping declares for a column.
struct QuantityUnit: Sendable, Equatable {
  enum Dimension: Sendable {
    case area
    /// 蓄积 of a whole 小班.
    case volume
    case volumePerArea
    case duration
    case ratio
    case length
    case stems
    case stemsPerArea
    case mass
  }

  var dimension: Dimension
  /// The unit over the first one of its dimension (ha, m³, m³/ha, year, 1, m, stem, stem/ha, t), as
  /// a fraction of whole numbers, so that converting rounds once.
  var numerator = 1.0
  var denominator = 1.0

  init(_ dimension: Dimension, _ numerator: Double = 1, per denominator: Double = 1) {
    self.dimension = dimension
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A value in this unit, in another one of the same dimension.
  func convert(_ value: Double, to other: QuantityUnit) -> Double {
    if self == other { return value }
    return value * (numerator * other.denominator) / (denominator * other.numerator)
  }

  /// The unit that a word names, in lower case and half width, without blanks.
  init?(word: String) {
    guard let unit = Self.words[word] else { return nil }
    self = unit
  }

  private static let words: [String: QuantityUnit] = {
    var words: [String: QuantityUnit] = [:]
    func add(_ unit: QuantityUnit, _ names: String) {
      for name in names.split(separator: " ") { words[String(name)] = unit }
    }
    let mu = Units.muPerHectare
    add(QuantityUnit(.area), "公顷 ha hm2 hm^2")
    add(QuantityUnit(.area, per: mu), "亩 市亩 mu")
    add(QuantityUnit(.area, per: Units.squareMetresPerHectare), "平方米 平米 m2 m^2")
    add(QuantityUnit(.area, 100), "平方公里 平方千米 km2 km^2")
    add(QuantityUnit(.volume), "立方米 立方 方 m3 m^3")
    add(QuantityUnit(.volume, 10_000), "万立方米 万方 万m3")
    add(
      QuantityUnit(.volumePerArea),
      "立方米/公顷 方/公顷 m3/公顷 m3/ha m3/hm2 m^3/ha m^3/hm^2 m3·hm-2 m3·ha-1 m3ha-1")
    add(QuantityUnit(.volumePerArea, mu), "立方米/亩 方/亩 m3/亩 m3/mu m^3/亩")
    add(QuantityUnit(.duration), "年 年生 岁 a y yr year years")
    add(QuantityUnit(.ratio, per: 100), "%")
    add(QuantityUnit(.ratio, per: 10), "成")
    add(QuantityUnit(.length), "米 m")
    add(QuantityUnit(.length, per: 100), "厘米 公分 cm")
    add(QuantityUnit(.length, per: 1000), "毫米 mm")
    add(QuantityUnit(.stems), "株 棵 根")
    add(QuantityUnit(.stems, 100), "百株 百根")
    add(QuantityUnit(.stems, 10_000), "万株 万根")
    add(QuantityUnit(.stemsPerArea), "株/公顷 株/ha 株/hm2 根/公顷")
    add(QuantityUnit(.stemsPerArea, mu), "株/亩 根/亩")
    add(QuantityUnit(.mass), "t 吨 tco2e tco2 吨co2e 吨co2 吨二氧化碳当量")
    add(QuantityUnit(.mass, 10_000), "万吨 万t 万吨co2e")
    return words
  }()
}

extension ColumnMapping {
  /// The unit that the column's numbers have; nil for texts and codes.
  var quantityUnit: QuantityUnit? {
    switch field {
    case "area", "previousArea":
      switch areaUnit {
      case .hectare: QuantityUnit(.area)
      case .mu: QuantityUnit(.area, per: Units.muPerHectare)
      case .squareMetre: QuantityUnit(.area, per: Units.squareMetresPerHectare)
      }
    case "volume", "secondVolume", "previousVolume":
      switch volumeUnit {
      case .cubicMetres: QuantityUnit(.volume)
      case .cubicMetresPerHectare: QuantityUnit(.volumePerArea)
      case .cubicMetresPerMu: QuantityUnit(.volumePerArea, Units.muPerHectare)
      }
    case "totalVolume": QuantityUnit(.volume)
    case "canopyDensity": QuantityUnit(.ratio, per: ratioUnit == .percent ? 100 : 1)
    case "age", "plantingYear", "firstYear", "lastYear": QuantityUnit(.duration)
    case "diameter": QuantityUnit(.length, per: 100)
    case "height": QuantityUnit(.length)
    case "stems":
      switch stemUnit {
      case .perHectare: QuantityUnit(.stemsPerArea)
      case .perMu: QuantityUnit(.stemsPerArea, Units.muPerHectare)
      case .total: QuantityUnit(.stems)
      case .hundreds: QuantityUnit(.stems, 100)
      case .tenThousands: QuantityUnit(.stems, 10_000)
      }
    case "tonnes": QuantityUnit(.mass)
    default: nil
    }
  }
}
