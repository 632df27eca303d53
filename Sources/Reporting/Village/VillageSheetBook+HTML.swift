internal import Inventory

extension VillageSheetBook {
  /// `village-sheets.html`: a summary of all villages, then each village on pages of its own. The
  /// head of the table with place, year, unit and data edition is repeated on every page, so that a
  /// page on its own still says what it is.
  public func html() -> String {
    let title = "\(countyNames.joined(separator: "、"))小班一览表"
    var body = summary(title)
    for (sheet, figures) in zip(sheets, figures) { body += page(sheet, figures) }
    return """
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
      \(body)</body>
      </html>

      """
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

  private func element(_ style: String, _ text: String) -> String {
    "<td\(style.isEmpty ? "" : " class=\"\(style)\"")>\(MarkupText.escape(text))</td>"
  }

  private func figure(_ units: Int64?, _ places: Int) -> String {
    let text = units.map {
      Quantity.number(AdditiveRounding.number($0, places: places), places: places)
    }
    return element("n", text ?? Quantity.missing)
  }

  private func figure(_ value: Double, _ places: Int) -> String {
    element("n", Quantity.number(value, places: places))
  }

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

  private func page(_ sheet: VillageSheet, _ figures: Figures) -> String {
    let village = sheet.village
    let place = [village.county, village.town, village.name].filter { !$0.isEmpty }
      .joined(separator: " ")
    var html = #"<section class="sheet" id="v\#(MarkupText.escape(village.code))">"#
    html += "<h1>小班一览表</h1><table class=\"plots\"><colgroup>"
    for column in Self.columns { html += #"<col style="width:\#(column.width)%"/>"# }
    html += "</colgroup><thead>"
    html += head("\(place)（\(village.code)）", columns: Self.columns.count) + "<tr>"
    for column in Self.columns {
      let unit = column.unit.isEmpty ? "" : "<small>\(column.unit)</small>"
      html += "<th>\(column.heading)\(unit)</th>"
    }
    html += "</tr></thead><tbody>"
    let last = sheet.plots.count - min(Self.rowsWithFoot, sheet.plots.count)
    for (row, plot) in sheet.plots.enumerated() {
      if row == last { html += Self.end }
      html += line(row, plot, figures)
    }
    html += sums(sheet, figures) + footRow(sheet, columns: Self.columns.count)
    return html + "</tbody></table></section>\n"
  }

  private func line(_ row: Int, _ plot: VillagePlot, _ figures: Figures) -> String {
    var html = "<tr>" + element("", String(row + 1)) + element("", plot.compartment)
    html += element("", plot.subcompartment)
    html += figure(figures.hectares[row], Self.areaPlaces)
    html += figure(figures.mu[row], Self.areaPlaces)
    for text in [
      plot.landClass, plot.ownership, plot.forestClass, plot.forestCategory, plot.origin,
      plot.species, plot.ageGroup,
    ] {
      html += element("", text)
    }
    html += figure(plot.age, 0) + figure(plot.diameter, 1) + figure(plot.height, 1)
    html += figure(plot.canopyDensity, 2) + figure(plot.volumePerHectare, 1)
    html += figure(figures.volume[row], Self.volumePlaces)
    return html + element("l", plot.title) + element("l", plot.remarks) + "</tr>"
  }

  /// The total, and below it the land classes in it, largest first.
  private func sums(_ sheet: VillageSheet, _ figures: Figures) -> String {
    func line(_ style: String, _ name: String, _ rows: [Int]) -> String {
      func sum(_ units: [Int64?]) -> Int64 { rows.reduce(0) { $0 + (units[$1] ?? 0) } }
      var html = #"<tr class="\#(style)"><td colspan="3">\#(MarkupText.escape(name))</td>"#
      html += figure(sum(figures.hectares), Self.areaPlaces)
      html += figure(sum(figures.mu), Self.areaPlaces)
      html += #"<td colspan="12">\#(rows.count) 个小班</td>"#
      html += figure(sum(figures.volume), Self.volumePlaces)
      return html + #"<td colspan="2"></td></tr>"#
    }
    var html = line("sum", "合计", Array(sheet.plots.indices))
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
      html += line("part", "其中：\(name.isEmpty ? "未登记" : name)", groups[name] ?? [])
    }
    return html
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

  private func summary(_ title: String) -> String {
    let headings = ["序号", "村代码", "乡镇", "村", "小班（个）", "面积（公顷）", "面积（亩）", "蓄积（立方米）"]
    var html = #"<section class="sheet"><h1>小班一览表分村汇总</h1><table class="plots"><thead>"#
    html += head(countyNames.joined(separator: "、"), columns: headings.count) + "<tr>"
    html += headings.map { "<th>\($0)</th>" }.joined() + "</tr></thead><tbody>"
    var (count, hectares, mu, volume) = (0, Int64(0), Int64(0), Int64(0))
    for (number, (sheet, figures)) in zip(sheets, figures).enumerated() {
      if number == sheets.count - min(Self.rowsWithFoot, sheets.count) { html += Self.end }
      let sums = [figures.hectares, figures.mu, figures.volume].map(Figures.sum)
      html += "<tr>" + element("", String(number + 1)) + element("", sheet.village.code)
      html += element("", sheet.village.town) + element("", sheet.village.name)
      html += element("n", String(sheet.plots.count)) + figure(sums[0], Self.areaPlaces)
      html += figure(sums[1], Self.areaPlaces) + figure(sums[2], Self.volumePlaces) + "</tr>"
      count += sheet.plots.count
      hectares += sums[0]
      mu += sums[1]
      volume += sums[2]
    }
    html += #"<tr class="sum"><td colspan="4">合计（\#(sheets.count) 村）</td>"#
    html += element("n", String(count)) + figure(hectares, Self.areaPlaces)
    html +=
      figure(mu, Self.areaPlaces) + figure(volume, Self.volumePlaces) + "</tr>"
    html += footRow(nil, columns: headings.count) + "</tbody></table>"
    html += #"<table class="sources"><tr><th>数据文件</th><th>SHA-256 摘要前 16 位</th></tr>"#
    for source in sources {
      html += "<tr>" + element("", source.path)
      html += "<td><code>\(MarkupText.escape(source.digest))</code></td></tr>"
    }
    return html + "</table></section>\n"
  }
}
