internal import Inventory

extension AccountingMethod {
  /// The steps of bamboo at one date: N culms of M kg, C = N·M·(1 + R)·CF/1000.
  func appendCulms(
    date: String, _ name: String, _ stock: StandStock, density: Double, diameter: Double,
    held growth: GrowthKernel.Growth, later: Bool, to steps: inout [Derivation.Step]
  ) {
    steps.append(.init("N" + date, name + "每公顷立竹株数", value: stock.volume, unit: "株/ha"))
    let heldHere = growth.held == (later ? .byEarlier : .byLater)
    var composition = stock.composition
    if heldHere { composition = later ? growth.first.composition : growth.second.composition }
    guard composition.status.isComputed, composition.first >= 0 else { return }
    let coefficient = parameters.stock.coefficients[composition.first]
    guard case .culm(let mass, let rootShoot, let fraction) = coefficient.form else { return }
    let (group, provenance) = (coefficient.group, coefficient.provenance)
    switch mass {
    case .constant(let value):
      steps.append(
        .init(
          "M" + date, group + "单株生物量", value: value, unit: "kg", provenance: provenance))
    case .byDegree(let degrees):
      for degree in degrees {
        steps.append(
          .init(
            "M" + date + "[\(degree.degree)]",
            group + "\(degree.degree) 度竹单株生物量，占株数 \(degree.share)", value: degree.mass, unit: "kg",
            provenance: provenance))
      }
      steps.append(
        .init(
          "M" + date, group + "单株生物量（按度加权）", formula: "Σ 比例·M",
          value: mass.kilograms(diameter: diameter), unit: "kg", provenance: provenance))
    case .allometry(let equation):
      // Under a held composition the mass is that of the other date's diameter.
      if !heldHere {
        steps.append(.init("D" + date, name + "平均胸径", value: diameter, unit: "cm"))
      }
      steps.append(
        .init(
          "M" + date, group + "单株生物量（按平均胸径）", formula: Self.text(equation),
          value: composition.perVolume * 1000 / ((1 + rootShoot) * fraction), unit: "kg",
          provenance: provenance))
    }
    steps += [
      .init(
        "R" + date, group + "根茎比（单株生物量未含的地下部分）", value: rootShoot, unit: "1",
        provenance: provenance),
      .init("CF" + date, group + "含碳率", value: fraction, unit: "tC/t", provenance: provenance),
      .init(
        "k" + date, name + "每株含碳量", formula: "M·(1 + R)·CF/1000",
        value: composition.perVolume, unit: "tC/株"),
      .init(
        "c" + date, name + "单位面积碳储量" + (heldHere ? "（竹种变更，沿用另一期参数）" : ""),
        formula: "k\(date)·N\(date)", value: density, unit: "tC/ha"),
    ]
  }

  private static func text(_ equation: CulmAllometry) -> String {
    var text = "\(equation.a)·D^\(equation.b)"
    if let age = equation.age {
      text += "·[\(age.numerator)·A/(\(age.offset) + A)]^\(age.exponent)"
    }
    if equation.c != 0 { text += " + \(equation.c)" }
    if let age = equation.age { text += "，A = \(age.value) 度" }
    return text
  }
}
