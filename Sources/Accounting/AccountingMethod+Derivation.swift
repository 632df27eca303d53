internal import Inventory

extension AccountingMethod {
  /// Explains one row. Every number is one that `credits(of:rows:)` used or gave.
  public func derivation(of pair: SurveyPair, row: Int) -> Derivation {
    let credits = credits(of: pair, rows: row..<row + 1)
    let kernel = GrowthKernel(pair, stock: parameters.stock)
    let growth = kernel.growth(row: row)
    let mixture = kernel.mixture(row: row)
    var steps: [Derivation.Step] = []
    steps.append(
      .init("A", "小班面积（后期）", value: pair.second.area[row], unit: "ha"))
    if pair.evidence[row] != .none {
      steps.append(.init("T", "两期间隔", value: pair.years, unit: "a"))
      if let mixture {
        append(mixture, held: growth, kernel: kernel, to: &steps)
      } else {
        append(
          date: "1", "前期", growth.first, diameter: pair.first.diameter[row], held: growth,
          later: false, to: &steps)
      }
    }
    if let departure = growth.departure {
      steps.append(.init("c2", departure.meaning, value: growth.secondDensity, unit: "tC/ha"))
    } else if mixture != nil, growth.held == .byEarlier {
      appendHeldByParts(growth, to: &steps)
    } else {
      append(
        date: "2", "后期", growth.second, diameter: pair.second.diameter[row], held: growth,
        later: true, to: &steps)
    }
    // A formula is printed only where each of its terms is: a row that cannot be computed ends where
    // it gets stuck.
    if pair.evidence[row] != .none, credits.stockFirst[0].isFinite {
      steps.append(
        .init(
          "C1", "前期碳储量", formula: growth.firstDensity < 0 ? "max(c1, 0)·A1" : "c1·A1",
          value: credits.stockFirst[0], unit: "tC"))
    }
    if credits.stockSecond[0].isFinite {
      steps.append(
        .init(
          "C2", "后期碳储量", formula: growth.secondDensity < 0 ? "max(c2, 0)·A" : "c2·A",
          value: credits.stockSecond[0], unit: "tC"))
    }
    if pair.evidence[row] != .none, credits.rate[0].isFinite {
      let exact = parameters.stock.carbonDioxideRatio == Units.carbonDioxidePerCarbon
      let ratio = exact ? "44/12" : "\(parameters.stock.carbonDioxideRatio)"
      steps.append(
        .init(
          "g", "年均碳汇增量（\(parameters.stock.areaChange.chineseName)）",
          formula: parameters.stock.areaChange == .total
            ? "(C2 − C1)·\(ratio) ÷ T ÷ A" : "(c2 − c1)·\(ratio) ÷ T",
          value: credits.rate[0], unit: Benchmark.unit))
      func benchmark(_ columns: SubcompartmentColumns) -> Benchmark? {
        parameters.benchmark(
          for: columns.forestClass[row], columns.origin[row], columns.ageGroup[row])
      }
      let benchmark =
        benchmark(pair.second)
        ?? (credits.stockSecond[0] == 0 && pair.evidence[row] != .none
          ? benchmark(pair.first) : nil)
      appendCredit(
        credits, benchmark: benchmark, forestClass: pair.second.forestClass[row], pair: pair,
        to: &steps)
    }
    return Derivation(
      method: parameters.id, title: parameters.title, edition: parameters.edition, row: row,
      status: credits.status[0], evidence: credits.evidence[0], standing: credits.standing[0],
      steps: steps)
  }

