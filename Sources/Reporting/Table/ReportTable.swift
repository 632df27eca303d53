/// A table as every renderer takes it: what is said, not how it looks.
public struct ReportTable: Sendable, Equatable {
  public var title: String
  /// Lines under the title: 单位名称, 统计年度 and the like.
  public var subtitles: [String]
  /// Lines that no reader may miss, such as "not for filing".
  public var notices: [String]
  public let columns: [ReportColumn]
  public private(set) var rows: [ReportRow] = []
  /// Set by `setTotal`.
  public private(set) var total: [ReportCell]?
  public var footnotes: [String]

  public init(
    title: String, subtitles: [String] = [], notices: [String] = [], columns: [ReportColumn],
    footnotes: [String] = []
  ) {
    self.title = title
    self.subtitles = subtitles
    self.notices = notices
    self.columns = columns
    self.footnotes = footnotes
  }

  /// Adds a row with one cell for each column; any other number is a programming error.
  public mutating func append(_ cells: [ReportCell]) {
    precondition(cells.count == columns.count, "a row has one cell for each column")
    rows.append(.cells(cells))
  }

  /// Adds a line that names the rows below it.
  public mutating func appendGroup(_ name: String) {
    rows.append(.group(name))
  }

  /// Sets the last line, with one cell for each column; any other number is a programming error.
  public mutating func setTotal(_ cells: [ReportCell]) {
    precondition(cells.count == columns.count, "a total has one cell for each column")
    total = cells
  }

  /// The footnotes and, below them, the reasons behind every `—`, in order of appearance.
  public var allFootnotes: [String] {
    var seen: Set<MissingReason> = []
    // Most are the reason of the one before.
    var last: MissingReason?
    var notes = footnotes
    func note(_ cells: [ReportCell]) {
      for case .missing(let reason) in cells where reason != last {
        last = reason
        guard seen.insert(reason).inserted else { continue }
        notes.append("\(Quantity.missing) \(reason.explanation)（\(reason.code)）")
      }
    }
    for case .cells(let cells) in rows { note(cells) }
    if let total { note(total) }
    return notes
  }

  var hasGroups: Bool {
    rows.contains { if case .group = $0 { true } else { false } }
  }
}
