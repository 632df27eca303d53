internal import Archive
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Reporting
internal import Tenure

/// Fills the stampable 小班一览表 from what `ingest` and `tenure` stored.
enum VillageSheetReader {
  static func book(
    _ pipeline: PipelineFile, _ context: StageContext, year: Int, counties: [String],
    sources: [SourceFacts]
  ) throws -> VillageSheetBook {
    let folder = try context.upstreamFolder(StageName.ingest.rawValue)
    let villages = try InventoryReader(folder: folder).villages().map(\.village)
    let connection = try Connection(
      path: folder + "/" + InventorySchema.fileName, mode: .readOnly)
    let attach = try connection.prepare("ATTACH ? AS tenure")
    try attach.bindAll([
      .text(
        try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName)
    ])
    try attach.run()
    let plots = try plots(connection, pipeline, year: year)
    let sheets = villages.compactMap { village -> VillageSheet? in
      guard let plots = plots[village.code], !plots.isEmpty else { return nil }
      return VillageSheet(village: village, plots: plots)
    }
    let files = try surveyFiles(connection, year: year)
    let read = sources.filter { files.contains($0.path) }
    let whole = SHA256.digest(read.map { "\($0.digest)  \($0.path)\n" }.joined()).hex
    let edition = "二调 \(year) 年，\(read.count) 个数据文件，合并摘要 \(whole.prefix(16))"
    return VillageSheetBook(
      countyNames: counties, year: year, edition: edition,
      remarks: TitleReason.allCases.filter { $0 != .sliversDropped }.map {
        "\($0.code) \($0.chineseText)"
      },
      sources: read.map {
        VillageSheetBook.Source(path: $0.path, digest: String($0.digest.prefix(16)))
      }, sheets: sheets)
  }

  private static func surveyFiles(
    _ connection: borrowing Connection, year: Int
  ) throws -> Set<String> {
    let set = try connection.columns(
      "SELECT path FROM source WHERE survey = ?", [.integer(Int64(year))], kinds: [.text])
    let paths = try set.texts(0)
    return Set((0..<set.rows).map { paths[$0] })
  }

  /// Numbers of 林班 and 小班 are digits nearly always and are put in order as such.
  private static func plots(
    _ connection: borrowing Connection, _ pipeline: PipelineFile, year: Int
  ) throws -> [String: [VillagePlot]] {
    let mapping = pipeline.inventory.first { $0.survey == year }?.layer.mapping
    let categories = mapping?["forestCategory"]?.codes
    let ownerships = mapping?["landOwnership"]?.codes
    let set = try connection.columns(
      """
      SELECT s.village, s.compartment, s.number, \(known("l")), s.land_ownership_code,
        \(known("f")), s.forest_category_code, \(known("o")), p.name, \(known("a")),
        t.title_class, CAST(t.reasons AS TEXT), s.area_ha, s.age, s.diameter_cm, s.height_m,
        s.canopy_density, s.volume_m3_ha, s.total_volume_m3
      FROM subcompartment s
      LEFT JOIN tenure.title t ON t.subcompartment = s.fid
      LEFT JOIN species p ON p.number = s.species
      LEFT JOIN term l ON l.vocabulary = 'land_class' AND l.number = s.land_class
      LEFT JOIN term o ON o.vocabulary = 'origin' AND o.number = s.origin
      LEFT JOIN term f ON f.vocabulary = 'forest_class' AND f.number = s.forest_class
      LEFT JOIN term a ON a.vocabulary = 'age_group' AND a.number = s.age_group
      WHERE s.survey = ?
      ORDER BY s.village, LENGTH(s.compartment), s.compartment, LENGTH(s.number), s.number, s.fid
      """, [.integer(Int64(year))],
      kinds: [StoredColumn.Kind](repeating: .text, count: 12)
        + [StoredColumn.Kind](repeating: .real, count: 7))
    let texts = try (0..<12).map { try set.texts($0) }
    let reals = try (12..<19).map { try set.reals($0) }
    var plots: [String: [VillagePlot]] = [:]
    for row in 0..<set.rows {
      var plot = VillagePlot()
      plot.compartment = texts[1][row]
      plot.subcompartment = texts[2][row]
      plot.landClass = texts[3][row]
      plot.ownership = name(texts[4][row], ownerships)
      plot.forestClass = texts[5][row]
      plot.forestCategory = name(texts[6][row], categories)
      plot.origin = texts[7][row]
      plot.species = texts[8][row]
      plot.ageGroup = texts[9][row]
      plot.title = TitleClass(rawValue: texts[10][row])?.shortName ?? ""
      plot.remarks = remarks(texts[11][row])
      plot.hectares = reals[0][row]
      plot.age = reals[1][row]
      plot.diameter = reals[2][row]
      plot.height = reals[3][row]
      plot.canopyDensity = reals[4][row]
      plot.volumePerHectare = reals[5][row]
      let total = reals[6][row]
      plot.volume = total.isFinite ? total : plot.volumePerHectare * plot.hectares
      plots[texts[0][row], default: []].append(plot)
    }
    return plots
  }

  /// The name of a term; nothing where it is not known.
  private static func known(_ table: String) -> String {
    "CASE \(table).identifier WHEN 'unknown' THEN '' ELSE \(table).chinese_name END"
  }

  /// Dropped slivers say nothing to a reader of the form.
  private static func remarks(_ bits: String) -> String {
    TitleReasonSet(rawValue: UInt32(bits) ?? 0).subtracting(TitleReasonSet(.sliversDropped))
      .reasons.map(\.code).joined(separator: " ")
  }

  private static func name(_ code: String, _ list: CodeList?) -> String {
    list?.entries[code]?.name ?? code
  }
}

extension TitleClass {
  /// Fits a narrow column.
  fileprivate var shortName: String { self == .singleHolder ? "清晰" : chineseName }
}