  private func append(
    date: String, _ name: String, _ stock: StandStock, diameter: Double,
    held growth: GrowthKernel.Growth, later: Bool, to steps: inout [Derivation.Step]
  ) {
    let density = later ? growth.secondDensity : growth.firstDensity
    let symbol = "c" + date
    switch stock.kind {
    case .cleared:
      steps.append(.init(symbol, name + "无林木地类", value: density, unit: "tC/ha"))
      return
    case .constant:
      steps.append(.init(symbol, name + "地类单位面积碳储量（常数）", value: density, unit: "tC/ha"))
      return
    case .culms:
      appendCulms(
        date: date, name, stock, density: density, diameter: diameter, held: growth, later: later,
        to: &steps)
      return
    case .volume, .empty, .none: break
    }
    steps.append(.init("V" + date, name + "单位面积蓄积", value: stock.volume, unit: "m³/ha"))
    guard stock.kind != .empty else {
      steps.append(.init(symbol, name + "无蓄积", value: density, unit: "tC/ha"))
      return
    }
    let heldHere = growth.held == (later ? .byEarlier : .byLater)
    let composition: StandStock.Composition
    if heldHere {
      composition = later ? growth.first.composition : growth.second.composition
    } else {
      composition = stock.composition
    }
    guard composition.status.isComputed else { return }
    appendCoefficient(composition.first, date: date, mark: "", to: &steps)
    if composition.second >= 0 {
      appendCoefficient(composition.second, date: date, mark: "′", to: &steps)
      steps.append(
        .init(
          "s" + date, name + "第二树种蓄积比例", value: composition.secondShare, unit: "1"))
    } else if composition.leavesOut {
      steps.append(
        .init(
          "s" + date, name + "第二树种蓄积比例（无参数，不计量）", value: composition.secondShare,
          unit: "1"))
    }
    appendDeadWood(composition, date: date, to: &steps)
    let suffix = heldHere ? "（树种变更，沿用另一期参数）" : ""
    if composition.isCurved {
      appendCurved(
        composition, date: date, name, volume: stock.volume, density: density, suffix: suffix,
        to: &steps)
      return
    }
    steps.append(
      .init(
        "k" + date, name + "每立方米蓄积含碳量", formula: volumeFormula(composition),
        value: composition.perVolume, unit: "tC/m³"))
    if case .cbef = parameters.stock.route {
      steps.append(
        .init(
          "m" + date, name + "每公顷常数项", formula: hasRoots(composition) ? "CF·b·(1 + R)" : "CF·b",
          value: composition.perHectare,
          unit: "tC/ha"))
    }
    if parameters.stock.litter != nil {
      steps.append(
        .init(
          "B" + date, name + "单位面积地上生物量",
          formula: composition.second >= 0 ? "[(1 − s)·D·BEF + s·D′·BEF′]·V" : "D·BEF·V",
          value: composition.aboveGround * stock.volume, unit: "t/ha"))
      steps.append(
        .init(
          "l" + date, name + "凋落物碳储量", formula: litterFormula(composition),
          value: composition.litter(volume: stock.volume), unit: "tC/ha",
          provenance: parameters.stock.litter?.provenance))
    }
    let litter = parameters.stock.litter == nil ? "" : " + l\(date)"
    steps.append(
      .init(
        symbol, name + "单位面积碳储量" + suffix,
        formula: parameters.stock.route == .cbef
          ? "k\(date)·V\(date) + m\(date)" : "k\(date)·V\(date)" + litter,
        value: density, unit: "tC/ha"))
  }

  private func litterFormula(_ composition: StandStock.Composition) -> String {
    let one = "B·a/100·e^(b·B)·CF，B = D·BEF·V"
    return composition.second >= 0 ? "两树种按蓄积比例分别计：" + one : one
  }

  private func volumeFormula(_ composition: StandStock.Composition) -> String {
    var formula: String
    switch parameters.stock.route {
    case .biomassExpansion: formula = "D·BEF·(1 + R)·CF"
    case .cbef: formula = hasRoots(composition) ? "CF·a·(1 + R)" : "CF·a"
    case .power, .hyperbolic: formula = "c/V"
    }
    if composition.second >= 0 { formula = "(1 − s)·k + s·k′，k = " + formula }
    if composition.leavesOut { formula = "(1 − s)·" + formula }
    return parameters.stock.deadWood == nil ? formula : formula + "·(1 + d)"
  }

