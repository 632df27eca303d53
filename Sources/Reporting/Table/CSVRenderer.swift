/// Tables as comma-separated values (RFC 4180) for Excel and for programs: UTF-8 with byte order
/// mark, CRLF, one header line, one record for each row, nothing above or below.
///
/// What other forms show around the rows is put into columns, so that the file stays rectangular:
/// the group a row belongs to in front, the notices at the end. Numbers carry no thousands
/// separators; shares are percentages, as their heading says.
public struct CSVRenderer: Sendable {
  public init() {}

  public func render(_ table: ReportTable) -> [UInt8] {
    let notice = table.notices.joined(separator: " ")
    let hasGroups = table.hasGroups
    var text = "\u{FEFF}"

    func write(group: String, fields: [String], notice: String) {
      var record = hasGroups ? [field(group)] : []
      record += fields
      if !table.notices.isEmpty { record.append(field(notice)) }
      text += record.joined(separator: ",")
      text += "\r\n"
    }

    write(group: "分组", fields: table.columns.map { field($0.headingWithUnit) }, notice: "标识")
    var group = ""
    for row in table.rows {
      switch row {
      case .group(let name): group = name
      case .cells(let cells):
        write(group: group, fields: fields(cells, table.columns), notice: notice)
      }
    }
    if let total = table.total {
      write(group: "", fields: fields(total, table.columns), notice: notice)
    }
    return Array(text.utf8)
  }

  private func fields(_ cells: [ReportCell], _ columns: [ReportColumn]) -> [String] {
    zip(cells, columns).map { cell, column in
      switch cell {
      case .text(let text): field(text)
      case .number(let value): column.format(value, grouped: false) ?? Quantity.missing
      case .missing(let reason): field("\(Quantity.missing) \(reason.code)")
      case .empty: ""
      }
    }
  }

  /// A text field, quoted where needed. A spreadsheet would run a text that starts like a formula;
  /// the apostrophe in front of it makes it text.
  private func field(_ text: String) -> String {
    var safe = text
    if let first = text.unicodeScalars.first, Self.formulaStarts.contains(first) {
      safe = "'" + text
    }
    // Scalars, not characters: CR and LF together are one character.
    let needsQuotes = safe.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" || $0 == "\0"
    }
    guard needsQuotes || safe.first == " " || safe.last == " " else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  private static let formulaStarts: [Unicode.Scalar] = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
