internal import Inventory

extension VillageSheetBook {
  static let guide =
    "面积、蓄积先汇总后修约，各行合计与总计一致；— 为未登记；1 公顷 = 15 亩。"

  /// The sheets 分村汇总 and 小班一览表, and one for each village, which the bureau signs and stamps.
  public func workbook() -> WorkbookParts {
    WorkbookParts(
      worksheets: [
        Worksheet(name: "分村汇总", table: summaryTable(), frozenColumns: 2),
        Worksheet(name: "小班一览表", table: plotTable(), frozenColumns: 5),
      ]
        + sheets.indices.map { place in
          let name = sheets[place].village.name
          return Worksheet(
            name: name.isEmpty ? sheets[place].village.code : name,
            table: plotTable(of: place), frozenColumns: 5)
        }
    )
  }

  /// Signatures and the place for the stamp, a line each.
  static let signatures = [
    "本表由 LinTan 自二调数据整理，未经林业主管部门盖章确认不具效力。", "填表人（签字）：　　　　　　　　　　　　年　　月　　日",
    "审核人（签字）：　　　　　　　　　　　　年　　月　　日", "单位负责人（签字）：　　　　　　　　　　年　　月　　日",
    "林业主管部门确认（盖章处）：　　　　　　　　　　　　年　　月　　日",
  ]

  /// What the codes in the remarks of some 小班 mean.
  private func remarksUsed(_ sheet: VillageSheet) -> [String] {
    let codes = Set(sheet.plots.flatMap { $0.remarks.split(separator: " ") })
    return remarks.filter { text in codes.contains { text.hasPrefix($0) } }
  }

  private var subtitles: [String] {
    [
      "单位名称：\(countyNames.joined(separator: "、"))    统计年度：\(year) 年    单位：公顷、亩、立方米",
      "数据版本：\(edition)",
    ]
  }

  private static func cell(_ units: Int64?, _ places: Int) -> ReportCell {
    units.map { .number(AdditiveRounding.number($0, places: places)) } ?? .missing(notRecorded)
  }

  private static func cell(_ value: Double) -> ReportCell {
    value.isFinite ? .number(value) : .missing(notRecorded)
  }

  private static let notRecorded = MissingReason(code: "not-recorded", explanation: "未登记")

  func summaryTable() -> ReportTable {
    var table = ReportTable(
      title: "小班一览表分村汇总", subtitles: subtitles,
      columns: [
        .code("村代码", width: 15), .text("村", width: 14), .text("乡镇", width: 14),
        .integer("小班", unit: "个"), .decimal("面积", unit: "公顷", places: 2),
        .decimal("面积", unit: "亩", places: 2), .decimal("蓄积", unit: "立方米", places: 1),
      ], footnotes: [Self.guide] + sources.map { "\($0.path)　SHA-256 \($0.digest)…" })
    var totals = (count: 0, hectares: Int64(0), mu: Int64(0), volume: Int64(0))
    for (sheet, figures) in zip(sheets, figures) {
      let sums = (
        Figures.sum(figures.hectares), Figures.sum(figures.mu), Figures.sum(figures.volume)
      )
      table.append([
        .text(sheet.village.code), .text(sheet.village.name), .text(sheet.village.town),
        .number(Double(sheet.plots.count)), Self.cell(sums.0, Self.areaPlaces),
        Self.cell(sums.1, Self.areaPlaces), Self.cell(sums.2, Self.volumePlaces),
      ])
      totals.count += sheet.plots.count
      totals.hectares += sums.0
      totals.mu += sums.1
      totals.volume += sums.2
    }
    table.setTotal([
      .text("合计"), .text("\(sheets.count) 村"), .empty, .number(Double(totals.count)),
      Self.cell(totals.hectares, Self.areaPlaces), Self.cell(totals.mu, Self.areaPlaces),
      Self.cell(totals.volume, Self.volumePlaces),
    ])
    return table
  }

  /// - Parameter village: the position of the only village; nil for all.
  func plotTable(of village: Int? = nil) -> ReportTable {
    var titles = subtitles
    var notes = [Self.guide]
    if let village {
      let place = sheets[village].village
      titles.append("乡镇：\(place.town)    村：\(place.name)（\(place.code)）")
      notes += remarksUsed(sheets[village]) + Self.signatures
    }
    let shown = village.map { $0..<$0 + 1 } ?? sheets.indices
    let (sheets, figures) = (sheets[shown], figures[shown])
    var table = ReportTable(
      title: "小班一览表", subtitles: titles,
      columns: [
        .code("村代码", width: 15), .text("乡镇", width: 12), .text("村", width: 12),
        .code("林班", width: 8), .code("小班", width: 8),
        .decimal("面积", unit: "公顷", places: 2), .decimal("面积", unit: "亩", places: 2),
        .text("地类", width: 14), .text("权属", width: 16), .text("森林类别", width: 12),
        .text("林种", width: 16), .text("起源", width: 8), .text("优势树种", width: 12),
        .text("龄组", width: 10), .integer("平均年龄", unit: "年"),
        .decimal("平均胸径", unit: "厘米", places: 1), .decimal("平均树高", unit: "米", places: 1),
        .decimal("郁闭度", unit: "小数", places: 2),
        .decimal("公顷蓄积", unit: "立方米/公顷", places: 1),
        .decimal("小班蓄积", unit: "立方米", places: 1), .text("林权状况", width: 24),
        .text("备注", width: 40),
      ], footnotes: notes)
    for (sheet, figures) in zip(sheets, figures) {
      for (row, plot) in sheet.plots.enumerated() {
        let place: [ReportCell] = [
          .text(sheet.village.code), .text(sheet.village.town), .text(sheet.village.name),
          .text(plot.compartment), .text(plot.subcompartment),
          Self.cell(figures.hectares[row], Self.areaPlaces),
          Self.cell(figures.mu[row], Self.areaPlaces),
        ]
        let kind: [ReportCell] = [
          .text(plot.landClass), .text(plot.ownership), .text(plot.forestClass),
          .text(plot.forestCategory), .text(plot.origin), .text(plot.species),
          .text(plot.ageGroup),
        ]
        table.append(
          place + kind + [
            Self.cell(plot.age), Self.cell(plot.diameter), Self.cell(plot.height),
            Self.cell(plot.canopyDensity), Self.cell(plot.volumePerHectare),
            Self.cell(figures.volume[row], Self.volumePlaces), .text(plot.title),
            .text(plot.remarks),
          ])
      }
    }
    var total = [ReportCell](repeating: .empty, count: table.columns.count)
    total[0] = .text("合计")
    total[5] = Self.cell(figures.reduce(0) { $0 + Figures.sum($1.hectares) }, Self.areaPlaces)
    total[6] = Self.cell(figures.reduce(0) { $0 + Figures.sum($1.mu) }, Self.areaPlaces)
    total[19] = Self.cell(figures.reduce(0) { $0 + Figures.sum($1.volume) }, Self.volumePlaces)
    table.setTotal(total)
    return table
  }
}
