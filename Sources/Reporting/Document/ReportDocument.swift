/// A report as one HTML page that needs nothing else: no files beside it, no scripts, no network.
/// It reads well on a screen and prints on A4.
public struct ReportDocument: Sendable, Equatable {
  /// A few words above the title: what kind of report this is.
  public var kicker: String
  public var title: String
  public var subtitle: String
  public var facts: [ReportFact]
  /// Shown under the title block and on every printed page; nil for none.
  public var banner: String?
  /// Shown under the banner: what a reader must know before using any figure.
  public var warnings: [String]
  public var sections: [ReportSection]
  /// Lines at the very end.
  public var closing: [String]

  public init(
    kicker: String = "", title: String, subtitle: String = "", facts: [ReportFact] = [],
    banner: String? = nil, warnings: [String] = [], sections: [ReportSection],
    closing: [String] = []
  ) {
    self.kicker = kicker
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.banner = banner
    self.warnings = warnings
    self.sections = sections
    self.closing = closing
  }

  public func html() -> String {
    let page = HTMLBuilder()
    var body = #"<header class="cover">"#
    if !kicker.isEmpty { body += page.element("p", "kicker", kicker) }
    body += page.element("h1", nil, title)
    if !subtitle.isEmpty { body += page.element("p", "subtitle", subtitle) }
    if !facts.isEmpty { body += page.facts(facts, class: "facts") }
    body += "</header>\n"
    if let banner { body += page.element("p", "banner", banner) + "\n" }
    for warning in warnings { body += page.element("p", "banner warning", warning) + "\n" }
    for (index, section) in sections.enumerated() {
      body += #"<section id="s\#(index + 1)"><h2><span class="number">"#
      body += "\(Self.chineseNumber(index + 1))、</span>"
      body += "\(MarkupText.escape(section.heading))</h2>\n"
      for block in section.blocks { body += page.block(block) + "\n" }
      body += "</section>\n"
    }
    if !closing.isEmpty {
      body += "<footer>" + closing.map { page.element("p", nil, $0) }.joined() + "</footer>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(MarkupText.escape(title))</title>
      <style>
      \(PageStyle.text)
      \(PageStyle.printedPage(banner: banner))
      </style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  /// 一 to 九十九, as sections of Chinese official documents are numbered.
  static func chineseNumber(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<100).contains(number) else { return String(number) }
    let (tens, units) = (number / 10, number % 10)
    if tens == 0 { return digits[units] }
    return (tens == 1 ? "" : digits[tens]) + "十" + digits[units]
  }
}
