internal import Reporting
internal import Stages

/// Fields, mappings, figures and problems of a layer.
extension InspectText {
  mutating func fields(_ layer: LayerInspection) {
    page.heading("Fields 字段")
    page.table(
      ["name", "type", "filled", "distinct", "values (rows)"],
      [.left, .left, .right, .right, .left],
      limits: [18, 12, 7, 8, .max],
      rows: layer.fields.map { field in
        [
          field.name + (field.isNameCut ? "…" : ""), Self.type(field),
          Self.percent(field.filled, of: layer.rows),
          field.filled == 0 ? "" : field.distinct.map(Self.number) ?? "many",
          Self.sample(field, rows: layer.rows),
        ]
      })
    for field in layer.fields where !field.alias.isEmpty && field.alias != field.name {
      page.note("\(field.name) is shown to people as \(field.alias)")
    }
    for field in layer.fields where field.isNameCut {
      page.note("the name of \(field.name)… was cut by the .dbf, in the middle of a character")
    }
    for field in layer.fields where field.damaged > 0 {
      page.note(
        "\(field.name): \(Self.count(field.damaged, "text")) cut, malformed or in another encoding")
    }
  }

  private static func type(_ field: FieldInspection) -> String {
    switch field.kind {
    case "real":
      field.width > 0 ? "real \(field.width).\(field.precision)" : "real"
    default: field.width > 0 ? "\(field.kind) \(field.width)" : field.kind
    }
  }

  private static func sample(_ field: FieldInspection, rows: Int) -> String {
    guard field.filled > 0 else { return "—" }
    if let low = field.minimum, let high = field.maximum, (field.distinct ?? .max) > 12 {
      var text = "\(plain(low)) to \(plain(high))"
      if field.zeros > 0 { text += "; 0 in \(percent(field.zeros, of: rows))" }
      if let unit = field.areaUnit { text += "; the polygons' areas, \(unitName(unit))" }
      return text
    }
    return values(field.examples)
  }

  private static func plain(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? Quantity.number(value, places: 2)
  }

  static func unitName(_ unit: String) -> String {
    switch unit {
    case "mu": "in 亩"
    case "square-metre": "in m²"
    default: "in 公顷"
    }
  }

  // MARK: Mappings

  mutating func mappings(_ layer: LayerInspection) {
    page.heading("Mappings 字段映射")
    guard let best = layer.best else {
      page.note("none found in \(mappingFolder); give a folder with --mappings")
      return
    }
    let tried = layer.mappings.filter { $0.found > 0 }
    if !tried.isEmpty {
      page.table(
        ["mapping", "kind", "columns", "codes known", "missing"],
        [.left, .left, .right, .right, .left], limits: [24, 16, 9, 11, .max],
        rows: tried.map { fit in
          [
            fit.identifier, fit.kind, "\(fit.found) of \(fit.fields.count)",
            fit.codes.isEmpty
              ? "—"
              : Self.percent(
                fit.codes.reduce(0) { $0 + $1.knownRows }, of: fit.codes.reduce(0) { $0 + $1.rows }),
            fit.missing.isEmpty ? "none" : fit.missing.map(\.chineseName).joined(separator: ", "),
          ]
        })
    }
    let others = layer.mappings.count - tried.count
    if others > 0 {
      page.note(
        (tried.isEmpty ? "" : "and ") + Self.count(others, "mapping")
          + " with none of the layer's columns")
    }
    guard best.found > 0 else { return }
    page.blank()
    page.note("Best: \(best.identifier), \(best.title)")
    if !best.missing.isEmpty {
      page.warning(
        "No column for "
          + best.missing.map { "\($0.field) \($0.chineseName)" }.joined(separator: ", ") + ".")
    }
    for field in best.fields where !field.rivals.isEmpty {
      page.warning(
        "Several columns fit \(field.field) \(field.chineseName): "
          + ([field.column] + field.rivals).joined(separator: ", ") + ". The mapping must name one."
      )
    }
    codes(best)
    contested(layer.contested)
  }

  private mutating func codes(_ best: MappingFit) {
    guard !best.codes.isEmpty else { return }
    page.blank()
    page.table(
      ["codes of", "column", "list", "known", "unknown codes (rows)"],
      [.left, .left, .left, .right, .left], limits: [12, 14, 22, 7, .max],
      rows: best.codes.map { codes in
        let more = codes.unknownCount - codes.unknown.count
        return [
          codes.chineseName, codes.column, codes.list,
          codes.isCounted ? Self.percent(codes.knownRows, of: codes.rows) : "?",
          codes.isCounted
            ? Self.values(codes.unknown) + (more > 0 ? ", and \(Self.number(more)) more" : "")
            : "too many different values",
        ]
      })
  }

