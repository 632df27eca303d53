internal import Inventory

extension VillageSheetBook {
  /// `village-sheets.html`: a summary of all villages, then each village on pages of its own. The
  /// head of the table with place, year, unit and data edition is repeated on every page, so that a
  /// page on its own still says what it is.
  public func html() -> String {
    String(decoding: (0..<htmlParts).flatMap { htmlPart($0) }, as: UTF8.self)
  }

  /// The parts that the bytes of `village-sheets.html` consist of: the beginning with the summary,
  /// each village, and the end.
  public var htmlParts: Int { sheets.count + 2 }

  /// One part. They may be made by several threads.
  public func htmlPart(_ number: Int) -> [UInt8] {
    var html = MarkupBuffer()
    switch number {
    case 0:
      let title = "\(countyNames.joined(separator: "、"))小班一览表"
      html.add(
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8"/>
        <title>\(MarkupText.escape(title))</title>
        <style>
        \(VillageSheetStyle.text)
        </style>
        </head>
        <body>

        """)
      addSummary(to: &html)
    case htmlParts - 1:
      html.add(
        """
        </body>
        </html>

        """)
    default: addPage(sheets[number - 1], figures[number - 1], to: &html)
    }
    return html.bytes
  }

  private struct Column {
    var heading: String
    var unit = ""
    var width: Double
  }

  private static let columns: [Column] = [
    Column(heading: "序号", width: 3), Column(heading: "林班", width: 4),
    Column(heading: "小班", width: 4.5), Column(heading: "面积", unit: "公顷", width: 5),
    Column(heading: "面积", unit: "亩", width: 5.5), Column(heading: "地类", width: 6),
    Column(heading: "权属", width: 5.5), Column(heading: "森林类别", width: 6),
    Column(heading: "林种", width: 7), Column(heading: "起源", width: 3.5),
    Column(heading: "优势<br/>树种", width: 5.5), Column(heading: "龄组", width: 5),
    Column(heading: "年龄", unit: "年", width: 3), Column(heading: "胸径", unit: "厘米", width: 3.8),
    Column(heading: "树高", unit: "米", width: 3.8), Column(heading: "郁闭度", width: 4),
    Column(heading: "公顷蓄积", unit: "立方米", width: 5.2),
    Column(heading: "小班蓄积", unit: "立方米", width: 5.6),
    Column(heading: "林权状况", width: 8), Column(heading: "备注", width: 9),
  ]

  /// Two lines without rules above the headings, inside the table so that print repeats them.
  private func head(_ place: String, columns: Int) -> String {
    func line(_ style: String, _ texts: [String]) -> String {
      let spans = texts.map { "<span>\(MarkupText.escape($0))</span>" }.joined()
      return #"<tr class="head \#(style)"><th colspan="\#(columns)">"#
        + #"<div class="line">\#(spans)</div></th></tr>"#
    }
    return line("", ["单位名称：\(place)", "统计年度：\(year) 年", "单位：公顷、亩、立方米"])
      + line("edition", ["数据版本：\(edition)"])
  }

  // MARK: One village

  private func addPage(_ sheet: VillageSheet, _ figures: Figures, to html: inout MarkupBuffer) {
    let village = sheet.village
    let place = [village.county, village.town, village.name].filter { !$0.isEmpty }
      .joined(separator: " ")
    html.add(#"<section class="sheet" id="v\#(MarkupText.escape(village.code))">"#)
    html.add("<h1>小班一览表</h1><table class=\"plots\"><colgroup>")
    for column in Self.columns { html.add(#"<col style="width:\#(column.width)%"/>"#) }
    html.add("</colgroup><thead>")
    html.add(head("\(place)（\(village.code)）", columns: Self.columns.count) + "<tr>")
    for column in Self.columns {
      let unit = column.unit.isEmpty ? "" : "<small>\(column.unit)</small>"
      html.add("<th>\(column.heading)\(unit)</th>")
    }
    html.add("</tr></thead><tbody>")
    let last = sheet.plots.count - min(Self.rowsWithFoot, sheet.plots.count)
    for (row, plot) in sheet.plots.enumerated() {
      if row == last { html.add(Self.end) }
      addLine(row, plot, figures, to: &html)
    }
    addSums(sheet, figures, to: &html)
    html.add(footRow(sheet, columns: Self.columns.count))
    html.add("</tbody></table></section>\n")
  }

  private func addLine(
    _ row: Int, _ plot: VillagePlot, _ figures: Figures, to html: inout MarkupBuffer
  ) {
    html.add("<tr>")
    html.add(cell: String(row + 1))
    html.add(cell: plot.compartment)
    html.add(cell: plot.subcompartment)
    html.add(figure: figures.hectares[row], Self.areaPlaces)
    html.add(figure: figures.mu[row], Self.areaPlaces)
    html.add(cell: plot.landClass)
    html.add(cell: plot.ownership)
    html.add(cell: plot.forestClass)
    html.add(cell: plot.forestCategory)
    html.add(cell: plot.origin)
    html.add(cell: plot.species)
    html.add(cell: plot.ageGroup)
    html.add(figure: plot.age, 0)
    html.add(figure: plot.diameter, 1)
    html.add(figure: plot.height, 1)
    html.add(figure: plot.canopyDensity, 2)
    html.add(figure: plot.volumePerHectare, 1)
    html.add(figure: figures.volume[row], Self.volumePlaces)
    html.add(cell: plot.title, style: "l")
    html.add(cell: plot.remarks, style: "l")
    html.add("</tr>")
  }

  /// The total, and below it the land classes in it, largest first.
  private func addSums(_ sheet: VillageSheet, _ figures: Figures, to html: inout MarkupBuffer) {
    func add(_ style: String, _ name: String, _ rows: [Int]) {
      func sum(_ units: [Int64?]) -> Int64 { rows.reduce(0) { $0 + (units[$1] ?? 0) } }
      html.add(#"<tr class="\#(style)"><td colspan="3">\#(MarkupText.escape(name))</td>"#)
      html.add(figure: sum(figures.hectares), Self.areaPlaces)
      html.add(figure: sum(figures.mu), Self.areaPlaces)
      html.add(#"<td colspan="12">\#(rows.count) 个小班</td>"#)
      html.add(figure: sum(figures.volume), Self.volumePlaces)
      html.add(#"<td colspan="2"></td></tr>"#)
    }
    add("sum", "合计", Array(sheet.plots.indices))
    var groups: [String: [Int]] = [:]
    for (row, plot) in sheet.plots.enumerated() { groups[plot.landClass, default: []].append(row) }
    let areas = groups.mapValues { rows in
      rows.reduce(Int64(0)) { $0 + (figures.hectares[$1] ?? 0) }
    }
    let names = groups.keys.sorted {
      let (first, second) = (areas[$0] ?? 0, areas[$1] ?? 0)
      return first != second ? first > second : $0 < $1
    }
    for name in names {
      add("part", "其中：\(name.isEmpty ? "未登记" : name)", groups[name] ?? [])
    }
  }

  /// A stamp on a page without rows confirms nothing: signatures, sums and the last rows are one
  /// body of the table, which print does not divide.
  private static let rowsWithFoot = 4
  private static let end = #"</tbody><tbody class="end">"#

  private func footRow(_ sheet: VillageSheet?, columns: Int) -> String {
    #"<tr class="foot"><td colspan="\#(columns)">\#(foot(sheet))</td></tr>"#
  }

  /// Signatures and the place for the stamp.
  private func foot(_ sheet: VillageSheet?) -> String {
    var note = Self.guide
    let codes = Set(sheet?.plots.flatMap { $0.remarks.split(separator: " ") } ?? [])
    let used = remarks.filter { text in codes.contains { text.hasPrefix($0) } }
    if !used.isEmpty { note += "备注：\(used.joined(separator: "；"))。" }
    func box(_ name: String) -> String {
      "<div><p>\(name)：</p><p class=\"date\">年　　月　　日</p></div>"
    }
    return #"<div class="foot"><p class="note">\#(MarkupText.escape(note))本表由 LinTan 自二调数据整理，"#
      + "未经林业主管部门盖章确认不具效力。</p>"
      + #"<div class="sign">\#(box("填表人（签字）"))\#(box("审核人（签字）"))\#(box("单位负责人（签字）"))"#
      + #"<div><p>林业主管部门确认</p><p class="stamp">（盖章处）</p><p>年　　月　　日</p></div></div></div>"#
  }

  // MARK: All villages

  private func addSummary(to html: inout MarkupBuffer) {
    let headings = ["序号", "村代码", "乡镇", "村", "小班（个）", "面积（公顷）", "面积（亩）", "蓄积（立方米）"]
    html.add(
      #"<section class="sheet"><h1>小班一览表分村汇总</h1><table class="plots"><thead>"#)
    html.add(head(countyNames.joined(separator: "、"), columns: headings.count) + "<tr>")
    html.add(headings.map { "<th>\($0)</th>" }.joined() + "</tr></thead><tbody>")
    var (count, hectares, mu, volume) = (0, Int64(0), Int64(0), Int64(0))
    for (number, (sheet, figures)) in zip(sheets, figures).enumerated() {
      if number == sheets.count - min(Self.rowsWithFoot, sheets.count) { html.add(Self.end) }
      let sums = [figures.hectares, figures.mu, figures.volume].map(Figures.sum)
      html.add("<tr>")
      html.add(cell: String(number + 1))
      html.add(cell: sheet.village.code)
      html.add(cell: sheet.village.town)
      html.add(cell: sheet.village.name)
      html.add(cell: String(sheet.plots.count), style: "n")
      html.add(figure: sums[0], Self.areaPlaces)
      html.add(figure: sums[1], Self.areaPlaces)
      html.add(figure: sums[2], Self.volumePlaces)
      html.add("</tr>")
      count += sheet.plots.count
      hectares += sums[0]
      mu += sums[1]
      volume += sums[2]
    }
    html.add(#"<tr class="sum"><td colspan="4">合计（\#(sheets.count) 村）</td>"#)
    html.add(cell: String(count), style: "n")
    html.add(figure: hectares, Self.areaPlaces)
    html.add(figure: mu, Self.areaPlaces)
    html.add(figure: volume, Self.volumePlaces)
    html.add("</tr>" + footRow(nil, columns: headings.count) + "</tbody></table>")
    html.add(#"<table class="sources"><tr><th>数据文件</th><th>SHA-256 摘要前 16 位</th></tr>"#)
    for source in sources {
      html.add("<tr>")
      html.add(cell: source.path)
      html.add("<td><code>\(MarkupText.escape(source.digest))</code></td></tr>")
    }
    html.add("</table></section>\n")
  }
}

extension MarkupBuffer {
  fileprivate mutating func add(cell text: String, style: String = "") {
    add(style.isEmpty ? "<td>" : "<td class=\"\(style)\">")
    add(text: text)
    add("</td>")
  }

  fileprivate mutating func add(figure units: Int64?, _ places: Int) {
    let text = units.map {
      Quantity.number(AdditiveRounding.number($0, places: places), places: places)
    }
    add(cell: text ?? Quantity.missing, style: "n")
  }

  fileprivate mutating func add(figure value: Double, _ places: Int) {
    add(cell: Quantity.number(value, places: places), style: "n")
  }
}
