extension HTMLBuilder {
  /// The files of a run, each with its digest on a line of its own: 64 digits fit no column.
  func sources(_ sources: [SourceFacts]) -> String {
    var markup = #"<div class="table"><table><thead><tr>"#
    let columns: [ReportColumn] = [
      .text("文件"), .text("图层"), .integer("记录", unit: "条"), .integer("采用", unit: "条 / 公顷"),
      .integer("修正后采用", unit: "条 / 公顷"), .integer("隔离", unit: "条 / 公顷"), .text("编码"),
      .text("坐标系"),
    ]
    markup += columns.map(heading).joined() + "</tr></thead><tbody>"
    for source in sources {
      markup += "<tr>" + "<td>\(MarkupText.escape(source.path))<span class=\"sub\">SHA-256 "
      markup += element("code", nil, source.digest) + "</span></td>"
      markup += element("td", nil, source.layer)
      markup += element("td", "num", Quantity.number(Double(source.rows)))
      for part in source.outcome?.named.map(\.part) ?? [] {
        markup += #"<td class="num">"# + Quantity.number(Double(part.rows))
        markup += element("span", "sub", Quantity.number(part.hectares, places: 2)) + "</td>"
      }
      if source.outcome == nil { markup += String(repeating: "<td></td>", count: 3) }
      markup += element("td", "keep", source.encoding)
      markup += element("td", nil, source.crs.isEmpty ? Quantity.missing : source.crs) + "</tr>"
    }
    return markup + "</tbody></table></div>"
  }
}
