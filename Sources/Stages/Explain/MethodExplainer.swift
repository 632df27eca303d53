internal import Accounting
internal import Archive
internal import Configuration
internal import Inventory
internal import Pipeline

/// Derives one method's answer for one 小班 anew and holds it against what is stored.
struct MethodExplainer {
  let pair: SurveyPair
  let results: RunResults
  let configuration: RecordedConfiguration
  let quantifyFolder: String

  /// - Parameter stored: nil where the store lacks the row, which is a difference.
  /// - Returns: the explanation without screening, and the method's conditions.
  func explain(
    _ id: String, stored: StoredQuantity?, storedBand: [Double]?
  ) throws -> (explanation: MethodExplanation, clauses: [EligibilityClause]) {
    let record = quantifyFolder + "/stage.json"
    guard let text = configuration.text("method " + id) else {
      throw ExplainError.damagedRecord(path: record, what: "method \(id)")
    }
    let parameters = try MethodParameters(
      configuration: JSON5.parse(Array(text.utf8), file: record), file: record)
    guard let method = MethodCatalogue.method(for: parameters) else {
      throw ExplainError.damagedRecord(path: record, what: "method family \(parameters.family)")
    }
    let derivation = method.derivation(of: pair, row: 0)
    let credits = method.credits(of: pair)
    let explained = [
      credits.stockFirst[0], credits.stockSecond[0], credits.increment[0], credits.rate[0],
      credits.baselineRate[0], credits.creditPerYear[0], credits.creditTotal[0],
    ]
    let explanation = MethodExplanation(
      id: parameters.id, title: parameters.title, edition: parameters.edition,
      citation: parameters.citation, family: parameters.family,
      formula: method.ownFormula, parameters: place(of: text, id),
      status: derivation.status.identifier, statusName: derivation.status.chineseName,
      evidence: derivation.evidence.chineseName,
      remarks: remarks(derivation.status, parameters), standing: derivation.standing,
      mayBeFiled: parameters.mayBeFiled && derivation.standing.mayBeFiled,
      notice: parameters.mayBeFiled && derivation.standing.mayBeFiled ? "" : FilingCheck.notice,
      species: choices(parameters.stock),
      steps: steps(derivation),
      results: StoredQuantity.columns.enumerated().compactMap { index, column in
        if column.column == StoredQuantity.baseline, type(of: method).baselineUse == .forbidden {
          return nil
        }
        return MethodExplanation.Comparison(
          column: column.column, chineseName: column.chineseName, unit: column.unit,
          explained: ExplainedNumber.known(explained[index]),
          stored: stored.flatMap { ExplainedNumber.known($0.figures[index]) })
      },
      differences: differences(derivation, stored),
      band: BandExplainer.band(method, pair: pair, stored: storedBand), screening: nil)
    return (explanation, parameters.eligibility)
  }

  private func remarks(_ status: QuantityStatus, _ parameters: MethodParameters) -> [String] {
    var remarks: [String] = []
    let (first, second, stock) = (pair.first, pair.second, parameters.stock)
    switch status {
    case .areaChanged:
      let change = abs(first.area[0] / second.area[0] - 1)
      let limit = stock.areaTolerance.map { "，允许 \(ExplainedNumber.text($0 * 100))%" } ?? ""
      remarks.append(
        "两期面积相差 \(ExplainedNumber.text((change * 10_000).rounded() / 100))%\(limit)：不视为同一林分")
    case .landClassNotCounted:
      let counted = stock.landClasses.map(\.chineseName).joined(separator: "、")
      remarks.append("后期地类为\(second.landClass[0].chineseName)；该方法计量\(counted)")
    case .newStandUnproven:
      let age = second.age[0].isFinite ? "为 \(ExplainedNumber.text(second.age[0])) 年" : "缺失"
      remarks.append(
        "前期地类为\(first.landClass[0].chineseName)，后期林龄\(age)："
          + "两期间隔 \(ExplainedNumber.text(pair.years)) 年内不能长成")
    case .noBaseline:
      let classes = parameters.benchmarks.map(\.label).joined(separator: "、")
      remarks.append("参数文件只有\(classes)的基准值")
    case .computedInPart:
      remarks.append("伴生树种没有参数：其蓄积不计量，也不按优势树种计")
    case .computedByIncrement:
      remarks.append("有一期蓄积低于换算式 B = aV + b 的适用范围：该期储量按零列示，增量按 a·(V2 − V1) 计，b 相消")
    case .computed, .computedByStandIn, .noEarlierSurvey, .landClassUnknown, .noArea, .noVolume,
      .volumeInconsistent, .noSpecies, .noCoefficient, .speciesNotCounted, .growthNotMeasured,
      .routeNotApplicable, .forestClassUnknown, .noCulms:
      break
    }
    remarks += lossRemarks(status, parameters)
    if let note = parameters.benchmark(
      for: second.forestClass[0], second.origin[0], second.ageGroup[0])?.note, !note.isEmpty
    {
      remarks.append("\(second.forestClass[0].chineseName)基准值：\(note)")
    }
    return remarks
  }

