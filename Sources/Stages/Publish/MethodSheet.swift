internal import Accounting
internal import Inventory
internal import Reporting

/// A method's parameters as the report prints them, each with its standing.
enum MethodSheet {
  static func facts(_ method: MethodParameters, _ check: FilingCheck) -> MethodFacts {
    var facts: [ParameterFact] = []
    for benchmark in method.benchmarks {
      facts.append(
        fact(
          "基准值（\(benchmark.label)）", number(benchmark.value),
          "tCO2e/公顷·年", benchmark.provenance))
    }
    facts.append(
      fact(
        "不确定性扣减", number(method.deductions.uncertainty), "无量纲",
        method.deductions.provenance))
    facts.append(
      fact(
        "非持久性扣减", number(method.deductions.nonPermanence), "无量纲",
        method.deductions.provenance))
    facts.append(
      fact("泄漏", number(method.deductions.leakage), "无量纲", method.deductions.provenance))
    if method.deductions.emissions > 0 {
      facts.append(
        fact(
          "项目排放与泄漏", number(method.deductions.emissions), "tCO2e/公顷·年",
          method.deductions.provenance))
    }
    facts += rules(method)
    for coefficient in method.stock.coefficients {
      if case .culm(let mass, _, _) = coefficient.form {
        let perCulm = coefficient.carbonPerCulm(diameter: 10) * 1000
        let isConstant = if case .constant = mass { true } else { false }
        facts.append(
          fact(
            "\(coefficient.group) 单株含碳量" + (isConstant ? "" : "（胸径 10 cm 时）"),
            rounded(perCulm), "kgC/株", coefficient.provenance))
        continue
      }
      facts.append(
        fact(
          "\(coefficient.label) 单位蓄积碳量" + (coefficient.isCurved ? "（100 立方米/公顷时）" : ""),
          rounded(coefficient.carbonPerVolume), "tC/立方米",
          coefficient.provenance))
    }
    for standIn in method.stock.standIns {
      facts.append(fact("\(standIn.group) 代用", standIn.use, "树种组", standIn.provenance))
    }
    if let fallback = method.stock.defaultGroup {
      facts.append(
        fact(
          "未列明的树种组代用", fallback, "树种组",
          Provenance(.surrogate, source: "参数文件的 defaultGroup")))
    }
    if let deadWood = method.stock.deadWood {
      facts.append(fact("枯死木占活立木碳", number(deadWood.share), "无量纲", deadWood.provenance))
      for one in deadWood.groups {
        facts.append(
          fact("\(one.group) 枯死木占活立木碳", number(one.share), "无量纲", one.provenance))
      }
    }
    if let litter = method.stock.litter {
      facts.append(fact("凋落物含碳率", number(litter.carbonFraction), "tC/t", litter.provenance))
      for function in litter.functions {
        facts.append(
          fact(
            "凋落物占地上生物量（\(function.groups.joined(separator: "、"))）",
            "\(number(function.a))·e^(\(number(function.b))·B)", "%", function.provenance))
      }
    }
    if let prices = method.prices {
      facts.append(
        fact(
          "价格（低/中/高）",
          "\(number(prices.low)) / \(number(prices.middle)) / \(number(prices.high))",
          "元/tCO2e", prices.provenance))
    }
    if let band = method.plausibility {
      facts.append(
        fact(
          "合理范围（低/高）", "\(number(band.low)) / \(number(band.high))", "tCO2e/公顷·年",
          band.provenance))
    }
    if let model = method.uncertaintyModel {
      facts.append(
        fact(
          "单个小班蓄积相对误差",
          number(model.surveyError)
            + (model.referenceArea.map { "（\(number($0)) 公顷；方差与面积成反比）" } ?? "")
            + (model.villageShare > 0 ? "，其中同村共有方差 \(number(model.villageShare))" : ""),
          "无量纲", model.surveyProvenance))
      facts.append(
        fact(
          "单位蓄积碳量相对误差（同组共用）", number(model.coefficientError), "无量纲",
          model.coefficientProvenance))
      facts.append(
        fact(
          "生长模型相对误差（拟合/公开/统一）",
          "\(number(model.growthModel.fittedCurve)) / \(number(model.growthModel.publishedCurve))"
            + " / \(number(model.growthModel.flatRate))", "无量纲", model.growthModel.provenance))
      facts.append(
        ParameterFact(
          name: "抽样次数", value: "\(model.draws)", unit: "次",
          standing: model.surveyProvenance.standing,
          source: "随机种子 \(model.seed)；P10/P50/P90 由同一组抽样得出"))
    }
    for choice in method.choicesMade {
      facts.append(
        fact(choice.chineseName, text(choice, method), "", method.provenance(of: choice)))
    }
    for clause in method.eligibility.flatMap(\.all) {
      facts.append(fact("适用条件 \(clause.rule)", clause.clause, "", clause.provenance))
    }
    if let sharing = method.sharing {
      facts.append(fact("第三方分配比例", text(sharing), "", sharing.provenance))
    }
    for growth in check.facts where growth.kind == .growth {
      facts.append(fact("增长依据", growth.name, "", growth.provenance))
    }
    return MethodFacts(
      identifier: method.id, title: method.title, shortName: method.shortName,
      edition: method.edition,
      standing: method.status, mayBeFiled: check.mayBeFiled, citation: method.citation,
      parameters: facts)
  }

