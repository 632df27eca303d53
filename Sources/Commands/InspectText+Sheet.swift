internal import Reporting
internal import Stages

/// Sheets that hold a 林权 list.
extension InspectText {
  mutating func sheet(_ sheet: SheetInspection, _ path: String) {
    let name = sheet.sheet.isEmpty ? "" : ", sheet \(sheet.sheet)"
    page.title(
      path + name,
      "林权 list: \(Self.count(sheet.rows, "row")), \(Self.count(sheet.records, "record"))")
    page.blank()
    encoding(sheet.encoding)
    let rows = sheet.headingRows
    page.fact(
      "heading 表头",
      rows.count == 1 ? "row \(rows.lowerBound)" : "rows \(rows.lowerBound) and \(rows.upperBound)")
    page.fact(
      "area 面积",
      sheet.recordsWithArea == 0
        ? "none could be read"
        : "\(Self.area(sheet.area)) in "
          + Self.count(sheet.recordsWithArea, "record"))

    page.heading("Columns 列")
    page.table(
      ["", "field", "heading", "unit"], [.left, .left, .left, .left], limits: [3, 14, 40, .max],
      rows: sheet.columns.map { column in
        [
          column.letter, column.chineseName, column.heading,
          column.unit.map { $0 == "mu" ? "亩" : $0 == "hectare" ? "公顷" : "m²" } ?? "",
        ]
      })
    let isUnitOpen =
      sheet.titleUnit == nil && sheet.columns.contains { $0.field == "area" && $0.unit == nil }
    if isUnitOpen {
      page.warning("Nothing says the unit of the areas: the mapping must, 公顷 or 亩.")
    } else if let unit = sheet.titleUnit {
      page.note("unit of the areas, by the title: " + (unit == "mu" ? "亩" : "公顷"))
    }
    if !sheet.ignoredHeadings.isEmpty {
      page.note("not used: " + sheet.ignoredHeadings.joined(separator: "、"))
    }
    if !sheet.skipped.isEmpty {
      page.heading("Rows left out 未读的行")
      page.table(
        ["rows", "why", "first"], [.right, .left, .left], limits: [8, 46, .max],
        rows: sheet.skipped.map {
          [
            Self.number($0.count), "\($0.reason) \($0.chineseReason)",
            "row \($0.exampleRow)",
          ]
        })
    }
    noticed(sheet)
    page.heading("Next 下一步")
    page.note(
      "Draft a mapping"
        + (isUnitOpen ? ", fill in the unit of the areas" : "")
        + " and name it for this file in a pipeline, under tenureLists of `sources`:")
    page.command("lintan inspect \(path) --write-mapping my.json5")
  }

  private mutating func noticed(_ sheet: SheetInspection) {
    page.heading("Noticed 发现")
    guard !sheet.noticed.isEmpty else {
      page.note("Nothing.")
      return
    }
    page.table(
      ["rows", "what", "first"], [.right, .left, .left], limits: [8, 42, .max],
      rows: sheet.noticed.map {
        let value = $0.exampleValue.isEmpty ? "" : ": “\($0.exampleValue)”"
        return [
          Self.number($0.count), $0.rule, "row \($0.exampleRow)\(value)",
        ]
      })
  }
}