  private func appendCoefficient(
    _ index: Int, date: String, mark: String, to steps: inout [Derivation.Step]
  ) {
    let coefficient = parameters.stock.coefficients[index]
    let name = coefficient.label
    func step(_ symbol: String, _ meaning: String, _ value: Double, _ unit: String) {
      steps.append(
        .init(
          symbol + date + mark, name + meaning, value: value, unit: unit,
          provenance: coefficient.provenance))
    }
    switch coefficient.form {
    case .expansion(let density, let factor, let rootShoot, let carbonFraction):
      step("D", "基本木材密度", density, "t/m³")
      step("BEF", "生物量扩展因子", factor, "1")
      step("R", "根茎比", rootShoot, "1")
      step("CF", "含碳率", carbonFraction, "tC/t")
    case .line(let a, let b, let rootShoot, let carbonFraction):
      step("a", "方程系数 a", a, "t/m³")
      step("b", "方程系数 b", b, "t/ha")
      if rootShoot > 0 { step("R", "根茎比", rootShoot, "1") }
      step("CF", "含碳率", carbonFraction, "tC/t")
    case .curve(let curve): append(curve, step)
    case .culm: break
    }
    guard let function = parameters.stock.litter?.function(of: coefficient.group) else { return }
    steps += [
      .init(
        "la" + date + mark, name + "凋落物系数 a", value: function.a, unit: "%",
        provenance: function.provenance),
      .init(
        "lb" + date + mark, name + "凋落物系数 b", value: function.b, unit: "ha/t",
        provenance: function.provenance),
      .init(
        "lCF" + date + mark, "凋落物含碳率", value: parameters.stock.litter?.carbonFraction ?? .nan,
        unit: "tC/t", provenance: parameters.stock.litter?.provenance),
    ]
  }

  private func appendCredit(
    _ credits: CreditColumns, benchmark: Benchmark?, forestClass: ForestClass, pair: SurveyPair,
    to steps: inout [Derivation.Step]
  ) {
    if Self.baselineUse != .forbidden {
      let isSet = Self.baselineUse == .required || !parameters.benchmarks.isEmpty
      steps.append(
        .init(
          "β",
          isSet ? (benchmark?.label ?? forestClass.chineseName) + "基准值" : "基线（参数文件未设，取零）",
          value: credits.baselineRate[0], unit: Benchmark.unit, provenance: benchmark?.provenance))
    }
    let deductions = parameters.deductions
    if deductions.emissions > 0 {
      steps.append(
        .init(
          "e", "项目排放与泄漏", value: deductions.emissions, unit: Benchmark.unit,
          provenance: deductions.provenance))
    }
    let facts: [(symbol: String, meaning: String, value: Double)] = [
      ("u", "不确定性扣减", deductions.uncertainty), ("k", "非持久性扣减", deductions.nonPermanence),
      ("l", "泄漏扣减", deductions.leakage),
    ]
    for fact in facts {
      steps.append(
        .init(
          fact.symbol, fact.meaning, value: fact.value, unit: "1",
          provenance: deductions.provenance))
    }
    guard credits.status[0].isComputed else { return }
    let isLoss = credits.rate[0] < 0
    if isLoss {
      steps.append(
        .init(
          "w", "减少量的系数（\(deductions.onLosses.chineseName)）",
          value: credit(growth: 0, benchmark: 0) - credit(growth: -1, benchmark: 0), unit: "1",
          provenance: deductions.provenance))
    }
    let credit = parameters.floor.applied(
      to: credit(growth: credits.rate[0], benchmark: credits.baselineRate[0]))
    steps += [
      .init(
        "er", "单位面积年减排量", formula: isLoss ? ownLossFormula : ownFormula,
        value: credit, unit: Benchmark.unit),
      .init(
        "ER", "小班年减排量", formula: "er·A", value: credits.creditPerYear[0], unit: "tCO2e/a"),
      .init(
        "Tc", "计入年数", value: parameters.crediting.years(interval: pair.years), unit: "a"),
      .init(
        "ERt", "计入期减排量", formula: "ER·Tc", value: credits.creditTotal[0], unit: "tCO2e"),
    ]
  }
}