  static func surrogates(
    _ methods: [MethodParameters], _ checks: [FilingCheck]
  ) -> [SurrogateUse] {
    zip(methods, checks).filter { !$1.mayBeFiled }.map { method, check in
      SurrogateUse(
        subject: method.mayBeFiled ? "\(method.title)的两期调查" : "\(method.title)正式文本",
        substitute:
          "\(method.shortName)（\(method.edition)，依据等级：\(check.weakest.chineseName)）",
        consequence: "减排量不得作为该方法学的结果使用；"
          + (method.mayBeFiled ? "增长量取得两期调查后即可重算" : "取得正式文本后，替换参数文件即可重算"))
    }
  }

  /// How losses and changed areas are treated: the file's choice or the program's default.
  private static func rules(_ method: MethodParameters) -> [ParameterFact] {
    let stock = method.stock
    return [
      ("不确定性扣减的对象", method.deductions.appliesTo.chineseName),
      ("减少量的扣减", method.deductions.onLosses.chineseName),
      ("转为不计量地类的林分", stock.conversion.chineseName),
      ("后期蓄积记为零的林分", stock.vanishedVolume.chineseName),
      ("两期面积不同时", stock.areaChange.chineseName),
    ].map { name, value in
      // They have the standing of the text that ought to say them, as the deductions do.
      fact(name, value, "无量纲", method.deductions.provenance)
    }
  }

  private static func text(_ choice: MethodChoice, _ method: MethodParameters) -> String {
    switch choice {
    case .crediting:
      switch method.crediting {
      case .surveyInterval: "两期调查的间隔"
      case .fixed(let years): "\(number(years)) 年"
      case .calendar(let first, let last): "\(first)–\(last) 年"
      case .repeating(let first, let years): "自 \(first) 年起每 \(years) 年一期"
      }
    case .floor: method.floor.chineseName
    case .landClasses: method.stock.landClasses.map(\.chineseName).joined(separator: "、")
    case .clearedLandClasses:
      method.stock.clearedLandClasses.isEmpty
        ? "无" : method.stock.clearedLandClasses.map(\.chineseName).joined(separator: "、")
    case .speciesChange:
      switch method.stock.speciesChange {
      case .holdLater: "两期都用后期树种的参数"
      case .holdEarlier: "两期都用前期树种的参数"
      case .asSurveyed: "各期用各期树种的参数"
      }
    case .areaTolerance: method.stock.areaTolerance.map { "±\(number($0 * 100))%" } ?? "不检查"
    case .excluded: method.stock.excluded.map(\.group).joined(separator: "、")
    case .excludeOthers: "不计量，单独计数：" + (method.stock.excludeOthers ?? "")
    case .defaultGroup: method.stock.defaultGroup ?? "无"
    }
  }

  private static func text(_ sharing: SharingRule) -> String {
    func percent(_ share: Double) -> String { "\(number((share * 1000).rounded() / 10))%" }
    if let cap = sharing.cap {
      let lower = sharing.capInOldRevolutionaryAreas.map { "，革命苏区老区及民族地区 \(percent($0))" }
      return "上限 \(percent(cap))" + (lower ?? "")
    }
    return "无上限，按协议" + (sharing.assumedShare.map { "；未约定时按 \(percent($0))" } ?? "")
  }

  private static func fact(
    _ name: String, _ value: String, _ unit: String, _ provenance: Provenance
  ) -> ParameterFact {
    ParameterFact(
      name: name, value: value, unit: unit, standing: provenance.standing,
      source: provenance.source + (provenance.confidence.map { "（把握程度 \($0)）" } ?? ""))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }

  private static func rounded(_ value: Double) -> String {
    String((value * 1_000_000).rounded() / 1_000_000)
  }
}
