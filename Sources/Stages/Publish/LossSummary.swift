internal import Accounting
internal import Inventory
internal import Pipeline
internal import Reporting

/// What was lost between the surveys, as the report tells a county: nothing drops out unsaid.
struct LossSummary {
  private let pipeline: PipelineFile
  private let context: StageContext

  init(_ pipeline: PipelineFile, _ context: StageContext) {
    self.pipeline = pipeline
    self.context = context
  }

  /// All villages together, by method; then earlier land that no later 小班 continues.
  func lines(_ losses: LossTable) throws -> [LossLine] {
    let quantities = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue))
    let land = try quantities.leftLand()
    var lines: [LossLine] = []
    for (number, source) in pipeline.methods.enumerated() {
      let name = source.parameters.shortName
      lines += losses.losses(method: number).map { line(name, $0) }
      guard !land.kind.isEmpty else { continue }
      let figures = try quantities.leftFigures(method: number)
      for kind in LeftLand.Kind.allCases {
        var (area, stock, count) = (CompensatedSum(), CompensatedSum(), 0)
        for place in land.kind.indices where land.kind[place] == kind {
          count += 1
          if land.area[place].isFinite { area.add(land.area[place]) }
          if figures.stock[place].isFinite { stock.add(figures.stock[place]) }
        }
        guard count > 0 else { continue }
        let isLoss = LeftLand.isLoss(kind, pipeline.pairing)
        lines.append(
          LossLine(
            method: name,
            kind: "全部\(kind.chineseName)" + (isLoss ? "（设置：属于项目的按损失计，见上）" : ""),
            subcompartments: count, hectares: area.value, tonnes: nil, stock: stock.value,
            isCounted: false))
      }
    }
    return lines
  }

  private func line(_ method: String, _ loss: LossTable.Loss) -> LossLine {
    LossLine(
      method: method, kind: loss.name, subcompartments: loss.count, hectares: loss.area,
      tonnes: loss.unit == "tCO2e" ? loss.amount : nil,
      stock: loss.unit == "tC" ? loss.amount : nil, isCounted: loss.isCounted)
  }

  /// One candidate's.
  func lines(_ losses: LossTable, of candidate: RankReader.Candidate) -> [LossLine] {
    losses.losses(of: candidate).map {
      line(pipeline.methods[candidate.method].parameters.shortName, $0)
    }
  }

  /// Which surveys were compared, which years are credited, and keys that hold for other land.
  func facts() throws -> [ReportFact] {
    var facts: [ReportFact] = []
    let declared = (pipeline.inventory.map(\.survey) + pipeline.unreadSurveys).sorted()
    let paired = pipeline.pairedSurveys
    if declared.count > 2, let first = paired.first, let last = paired.last {
      facts.append(
        ReportFact(
          "所用两期",
          "流程声明 \(declared.map(String.init).joined(separator: "、")) 年调查，"
            + "增长量取 \(first) 与 \(last) 年之间"
            + (pipeline.pairing.first == nil && pipeline.pairing.second == nil
              ? "（默认取最早与最晚，可用 pairing 指定）" : "")))
    }
    if let measured = pipeline.measuredYears {
      for source in pipeline.methods {
        let credited = pipeline.creditedYears(of: source.parameters)
        guard credited != measured else { continue }
        let outside = credited.count { !measured.contains($0) }
        facts.append(
          ReportFact(
            "计入年份 \(source.parameters.shortName)",
            "\(credited.lowerBound)–\(credited.upperBound) 年，增长量测自 "
              + "\(measured.lowerBound)–\(measured.upperBound) 年"
              + (outside > 0 ? "；其中 \(outside) 年在两期之外，按年均增长外推" : "")))
      }
    }
    let moved = try QuantityReader(
      folder: try context.upstreamFolder(StageName.quantify.rawValue)
    ).movedKeys()
    if moved.count > 0 {
      facts.append(
        ReportFact(
          "同号异地",
          "\(moved.count) 个小班（\(Quantity.hectares(moved.area)) 公顷）的编号在前期属于另一块地"
            + "（重叠不足 \(Quantity.percent(fraction: pipeline.pairing.overlapShare))），"
            + "改按空间叠置匹配"))
    }
    return facts
  }
}
