internal import Inventory

extension AccountingMethod {
  /// The earlier date of a row that lay in several stands: each part's share, volume or culms, carbon
  /// by its own coefficients or those that are held, and the sum.
  func append(
    _ mixture: StandMixture, held growth: GrowthKernel.Growth, kernel: GrowthKernel,
    to steps: inout [Derivation.Step]
  ) {
    for (place, part) in mixture.parts.enumerated() {
      let number = "1.\(place + 1)"
      let name = "前期第 \(place + 1) 部分"
      steps.append(.init("f" + number, name + "占小班面积的比例", value: part.share, unit: "1"))
      guard part.weight > 0 else {
        steps.append(
          .init(
            "f" + number + "′", name + "储量无法判定（\(part.stock.status.chineseName)），不计入加权",
            value: 0, unit: "1"))
        continue
      }
      let stock = part.stock
      let isBamboo = stock.kind == .culms
      let converts =
        growth.held == .byLater && stock.hasConvertibleVolume
        && isBamboo == (growth.second.kind == .culms)
      let composition = converts ? growth.second.composition : stock.composition
      var density = stock.density
      var formula = ""
      if stock.hasConvertibleVolume {
        density = kernel.density(composition, volume: stock.volume)
        steps.append(
          isBamboo
            ? .init("N" + number, name + "每公顷立竹株数", value: stock.volume, unit: "株/ha")
            : .init("V" + number, name + "单位面积蓄积", value: stock.volume, unit: "m³/ha"))
        let words = names(composition) + (converts ? "（沿用后期参数）" : "")
        formula =
          density == composition.perVolume * stock.volume ? "k·" + (isBamboo ? "N" : "V") : ""
        steps.append(
          .init(
            "k" + number, name + (isBamboo ? "每株含碳量：" : "每立方米含碳量：") + words,
            value: composition.perVolume, unit: isBamboo ? "tC/株" : "tC/m³",
            provenance: provenance(composition)))
        if composition.perHectare != 0 {
          formula = "k·V + m"
          steps.append(
            .init(
              "m" + number, name + "每公顷常数项", value: composition.perHectare, unit: "tC/ha",
              provenance: provenance(composition)))
        }
      }
      steps.append(
        .init("c" + number, name + "单位面积碳储量", formula: formula, value: density, unit: "tC/ha"))
    }
    var formula = "Σ f·c ÷ Σ f"
    if growth.held != .byEarlier, growth.second.kind == .volume,
      mixture.bare * growth.second.composition.perHectare != 0
    {
      formula += " + m2·前期无林木部分的比例（常数项不算生长）"
    }
    steps.append(
      .init(
        "c1", "前期单位面积碳储量（各部分按面积加权）", formula: formula, value: growth.firstDensity,
        unit: "tC/ha"))
  }

  /// The later date where it is converted as the several earlier stands were.
  func appendHeldByParts(_ growth: GrowthKernel.Growth, to steps: inout [Derivation.Step]) {
    let isBamboo = growth.second.kind == .culms
    steps.append(
      isBamboo
        ? .init("N2", "后期每公顷立竹株数", value: growth.second.volume, unit: "株/ha")
        : .init("V2", "后期单位面积蓄积", value: growth.second.volume, unit: "m³/ha"))
    steps.append(
      .init(
        "c2", "后期单位面积碳储量（树种变更，按前期各部分的蓄积比例沿用其参数）",
        formula: isBamboo ? "N2·Σ f·N·k ÷ Σ f·N" : "V2·Σ f·V·k ÷ Σ f·V + Σ f·m ÷ Σ f",
        value: growth.secondDensity, unit: "tC/ha"))
  }

  private func names(_ composition: StandStock.Composition) -> String {
    [composition.first, composition.second].filter { $0 >= 0 }
      .map { parameters.stock.coefficients[$0].label }.joined(separator: "、")
  }

  private func provenance(_ composition: StandStock.Composition) -> Provenance? {
    composition.first >= 0 ? parameters.stock.coefficients[composition.first].provenance : nil
  }
}
