internal import Accounting
internal import Archive
internal import Inventory
internal import Pipeline
internal import Quality

/// Explains 小班 of a run from its stored results: which row of which file, what became of every
/// value, and how each method comes to its number.
///
/// Methods, mappings and code lists are those that the run recorded, not those that the files of
/// today hold. Nothing is written.
public struct Explainer: Sendable {
  private let results: RunResults

  /// - Parameters:
  ///   - run: a pipeline file, a work folder, or a run's folder below `runs` of a work folder.
  ///   - workFolder: overrides where a pipeline keeps its results.
  /// - Throws: `ExplainError`, and for a pipeline file whatever is wrong with it.
  public init(_ run: String, workFolder: String? = nil) throws {
    results = try RunResults(run, workFolder: workFolder)
  }

  /// Explains one 小班.
  ///
  /// - Parameters:
  ///   - plot: a store row, a key, or enough of a key's end.
  ///   - method: a method's id; nil for all of the run.
  /// - Throws: `ExplainError` and `StoreError`.
  public func explain(_ plot: String, method: String? = nil) throws -> SubcompartmentExplanation {
    guard let folder = results.folder(.ingest), let manifest = results.manifest(.ingest) else {
      throw ExplainError.noResults(work: results.work)
    }
    let reader = try InventoryReader(folder: folder)
    let (surveys, species) = (try reader.surveys(), try reader.species())
    let plots = try InventoryPlotReader(folder: folder)
    guard let latest = surveys.last else { throw ExplainError.noResults(work: results.work) }
    let found = try plots.find(plot, latest: latest)
    let recorded = try RecordedConfiguration(manifest, folder: folder)

    var explanation = SubcompartmentExplanation(
      state: found.isQuarantined
        ? .quarantined : found.survey == latest ? .counted : .earlierSurvey,
      place: try plots.place(of: found),
      run: SubcompartmentExplanation.Run(
        identifier: results.record.identifier, results: results.results),
      subject: try row(found, plots, recorded, species), methods: [], notes: [])
    for stage in results.outdatedStages {
      explanation.notes.append("流程文件中“\(stage.chineseName)”的设置在本次结果之后已改动，以下仍为当时的结果")
    }
    for stage in StageName.allCases where stage != .publish {
      if let path = try results.changedFile(stage) {
        explanation.notes.append("结果文件“\(path)”在生成之后被改动、损坏或删除，以下内容可能不是当时的结果；请重新运行")
      }
    }
    switch explanation.state {
    case .quarantined:
      let titles = found.rules.map { RuleListing.definition($0)?.chineseTitle ?? $0 }
      explanation.notes.append(
        "该行因“\(titles.joined(separator: "”“"))”被隔离：不叠加林权、不计量、不进入任何合计")
      if let kept = try plots.plot(key: found.key, survey: found.survey) {
        explanation.notes.append("同号小班中参加计量的是第 \(kept.row) 行")
      }
    case .earlierSurvey:
      let next = try plots.plot(key: found.key, survey: latest)
      explanation.continuedBy = next?.row
      explanation.notes.append(
        next.map { "\(latest) 年调查中的延续为第 \($0.row) 行，推导见该行" }
          ?? "\(latest) 年调查中没有同号小班")
    case .counted:
      for twin in try plots.quarantinedTwins(of: found) {
        explanation.notes.append("第 \(twin) 行与本行同号，已被隔离；按行号可查看")
      }
      let firstYear = surveys.count > 1 ? surveys.first : nil
      let before = try firstYear.flatMap { try plots.plot(key: found.key, survey: $0) }
      explanation.earlier = try before.map { try row($0, plots, recorded, species) }
      let overlay = try overlayNote(found, plots, species)
      if let overlay { explanation.notes.append(overlay) }
      if surveys.count > 2, let firstYear {
        explanation.notes.append("增长按 \(firstYear) 年和 \(latest) 年两期计算，中间各期不参加")
      }
      if let tenure = results.folder(.tenure) {
        explanation.title = try TenurePlotReader(folder: tenure).title(row: found.row)
      } else {
        explanation.notes.append("林权阶段尚无结果")
      }
      let pair =
        try storedPair(found, species)
        ?? Self.pair(found, before, years: latest - (firstYear ?? latest), species)
      let rung = pair.evidence[0]
      let unknown = rung == .none ? "可知储量，不知增长" : "增长依据为\(rung.chineseName)"
      if firstYear == nil { explanation.notes.append("只有一期调查：" + unknown) }
      if let firstYear, before == nil, overlay == nil {
        explanation.notes.append("\(firstYear) 年调查中没有同号小班：" + unknown)
      }
      explanation.growth = try results.folder(.quantify).flatMap {
        try GrowthExplainer(folder: $0).explain(row: found.row, pair: pair)
      }
      try addMethods(method, found, pair, to: &explanation)
    }
    explanation.notice = explanation.methods.first { !$0.notice.isEmpty }?.notice ?? ""
    return explanation
  }

