internal import Geospatial
internal import Inventory
internal import Tenure

/// Reads a sheet as a 林权 list and says what came of it.
enum SheetInspector {
  /// - Returns: nil where no row looks like the heading of a 林权 list.
  static func inspect(_ grid: CellGrid) -> SheetInspection? {
    guard let list = try? TenureListReader().read(grid.rows) else { return nil }
    // Two village or area columns alone also stand at the head of a 小班 table.
    guard list.columns.contains(where: { Self.isTelling($0.field) }) else { return nil }
    let hectares = list.records.compactMap(\.area.hectares)
    return SheetInspection(
      sheet: grid.sheet, rows: grid.rows.count, encoding: EncodingFacts(grid.encoding),
      headingRows: list.headingRows.lowerBound + 1...list.headingRows.upperBound,
      columns: list.columns.map { column in
        SheetInspection.Column(
          field: column.field.rawValue, chineseName: column.field.chineseName,
          letter: letter(column.column), heading: column.heading, unit: column.unit?.rawValue)
      },
      titleUnit: titleUnit(grid.rows.prefix(list.headingRows.lowerBound)),
      ignoredHeadings: list.ignoredHeadings, records: list.records.count,
      skipped: skipped(list.skippedRows), noticed: noticed(list.findings),
      area: hectares.reduce(0, +), recordsWithArea: hectares.count)
  }

  /// 单位：亩 and 单位：公顷 stand above a table, not in it.
  private static func titleUnit(_ rows: ArraySlice<[String]>) -> String? {
    for cell in rows.joined() where cell.contains("单位") {
      let unit = cell.split(separator: "单位").last ?? ""
      if unit.contains("亩") { return AreaUnit.mu.rawValue }
      if unit.contains("公顷") { return AreaUnit.hectare.rawValue }
    }
    return nil
  }

  private static func isTelling(_ field: TenureField) -> Bool {
    switch field {
    case .certificate, .parcelNumber, .holder, .landOwner, .landUser, .treeOwner, .treeUser: true
    default: false
    }
  }

  static func letter(_ column: Int) -> String {
    var number = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + number % 26))) + text
      number = number / 26 - 1
    } while number >= 0
    return text
  }

  private static func skipped(_ rows: [SkippedRow]) -> [SheetInspection.Skipped] {
    var result: [SheetInspection.Skipped] = []
    for row in rows {
      let reason =
        switch row.reason {
        case .blank: "blank"
        case .total: "total"
        case .repeatedHeading: "heading again"
        case .columnNumbers: "column numbers"
        case .footer: "footer"
        case .noContent: "no content"
        }
      let chinese = row.reason.chineseText
      if let known = result.firstIndex(where: { $0.chineseReason == chinese }) {
        result[known].count += 1
      } else {
        result.append(
          SheetInspection.Skipped(
            reason: reason, chineseReason: chinese, count: 1, exampleRow: row.row + 1))
      }
    }
    return result
  }

  private static func noticed(_ findings: [TenureFinding]) -> [SheetInspection.Noticed] {
    var result: [SheetInspection.Noticed] = []
    for finding in findings {
      if let known = result.firstIndex(where: { $0.rule == finding.rule }) {
        result[known].count += 1
      } else {
        let facts = finding.finding(source: 0)
        result.append(
          SheetInspection.Noticed(
            rule: finding.rule, severity: facts.severity.rawValue, count: 1,
            exampleRow: finding.row + 1, exampleValue: facts.value))
      }
    }
    return result.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }
}
