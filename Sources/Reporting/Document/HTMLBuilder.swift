/// Turns the blocks of a document into markup.
struct HTMLBuilder {
  func element(_ name: String, _ style: String?, _ text: String) -> String {
    let attribute = style.map { #" class="\#($0)""# } ?? ""
    return "<\(name)\(attribute)>\(MarkupText.escape(text))</\(name)>"
  }

  func facts(_ facts: [ReportFact], class style: String) -> String {
    var markup = #"<dl class="\#(style)">"#
    for fact in facts {
      markup += "<div>" + element("dt", nil, fact.name) + element("dd", nil, fact.value) + "</div>"
    }
    return markup + "</dl>"
  }

  func block(_ block: ReportBlock) -> String {
    switch block {
    case .paragraph(let text): element("p", nil, text)
    case .note(let text): element("p", "note", text)
    case .heading(let text): element("h3", nil, text)
    case .figures(let figures): cards(figures)
    case .table(let table): self.table(table)
    case .image(let image, let caption):
      #"<figure>\#(image.markup)\#(caption.isEmpty ? "" : element("figcaption", nil, caption))"#
        + "</figure>"
    case .details(let cards): cards.map(detail).joined(separator: "\n")
    case .fragment(let fragment): fragment.markup
    }
  }

  func pill(_ text: String, _ tone: ReportTone) -> String {
    element("span", "pill \(tone.rawValue)", text)
  }

  private func cards(_ figures: [KeyFigure]) -> String {
    var markup = #"<div class="cards">"#
    for figure in figures {
      markup += #"<div class="card">"# + element("p", "name", figure.name)
      markup += #"<p class="value">\#(MarkupText.escape(HTMLBuilder.sign(figure.value)))"#
      markup += element("span", "unit", figure.unit) + "</p>"
      if let progress = figure.progress, progress.isFinite {
        let share = SVGText.coordinate(min(max(progress, 0), 1) * 100)
        markup += #"<p class="progress"><span style="width:\#(share)%"></span></p>"#
      }
      if !figure.note.isEmpty { markup += element("p", "more", figure.note) }
      markup += "</div>"
    }
    return markup + "</div>"
  }

  private func detail(_ card: DetailCard) -> String {
    var markup = #"<article class="detail"><div class="top">"#
    markup += element("span", "badge", card.badge) + element("h3", nil, card.title)
    markup += element("span", "where", card.subtitle) + pill(card.state, card.tone) + "</div>"
    if !card.facts.isEmpty { markup += facts(card.facts, class: "row") }
    let items = card.items.filter { !$0.lines.isEmpty }
    if !items.isEmpty {
      markup += #"<div class="lists">"#
      for item in items {
        markup += "<div>" + element("h4", nil, item.heading) + "<ul>"
        markup += item.lines.map { element("li", nil, $0) }.joined() + "</ul></div>"
      }
      markup += "</div>"
    }
    return markup + "</article>"
  }

  // MARK: Tables

  func table(_ table: ReportTable) -> String {
    var markup = #"<div class="table">"#
    if !table.title.isEmpty { markup += element("h3", nil, table.title) }
    markup += table.subtitles.map { element("p", "small", $0) }.joined()
    markup += table.notices.map { element("p", "notice", $0) }.joined()
    markup += "<table><thead><tr>" + table.columns.map(heading).joined() + "</tr></thead><tbody>"
    for row in table.rows {
      switch row {
      case .group(let name):
        markup += #"<tr class="group"><td colspan="\#(table.columns.count)">"#
        markup += MarkupText.escape(name) + "</td></tr>"
      case .cells(let cells): markup += self.row(cells, table.columns)
      }
    }
    markup += "</tbody>"
    // Not a <tfoot>: browsers repeat that on every printed page.
    if let total = table.total {
      markup += #"<tbody class="total">\#(row(total, table.columns))</tbody>"#
    }
    markup += "</table>"
    markup += table.allFootnotes.map { element("p", "small", $0) }.joined()
    return markup + "</div>"
  }

  func heading(_ column: ReportColumn) -> String {
    let unit = column.unit.isEmpty ? "" : element("span", "unit", column.unit)
    return "<th\(alignment(column))>\(MarkupText.escape(column.heading))\(unit)</th>"
  }

  private func row(_ cells: [ReportCell], _ columns: [ReportColumn]) -> String {
    var markup = "<tr>"
    for (cell, column) in zip(cells, columns) {
      let text = column.display(cell)
      switch cell {
      case .missing(let reason):
        markup += #"<td class="\#(Self.name(column.alignment)) missing" "#
        markup += #"title="\#(MarkupText.escape(reason.explanation))">\#(text)</td>"#
      case .number:
        markup += "<td\(alignment(column))>\(MarkupText.escape(Self.sign(text)))</td>"
      case .text, .empty:
        markup += "<td\(alignment(column))>\(MarkupText.escape(text))</td>"
      }
    }
    return markup + "</tr>"
  }

  private func alignment(_ column: ReportColumn) -> String {
    if column.alignment != .leading { return #" class="\#(Self.name(column.alignment))""# }
    // Short words, such as a severity, are not broken when a neighbour needs room.
    return column.width.map { $0 <= 12 } ?? false ? #" class="keep""# : ""
  }

  private static func name(_ alignment: ReportColumn.Alignment) -> String {
    switch alignment {
    case .leading: "start"
    case .centre: "mid"
    case .trailing: "num"
    }
  }

  /// A minus sign as wide as the digits instead of a hyphen.
  static func sign(_ text: String) -> String {
    text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
  }
}
