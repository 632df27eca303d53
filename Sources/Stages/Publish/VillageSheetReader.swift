internal import Archive
internal import Inventory
internal import Mapping
internal import Pipeline
internal import Reporting
internal import Tenure

/// Fills the stampable 小班一览表 from what `ingest` and `tenure` stored.
enum VillageSheetReader {
  static func book(
    _ pipeline: PipelineFile, _ context: StageContext, year: Int, villages: [Village],
    counties: [String], sources: [SourceFacts]
  ) throws -> VillageSheetBook {
    let connection = try Connection(
      path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
        + InventorySchema.fileName, mode: .readOnly)
    let tenure = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    let plots = try plots(connection, tenure, pipeline, year: year)
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

  /// By village, in the order of the sheets.
  private static func plots(
    _ connection: borrowing Connection, _ tenure: borrowing Connection,
    _ pipeline: PipelineFile, year: Int
  ) throws -> [String: [VillagePlot]] {
    let mapping = pipeline.inventory.first { $0.survey == year }?.layer.mapping
    let listed = try ListedPlots(connection, year: year)
    let titles = try StoredTitles(tenure, rows: listed.rows)
    let set = try connection.columns(
      of: InventorySchema.subcompartment,
      [
        TableColumn("land_class", .integer), TableColumn("forest_class", .integer),
        TableColumn("origin", .integer), TableColumn("age_group", .integer),
        TableColumn("species", .integer), TableColumn("land_ownership_code", .text),
        TableColumn("forest_category_code", .text), TableColumn("age", .real),
        TableColumn("diameter_cm", .real), TableColumn("height_m", .real),
        TableColumn("canopy_density", .real), TableColumn("volume_m3_ha", .real),
        TableColumn("total_volume_m3", .real),
      ], where: [("survey", Int64(year)...Int64(year))])
    let landClass = try names(of: "land_class", connection, try set.integers(0))
    let forestClass = try names(of: "forest_class", connection, try set.integers(1))
    let origin = try names(of: "origin", connection, try set.integers(2))
    let ageGroup = try names(of: "age_group", connection, try set.integers(3))
    let species = try names(
      connection.columns("SELECT number, name FROM species", kinds: [.integer, .text]),
      of: try set.integers(4))
    let ownerships = mapping?["landOwnership"]?.codes
    let ownership = try set.texts(5).terms { name($0, ownerships) }
    let categories = mapping?["forestCategory"]?.codes
    let category = try set.texts(6).terms { name($0, categories) }
    let reals = try (7..<13).map { try set.reals($0) }
    var remarkTexts: [TitleReasonSet: String] = [:]
    var plots: [String: [VillagePlot]] = [:]
    for row in listed.order(Array(listed.rows.indices)) {
      var plot = VillagePlot()
      plot.compartment = listed.compartment[row]
      plot.subcompartment = listed.number[row]
      plot.landClass = landClass[row]
      plot.ownership = ownership[row]
      plot.forestClass = forestClass[row]
      plot.forestCategory = category[row]
      plot.origin = origin[row]
      plot.species = species[row]
      plot.ageGroup = ageGroup[row]
      plot.title = titles.titleClass[row]?.shortName ?? ""
      let reasons = titles.reasons[row]
      plot.remarks = remarkTexts[reasons] ?? remarks(reasons)
      remarkTexts[reasons] = plot.remarks
      plot.hectares = listed.hectares[row]
      plot.age = reals[0][row]
      plot.diameter = reals[1][row]
      plot.height = reals[2][row]
      plot.canopyDensity = reals[3][row]
      plot.volumePerHectare = reals[4][row]
      let total = reals[5][row]
      plot.volume = total.isFinite ? total : plot.volumePerHectare * plot.hectares
      plots[listed.village[row], default: []].append(plot)
    }
    return plots
  }

  /// The names of terms of a vocabulary; nothing where the term is not known.
  private static func names(
    of vocabulary: String, _ connection: borrowing Connection, _ numbers: [Int64]
  ) throws -> [String] {
    try names(
      connection.columns(
        """
        SELECT number, chinese_name FROM term WHERE vocabulary = ? AND identifier <> 'unknown'
        """, [.text(vocabulary)], kinds: [.integer, .text]), of: numbers)
  }

  /// - Parameter table: numbers and names.
  private static func names(_ table: ColumnSet, of numbers: [Int64]) throws -> [String] {
    let texts = try table.texts(1)
    var names: [Int64: String] = [:]
    for (row, number) in try table.integers(0).enumerated() { names[number] = texts[row] }
    return numbers.map { names[$0] ?? "" }
  }

  /// Dropped slivers say nothing to a reader of the form.
  private static func remarks(_ reasons: TitleReasonSet) -> String {
    reasons.subtracting(TitleReasonSet(.sliversDropped)).reasons.map(\.code).joined(separator: " ")
  }

  private static func name(_ code: String, _ list: CodeList?) -> String {
    list?.entries[code]?.name ?? code
  }
}

extension TitleClass {
  /// Fits a narrow column.
  fileprivate var shortName: String { self == .singleHolder ? "清晰" : chineseName }
}