  /// Why a credit is not simply C2 − C1, and why a stock counts for nothing.
  private func lossRemarks(_ status: QuantityStatus, _ parameters: MethodParameters) -> [String] {
    guard pair.evidence[0] != .none else { return [] }
    var remarks: [String] = []
    let (first, second, stock) = (pair.first, pair.second, parameters.stock)
    let isCounted = stock.landClasses.contains(second.landClass[0])
    if status.isComputed, !isCounted, !stock.clearedLandClasses.contains(second.landClass[0]),
      stock.landClasses.contains(first.landClass[0])
    {
      remarks.append(
        "前期\(first.landClass[0].chineseName)转为不计量的\(second.landClass[0].chineseName)："
          + stock.conversion.chineseName + "（参数 stock.conversion）")
    }
    if isCounted, second.volume[0] == 0, first.volume[0] > 0 {
      remarks.append(
        "后期蓄积记为零而地类未变：" + stock.vanishedVolume.chineseName
          + "（参数 stock.vanishedVolume）")
    }
    let (before, after) = (first.area[0], second.area[0])
    if status.isComputed, before > 0, after > 0, abs(before / after - 1) > 1e-9 {
      remarks.append(
        stock.areaChange == .perHectare
          ? "两期面积不同（\(ExplainedNumber.text(before)) 与 \(ExplainedNumber.text(after)) ha）："
            + "计入量为单位面积增量 g × A × 年数，不等于 C2 − C1，界线变动带来的储量不算生长；"
            + "参数 stock.areaChange: \"total\" 则按 C2 − C1"
          : "两期面积不同：按参数 stock.areaChange: \"total\"，计入量取 C2 − C1，含面积变动的储量")
    }
    return remarks
  }

  /// The derivation's steps, and the earlier area behind the later one.
  private func steps(_ derivation: Derivation) -> [MethodExplanation.Step] {
    var steps = derivation.steps.map { step in
      MethodExplanation.Step(
        symbol: step.symbol, meaning: step.meaning, formula: step.formula,
        value: ExplainedNumber.known(step.value), unit: step.unit, provenance: step.provenance)
    }
    if pair.evidence[0] != .none, let place = steps.firstIndex(where: { $0.symbol == "A" }) {
      let (first, second) = (pair.first.area[0], pair.second.area[0])
      steps.insert(
        MethodExplanation.Step(
          symbol: "A1", meaning: first > 0 ? "小班面积（前期）" : "小班面积（前期缺失，取后期）", formula: "",
          value: ExplainedNumber.known(first > 0 ? first : second), unit: "ha", provenance: nil),
        at: place + 1)
    }
    return steps
  }

  /// The method file, if it still says what was used; else the run's own record.
  private func place(of canonical: String, _ id: String) -> String {
    if let source = results.pipeline?.methods.first(where: { $0.parameters.id == id }),
      source.canonical == canonical
    {
      return source.displayPath
    }
    let folder = results.record.stages.last { $0.name == StageName.quantify.rawValue }?.folder
    return (folder ?? "") + "/stage.json"
  }

  private func differences(_ derivation: Derivation, _ stored: StoredQuantity?) -> [String] {
    guard let stored else { return ["计量结果中没有这一行"] }
    var differences: [String] = []
    if stored.status != derivation.status {
      differences.append(
        "状态：推导为\(derivation.status.chineseName)，存储为\(stored.status?.chineseName ?? "?")")
    }
    if stored.evidence != derivation.evidence {
      differences.append(
        "依据：推导为\(derivation.evidence.chineseName)，存储为\(stored.evidence?.chineseName ?? "?")")
    }
    if stored.standing != derivation.standing {
      differences.append(
        "可靠程度：推导为\(derivation.standing.chineseName)，"
          + "存储为\(stored.standing?.chineseName ?? "?")")
    }
    return differences
  }

  private func choices(_ stock: StockParameters) -> [MethodExplanation.SpeciesChoice] {
    var choices: [MethodExplanation.SpeciesChoice] = []
    func add(_ name: String, _ stands: SubcompartmentColumns, _ row: Int, _ table: SpeciesTable) {
      for number in [stands.species[row], stands.secondSpecies[row]]
      where number != SpeciesTable.none {
        let species = table[number]
        let (choice, provenance) = resolution(
          of: species.group, origin: stands.origin[row], ageGroup: stands.ageGroup[row], stock)
        let one = MethodExplanation.SpeciesChoice(
          date: name, species: species.name, group: species.group, choice: choice,
          provenance: provenance)
        if !choices.contains(one) { choices.append(one) }
      }
    }
    if pair.evidence[0] != .none {
      let parts = pair.parts.range(0)
      for part in parts { add("前期", pair.parts.stands, part, pair.firstSpecies) }
      if parts.isEmpty { add("前期", pair.first, 0, pair.firstSpecies) }
    }
    add("后期", pair.second, 0, pair.secondSpecies)
    return choices
  }

  private func resolution(
    of group: String, origin: Origin, ageGroup: AgeGroup, _ stock: StockParameters
  ) -> (String, Provenance?) {
    switch stock.resolve(group: group, origin: origin, ageGroup: ageGroup) {
    case .own(let index):
      let narrowed = stock.coefficients[index].isQualified
      return (
        narrowed ? "用\(stock.coefficients[index].label)的参数" : "用本组参数",
        stock.coefficients[index].provenance
      )
    case .standIn(let index, let provenance):
      let reason = stock.standIns.first { $0.group == group }.map { "：" + $0.reason } ?? "（默认组）"
      return ("借用\(stock.coefficients[index].label)的参数\(reason)", provenance)
    case .excluded:
      let reason =
        stock.excluded.first { $0.group == group }?.reason
        ?? stock.excludeOthers ?? ""
      return ("不计量：" + reason, nil)
    case .missing:
      let known = stock.resolve(group: group) != .missing
      return (known ? "参数文件中该树种组没有适用于此起源、龄组的参数" : "参数文件中没有该树种组", nil)
    }
  }
}
