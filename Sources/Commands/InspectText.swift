internal import Reporting
internal import Stages

/// The words of `lintan inspect`.
struct InspectText {
  var page: InspectPage
  /// Where mappings were looked for.
  let mappingFolder: String

  func render(_ inspection: FileInspection) -> String {
    var copy = self
    var isFirst = true
    for sheet in inspection.sheets {
      if !isFirst { copy.page.blank() }
      copy.sheet(sheet, inspection.path)
      isFirst = false
    }
    for layer in inspection.layers {
      if !isFirst { copy.page.blank() }
      copy.layer(layer, inspection)
      isFirst = false
    }
    return copy.page.text
  }

  private mutating func layer(_ layer: LayerInspection, _ file: FileInspection) {
    let kind =
      switch layer.geometry {
      case "polygon": "polygons"
      case "line": "lines"
      case "point": "points"
      case "mixed": "mixed geometry"
      default: "no geometry"
      }
    var remark =
      "\(layer.driver), layer \(layer.layer): \(Self.count(layer.rows, "row")), "
      + "\(Self.count(layer.fields.count, "field")), \(kind)"
    if layer.deletedRows > 0 {
      remark += "; \(Self.count(layer.deletedRows, "deleted row")) left out"
    }
    page.title(file.path, remark)
    page.blank()
    encoding(layer.encoding)
    place(layer)
    unusable(layer)
    if layer.rows == 0 { return }
    fields(layer)
    mappings(layer)
    if let totals = layer.totals { figures(totals) }
    problems(layer)
    next(layer, file)
  }

  mutating func encoding(_ facts: EncodingFacts) {
    page.fact("text 编码", "\(facts.encoding): \(facts.evidence)")
    if facts.checkedTexts > 0 {
      var text = "\(Self.count(facts.checkedTexts, "text")) beyond ASCII looked at"
      if facts.cutTexts > 0 {
        text += "; \(Self.number(facts.cutTexts)) end in half a character (field too narrow)"
      }
      if facts.malformedTexts > 0 { text += "; \(Self.number(facts.malformedTexts)) malformed" }
      page.fact("", text)
    }
    if facts.strayTexts > 0 {
      page.warning(
        "\(Self.count(facts.strayTexts, "text")) in UTF-8 among others in GBK, as an app writes that "
          + "appends rows: read as UTF-8, and a run names the rows.")
    }
    for claim in facts.overruled {
      page.warning("\(claim), which the texts contradict: they decide")
    }
  }

  private mutating func place(_ layer: LayerInspection) {
    let place = layer.place
    guard let system = place.system else {
      page.fact("place 坐标", place.evidence)
      if let box = place.extent, layer.geometry != "none" { page.fact("extent 范围", metres(box)) }
      return
    }
    let name = place.systemName.map { $0 == system ? "" : " \($0)" } ?? ""
    page.fact("place 坐标", "\(system)\(name), \(place.evidence)")
    page.fact(
      "datum 基准面", (place.datum ?? "unknown") + (place.isDatumAssumed ? ", assumed" : ", recorded"))
    if let box = place.degrees {
      let near = place.regions.isEmpty ? "" : ", near " + place.regions.joined(separator: " or ")
      let region = place.regions == ["outside China"] ? ", outside China" : near
      page.fact(
        "extent 范围",
        "\(Self.decimal(box.west, 3))–\(Self.decimal(box.east, 3))° E, "
          + "\(Self.decimal(box.south, 3))–\(Self.decimal(box.north, 3))° N" + region)
    } else if let box = place.extent {
      page.fact("extent 范围", metres(box))
    }
    if let area = layer.polygonArea, layer.geometry == "polygon" {
      page.fact("polygons 图形", "\(Self.area(area)) in all")
    }
    if place.isDatumAssumed {
      page.warning(
        "The datum is assumed to be CGCS2000. Xian 1980 and Beijing 1954 lie up to 100 m off: "
          + "ask whoever made the data, then declare `epsg`.")
    }
  }

  /// Rows that a run sets aside for their shape.
  private mutating func unusable(_ layer: LayerInspection) {
    for shapes in layer.unusable {
      page.warning(
        "\(Self.count(shapes.rows, "row")) without a usable polygon (\(shapes.reason)), the first "
          + "is row \(shapes.exampleRow): a run sets such rows aside.")
    }
  }

  private func metres(_ box: PlaceFacts.Box) -> String {
    "x \(Self.decimal(box.west, 1)) to \(Self.decimal(box.east, 1)), "
      + "y \(Self.decimal(box.south, 1)) to \(Self.decimal(box.north, 1))"
  }

  private mutating func next(_ layer: LayerInspection, _ file: FileInspection) {
    page.heading("Next 下一步")
    let layerOption = file.layers.count > 1 ? " --layer \(layer.layer)" : ""
    if layer.place.system == nil, layer.geometry != "none" {
      let code = layer.place.suggestedEPSG.map(String.init) ?? "CODE"
      page.note(
        "A run would refuse the layer, since it is not known where it lies. Ask whoever made it, "
          + "then look again; in a pipeline, declare `epsg` in the same way:")
      page.command("lintan inspect \(file.path)\(layerOption) --epsg \(code)")
    }
    if layer.geometry == "point" || layer.geometry == "line" {
      page.note("A run needs polygons: these are \(layer.geometry)s.")
      return
    }
    if let best = layer.best, best.isUsable, layer.totals?.fitsPolygons != false {
      page.note(
        "Name the mapping \(best.identifier) for this file in a pipeline, under "
          + "\(PipelineEntry.key(best.kind)) of `sources`:")
      for line in PipelineEntry.lines(file, layer, best, besides: mappingFolder) {
        page.command(line)
      }
      return
    }
    page.note("Draft a mapping of your own, then look again:")
    page.command("lintan inspect \(file.path)\(layerOption) --write-mapping my.json5")
  }

  // MARK: Figures

  static func count(_ number: Int, _ what: String) -> String {
    Self.number(number) + " " + what + (number == 1 ? "" : "s")
  }

  static func number(_ number: Int) -> String { Quantity.number(Double(number)) }

  static func area(_ hectares: Double) -> String {
    "\(decimal(hectares, 2)) 公顷 (\(decimal(hectares * 15, 1)) 亩)"
  }

  static func decimal(_ value: Double, _ places: Int) -> String {
    Quantity.number(value, places: places)
  }

  /// A share of rows: never rounded up to 100 % or down to 0 %.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "—" }
    if part == whole { return "100 %" }
    if part == 0 { return "0 %" }
    let tenths = min(999, max(1, (Double(part) * 1000 / Double(whole)).rounded()))
    return Quantity.number(tenths / 10, places: 1) + " %"
  }

  static func values(_ values: [FieldInspection.Value]) -> String {
    values.map { $0.count > 1 ? "\($0.value) (\(Self.number($0.count)))" : $0.value }
      .joined(separator: ", ")
  }
}
