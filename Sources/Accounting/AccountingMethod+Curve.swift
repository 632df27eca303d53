internal import Inventory

extension AccountingMethod {
  /// The numbers of an equation that is no straight line.
  func append(
    _ curve: StockCurve, _ step: (String, String, Double, String) -> Void
  ) {
    switch curve.biomass {
    case .power(let a, let b):
      step("a", "幂函数系数 a", a, "t/ha")
      step("b", "幂函数指数 b", b, "1")
    case .hyperbolic(let a, let b):
      step("a", "双曲线系数 a", a, "m³/t")
      step("b", "双曲线系数 b", b, "ha/t")
    case .line(let a, let b):
      step("a", "方程系数 a", a, "t/m³")
      step("b", "方程系数 b", b, "t/ha")
    case .factor(let density, let factor):
      if density != 1 { step("D", "基本木材密度", density, "t/m³") }
      append(factor, density == 1 ? "BCEF" : "BEF", "扩展因子", "m³/ha", step)
    }
    append(curve.rootShoot, "R", "根茎比", "t/ha", step)
    step("CF", "含碳率", curve.carbonFraction, "tC/t")
  }

  private func append(
    _ table: ClassTable, _ symbol: String, _ meaning: String, _ unit: String,
    _ step: (String, String, Double, String) -> Void
  ) {
    for (place, value) in table.values.enumerated() {
      guard !table.bounds.isEmpty else {
        if value != 0 { step(symbol, meaning, value, "1") }
        continue
      }
      let limit =
        place < table.bounds.count
        ? "（不超过 \(table.bounds[place]) \(unit)）" : "（超过 \(table.bounds[place - 1]) \(unit)）"
      step("\(symbol)[\(place + 1)]", meaning + limit, value, "1")
    }
  }

  /// The steps from volume to carbon where it is no straight line.
  func appendCurved(
    _ composition: StandStock.Composition, date: String, _ name: String, volume: Double,
    density: Double, suffix: String, to steps: inout [Derivation.Step]
  ) {
    let stock = parameters.stock
    for (index, mark) in [(composition.first, ""), (composition.second, "′")] where index >= 0 {
      let coefficient = stock.coefficients[index]
      var formula = stock.route == .cbef ? "B = a·V + b" : "B = D·BEF·V"
      if case .curve(let curve) = coefficient.form { formula = curve.formula }
      steps.append(
        .init(
          "B" + date + mark, name + coefficient.label + "单位面积生物量", formula: formula,
          value: coefficient.biomass(volume: volume), unit: "t/ha"))
      steps.append(
        .init(
          "t" + date + mark, name + coefficient.label + "单位面积林木碳储量",
          formula: "B·(1 + R)·CF", value: coefficient.carbon(volume: volume), unit: "tC/ha"))
    }
    var formula =
      composition.second >= 0 ? "(1 − s)·t + s·t′" : composition.leavesOut ? "(1 − s)·t" : "t"
    if stock.deadWood != nil { formula += "，各乘 (1 + d)" }
    if stock.litter != nil { formula += "，加凋落物 B·a/100·e^(b·B)·CF" }
    steps.append(
      .init(
        "c" + date, name + "单位面积碳储量" + suffix, formula: formula, value: density,
        unit: "tC/ha"))
  }

  /// The shares of dead wood of the species that a stand has.
  func appendDeadWood(
    _ composition: StandStock.Composition, date: String, to steps: inout [Derivation.Step]
  ) {
    guard let deadWood = parameters.stock.deadWood else { return }
    let groups = [composition.first, composition.second].filter { $0 >= 0 }.map {
      parameters.stock.coefficients[$0].group
    }
    guard groups.contains(where: { group in deadWood.groups.contains { $0.group == group } })
    else {
      steps.append(
        .init(
          "d", "枯死木占活立木碳的比例", value: deadWood.share, unit: "1",
          provenance: deadWood.provenance))
      return
    }
    for (group, mark) in zip(groups, ["", "′"]) {
      steps.append(
        .init(
          "d" + date + mark, group + "枯死木占活立木碳的比例", value: deadWood.share(of: group),
          unit: "1", provenance: deadWood.provenance(of: group)))
    }
  }

  /// Whether a composition by B = aV + b adds roots to it.
  func hasRoots(_ composition: StandStock.Composition) -> Bool {
    [composition.first, composition.second].contains { index in
      guard index >= 0, case .line(_, _, let roots, _) = parameters.stock.coefficients[index].form
      else { return false }
      return roots > 0
    }
  }
}