  private mutating func contested(_ codes: [ContestedCode]) {
    guard !codes.isEmpty else { return }
    page.blank()
    page.note("Codes that the mappings read differently:")
    page.table(
      ["codes of", "code", "rows", "means"], [.left, .left, .right, .left],
      limits: [12, 10, 11, .max],
      rows: codes.map { code in
        [
          code.chineseName, code.code, Self.number(code.count),
          code.readings.map { "\($0.name) in \($0.mapping)" }.joined(separator: ", "),
        ]
      })
  }

  // MARK: Areas and volumes

  mutating func figures(_ totals: LayerTotals) {
    page.heading("Areas and volumes 面积与蓄积")
    page.fact(
      "recorded 小班",
      "\(Self.area(totals.recordedArea)), the column taken to be \(Self.unitName(totals.areaUnit))"
    )
    if let polygon = totals.polygonArea, let ratio = totals.ratio {
      page.fact(
        "polygons 图形",
        "\(Self.area(polygon)) where both are known; recorded / polygons = "
          + Self.decimal(ratio, 4))
      page.fact(
        "",
        "\(Self.percent(totals.rowsAgreeing, of: totals.rowsCompared)) of "
          + "\(Self.count(totals.rowsCompared, "row")) within 5 %")
      unit(totals)
    }
    if let volume = totals.volume {
      page.fact("stock 蓄积", "\(Self.decimal(volume, 0)) m³, the sum of m³/ha × ha")
    }
    if let total = totals.totalVolume {
      var text = "\(Self.decimal(total, 0)) m³ in the column of totals"
      if totals.volumeRowsCompared > 0 {
        text +=
          "; \(Self.percent(totals.volumeRowsAgreeing, of: totals.volumeRowsCompared)) of "
          + "\(Self.count(totals.volumeRowsCompared, "row")) agree"
      }
      page.fact("totals 小班蓄积", text)
      if totals.volumeRowsCopied > 0 {
        page.warning(
          "\(Self.count(totals.volumeRowsCopied, "row")) repeat the volume per hectare as the "
            + "total.")
      }
    }
  }

  private mutating func unit(_ totals: LayerTotals) {
    guard totals.areaUnit == "hectare" else {
      if !totals.fitsPolygons {
        page.warning(
          "The unit \(totals.areaUnit) of the mapping does not fit the polygons.")
      }
      return
    }
    if totals.rowsInMu > 0 {
      page.warning(
        "\(Self.count(totals.rowsInMu, "row")) have 15 times the polygon's area: they are in 亩."
          + (totals.areaUnitByPolygons == "mu" ? " Set unit: \"mu\" in the mapping." : ""))
    }
    if totals.rowsInSquareMetres > 0 {
      page.warning(
        "\(Self.count(totals.rowsInSquareMetres, "row")) have 10,000 times the polygon's area: "
          + "they are in m²."
          + (totals.areaUnitByPolygons == "square-metre"
            ? " Set unit: \"square-metre\" in the mapping." : ""))
    }
  }

  // MARK: Problems

  mutating func problems(_ layer: LayerInspection) {
    guard layer.totals != nil else { return }
    page.heading("Problems 问题")
    guard !layer.problems.isEmpty else {
      page.note("The rules found nothing.")
      return
    }
    page.table(
      ["rows", "a run", "finding"], [.right, .left, .left], limits: [9, 14, .max],
      rows: layer.problems.map { problem in
        [
          problem.isOfFile ? "all" : Self.number(problem.rows), Self.deed(problem.policy),
          "\(problem.chineseTitle) \(problem.rule)",
        ]
      },
      details: layer.problems.map { problem in
        let value = problem.exampleValue.isEmpty ? "" : " “\(problem.exampleValue)”"
        let detail = problem.exampleDetail.isEmpty ? "" : ", \(problem.exampleDetail)"
        let place = problem.exampleRow < 0 ? "the file" : "row \(problem.exampleRow)"
        return "\(place): \(problem.exampleField)\(value)\(detail)"
      })
    page.note("Row numbers are feature ids, as QGIS shows them.")
  }

  private static func deed(_ policy: String) -> String {
    switch policy {
    case "stop": "stops"
    case "quarantine": "sets aside"
    case "repair": "repairs"
    default: "notes"
    }
  }
}