  private func row(
    _ plot: StoredPlot, _ plots: borrowing InventoryPlotReader, _ recorded: RecordedConfiguration,
    _ species: SpeciesTable
  ) throws -> SurveyRow {
    var source = try plots.source(of: plot)
    SourceRowReader(results: results).complete(&source, survey: plot.survey)
    let values = MappedValueList(
      plot, source: source, mapping: recorded.mapping(survey: plot.survey), species: species)
    return SurveyRow(
      row: plot.row, key: plot.key, survey: plot.survey, source: source, values: values.values,
      findings: try plots.findings(of: plot))
  }

  /// The two dates as the quantify stage stored them; nil before it.
  private func storedPair(_ later: StoredPlot, _ species: SpeciesTable) throws -> SurveyPair? {
    guard let folder = results.folder(.quantify) else { return nil }
    return try QuantityReader(folder: folder).pair(second: later.stands, species: species)
  }

  /// From which earlier 小班 the state was put together, where keys did not find it.
  private func overlayNote(
    _ plot: StoredPlot, _ plots: borrowing InventoryPlotReader, _ species: SpeciesTable
  ) throws -> String? {
    guard let folder = results.folder(.quantify) else { return nil }
    let connection = try Connection(
      path: folder + "/" + QuantitySchema.fileName, mode: .readOnly)
    guard let found = try EarlierTable.kind(connection, row: plot.row), found.kind == .overlay
    else { return nil }
    var counted: [String] = []
    var slivers: [String] = []
    for part in try EarlierPartTable.parts(connection, row: plot.row) {
      let digits = part.isCounted ? 1000.0 : 1e6
      let share =
        "第 \(part.row) 行 "
        + "\(ExplainedNumber.text((part.share * digits).rounded() / digits * 100))%"
      let before = try plots.plot(row: part.row)
      let text = share + (before.map { "（\(Self.stand($0, species))）" } ?? "")
      if part.isCounted { counted.append(text) } else { slivers.append(text) }
    }
    let left = slivers.isEmpty ? "" : "；未计入的碎片：" + slivers.joined(separator: "、")
    return "前期状态由空间叠置得出（前期小班覆盖本小班 "
      + "\(ExplainedNumber.text((found.coverage * 1000).rounded() / 10))%）："
      + counted.joined(separator: "、") + "；各部分按自身树种和蓄积（竹林按株数）换算，再按面积加权" + left
  }

  /// What an earlier 小班 bore: 地类, species and volume of each.
  private static func stand(_ plot: StoredPlot, _ species: SpeciesTable) -> String {
    func name(_ number: UInt16) -> String {
      number == SpeciesTable.none || Int(number) >= species.species.count
        ? "树种不明" : species[number].name
    }
    func volume(_ column: String) -> String {
      let value = plot.real(column)
      return value.isFinite
        ? "\(ExplainedNumber.text((value * 1e4).rounded() / 1e4)) m³/ha" : "蓄积缺失"
    }
    var text = plot.landClass.chineseName
    guard plot.species != SpeciesTable.none || plot.real("volume_m3_ha") > 0 else { return text }
    text += "，\(name(plot.species)) \(volume("volume_m3_ha"))"
    if plot.secondSpecies != SpeciesTable.none {
      text += "，其中\(name(plot.secondSpecies)) \(volume("second_volume_m3_ha"))"
    }
    return text
  }

  /// The row as the quantify stage would see it, by key.
  private static func pair(
    _ later: StoredPlot, _ earlier: StoredPlot?, years: Int, _ species: SpeciesTable
  ) throws -> SurveyPair {
    guard years > 0 else { return try SurveyPair(single: later.stands, species: species) }
    return try SurveyPair(
      first: earlier?.stands ?? later.stands.gathering([-1]), second: later.stands,
      firstSpecies: species, secondSpecies: species,
      evidence: [earlier == nil ? .none : .twoSurveys], years: Double(years))
  }

  private func addMethods(
    _ wanted: String?, _ plot: StoredPlot, _ pair: SurveyPair,
    to explanation: inout SubcompartmentExplanation
  ) throws {
    guard let folder = results.folder(.quantify), let manifest = results.manifest(.quantify) else {
      explanation.notes.append("计量阶段尚无结果")
      return
    }
    let connection = try Connection(
      path: folder + "/" + QuantitySchema.fileName, mode: .readOnly)
    let methods = try StoredQuantity.methods(connection)
    if let wanted, !methods.contains(where: { $0.id == wanted }) {
      throw ExplainError.unknownMethod(id: wanted, known: methods.map(\.id))
    }
    let explainer = MethodExplainer(
      pair: pair, results: results,
      configuration: try RecordedConfiguration(manifest, folder: folder), quantifyFolder: folder)
    if results.folder(.screen) == nil { explanation.notes.append("筛查阶段尚无结果") }
    for method in methods where wanted == nil || method.id == wanted {
      let stored = try StoredQuantity.read(connection, method: method.number, row: plot.row)
      var (one, clauses) = try explainer.explain(
        method.id, stored: stored,
        storedBand: try BandExplainer.stored(connection, method: method.number, row: plot.row))
      if let screen = results.folder(.screen) {
        one.screening = try ScreeningExplainer(folder: screen).explain(
          method: method.number, row: plot.row, credit: one.results.last?.explained ?? .nan,
          clauses: clauses,
          observed: ObservedFields(
            plot: plot, title: explanation.title, evidence: pair.evidence[0]))
      }
      explanation.methods.append(one)
    }
  }
}
