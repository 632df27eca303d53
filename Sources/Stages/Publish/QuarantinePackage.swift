internal import Archive
internal import Geometry
internal import Geospatial
internal import Inventory
internal import Pipeline
internal import Quality

/// Writes `quarantine.gpkg`: every row that was set aside, with all columns and texts of its file,
/// its polygon where it can be drawn, and why. One layer for each file, in the file's own coordinate
/// system, so that a mended layer can be read with the same mapping again.
///
/// The store keeps these rows as the program understood them, which is not enough to mend them; so
/// the files are read again. `SourceSheet` has made sure that they are still the ones that were
/// read.
struct QuarantinePackage {
  static let fileName = "quarantine.gpkg"

  /// Columns before those of the file.
  private static let ownColumns = [
    FieldDescription(name: "lintan_rules", kind: .text),
    FieldDescription(name: "lintan_reason", kind: .text),
    FieldDescription(name: "lintan_source", kind: .text),
    FieldDescription(name: "lintan_row", kind: .integer),
  ]
  /// Rows read at a time.
  private static let chunk = 1024

  private let path: String
  private let pipeline: PipelineFile
  private let context: StageContext

  init(path: String, pipeline: PipelineFile, context: StageContext) {
    self.path = path
    self.pipeline = pipeline
    self.context = context
  }

  /// A file with rows set aside, and what becomes of its columns.
  private struct Source {
    var displayPath: String
    var layer: String
    var description: LayerDescription
    /// Source row → rules and reason.
    var rows: [Int64: (rules: String, reason: String)]
    var columns: [String]

    var epsg: Int? { description.coordinates.system?.epsg }
  }

  func write() throws {
    let ingest = try Connection(
      path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
        + InventorySchema.fileName, mode: .readOnly)
    let sources = try sources(ingest)
    try GeoPackageTemplate.create(
      path: path,
      tables: sources.map(Self.table) + [
        GeoPackageTemplate.Table(
          name: "notice", hasGeometry: false, epsg: nil,
          fields: [FieldDescription(name: "text", kind: .text)])
      ])
    let connection = try Connection(path: path, mode: .fill)
    try connection.transaction {
      for source in sources { try copy(source, to: connection) }
      let insert = try connection.prepare("INSERT INTO notice (text) VALUES (?)")
      for text in Self.notices(isEmpty: sources.isEmpty) {
        try insert.bindAll([.text(text)])
        try insert.run()
      }
    }
    try connection.close()
    for source in sources where Self.hasPolygons(source) {
      try GeoPackageTemplate.updateExtent(path: path, layer: source.layer)
      try GeoPackageTemplate.buildSpatialIndex(path: path, layer: source.layer)
    }
  }

  private static func notices(isEmpty: Bool) -> [String] {
    guard !isEmpty else { return ["没有被隔离的记录。"] }
    return [
      "每个图层对应一个数据文件，列出其中被隔离的全部记录及原始字段；lintan_reason 为原因，lintan_row 为原文件行号（自 0 起）。",
      "请在原文件中按行号改正后重新运行；或在本文件中改正，将 path 指向本文件、layer 指向该图层，用原映射单独试算。",
      "含原始字段，可能有个人信息，仅供林业主管部门内部改正使用。",
    ]
  }

  private static func hasPolygons(_ source: Source) -> Bool { source.description.geometry != .none }

  private static func table(_ source: Source) -> GeoPackageTemplate.Table {
    GeoPackageTemplate.Table(
      name: source.layer, hasGeometry: hasPolygons(source), epsg: source.epsg,
      fields: ownColumns
        + zip(source.columns, source.description.fields).map { name, field in
          FieldDescription(name: name, kind: field.kind == .date ? .text : field.kind)
        })
  }

  // MARK: What was set aside

  private func sources(_ ingest: borrowing Connection) throws -> [Source] {
    let set = try ingest.columns(
      "SELECT number, survey, path FROM source WHERE quarantined > 0 ORDER BY number",
      kinds: [.integer, .integer, .text])
    let (numbers, surveys, paths) = (
      try set.integers(0), try set.integers(1), try set.texts(2)
    )
    var names: Set<String> = ["notice"]
    var sources: [Source] = []
    for row in 0..<set.rows {
      let shown = paths[row]
      guard
        let declared = pipeline.inventory.first(where: { $0.survey == Int(surveys[row]) }),
        let file = declared.layer.files.first(where: { $0.displayPath == shown })
      else { continue }
      let (description, _) = try SourceExaminer.examine(file, of: declared.layer)
      let stem = Self.stem(shown)
      let layer = Self.unused([stem, "\(stem)_\(surveys[row])"], &names)
      sources.append(
        Source(
          displayPath: shown, layer: layer, description: description,
          rows: try rows(ingest, source: numbers[row]),
          columns: Self.columns(description.fields.map(\.name))))
    }
    return sources
  }

  private func rows(
    _ ingest: borrowing Connection, source: Int64
  ) throws -> [Int64: (rules: String, reason: String)] {
    let titles = Dictionary(
      RuleCatalog.definitions.map { ($0.identifier, $0.chineseTitle) },
      uniquingKeysWith: { first, _ in first })
    let set = try ingest.columns(
      """
      SELECT q.source_row, q.rules, COALESCE(f.rule, ''), COALESCE(f.field, ''),
        COALESCE(f.value, ''), COALESCE(f.detail, '')
      FROM quarantined q LEFT JOIN finding f
        ON f.source = q.source AND f.source_row = q.source_row AND f.action = 'quarantined'
      WHERE q.source = ? ORDER BY q.fid, f.rowid
      """, [.integer(source)], kinds: [.integer, .text, .text, .text, .text, .text])
    let (numbers, rules) = (try set.integers(0), try set.texts(1))
    let facts = try (2...5).map { try set.texts($0) }
    var rows: [Int64: (rules: String, reason: String)] = [:]
    for row in 0..<set.rows {
      var reason = titles[facts[0][row]] ?? facts[0][row]
      let value = [facts[1][row], facts[2][row]].filter { !$0.isEmpty }.joined(separator: " = ")
      if !value.isEmpty { reason += "（\(value)）" }
      if !facts[3][row].isEmpty { reason += "：\(facts[3][row])" }
      if let known = rows[numbers[row]]?.reason { reason = known + "；" + reason }
      rows[numbers[row]] = (rules[row], reason)
    }
    return rows
  }

  // MARK: Copying

  private func copy(_ source: Source, to connection: borrowing Connection) throws {
    var reader: VectorSource
    do {
      reader = try VectorSource(reopening: source.description)
    } catch {
      throw error.shown(as: source.displayPath)
    }
    let fields = Array(source.description.fields.indices)
    let hasPolygons = Self.hasPolygons(source)
    let names = (hasPolygons ? ["geom"] : []) + Self.ownColumns.map(\.name) + source.columns
    let insert = try connection.prepare(
      "INSERT INTO \(Self.quoted(source.layer)) (\(names.map(Self.quoted).joined(separator: ", "))) "
        + "VALUES (\([String](repeating: "?", count: names.count).joined(separator: ", ")))")
    let first = hasPolygons ? 2 : 1
    for start in stride(from: 0, to: source.description.rowCount, by: Self.chunk) {
      try context.interruption.check()
      let range = start..<min(start + Self.chunk, source.description.rowCount)
      guard Self.mayHold(source, range) else { continue }
      let batch: RawBatch
      do {
        batch = try reader.read(range, fields: fields, geometry: hasPolygons)
      } catch {
        throw error.shown(as: source.displayPath)
      }
      let geometry = hasPolygons ? UsableGeometry.only(batch.geometry).geometry : batch.geometry
      for (row, number) in batch.featureIDs.enumerated() {
        guard let why = source.rows[number] else { continue }
        insert.reset()
        if hasPolygons {
          let shape = GeoPackageGeometry.encode(
            wkb: geometry[row], srsID: Int32(source.epsg ?? -1))
          if let shape {
            try insert.bind(blob: shape[...], at: 1)
          } else {
            try insert.bindNull(at: 1)
          }
        }
        try insert.bind(why.rules, at: first)
        try insert.bind(why.reason, at: first + 1)
        try insert.bind(source.displayPath, at: first + 2)
        try insert.bind(number, at: first + 3)
        for (place, column) in batch.columns.enumerated() {
          try Self.bind(column, row, to: insert, at: first + 4 + place)
        }
        try insert.run()
      }
    }
  }

  /// Rows of a shapefile are numbered by their place; those of other files are looked at.
  private static func mayHold(_ source: Source, _ range: Range<Int>) -> Bool {
    guard source.description.driver == "ESRI Shapefile" else { return true }
    return range.contains { source.rows[Int64($0)] != nil }
  }

  private static func bind(
    _ column: SourceColumn, _ row: Int, to statement: borrowing Statement, at place: Int
  ) throws {
    switch column {
    case .text(let texts): try statement.bind(text: texts.bytes[texts.byteRange(row)], at: place)
    case .number(let numbers):
      let number = numbers[row]
      if number.isNaN {
        try statement.bindNull(at: place)
      } else if number == number.rounded(), abs(number) < 1e15 {
        try statement.bind(Int64(number), at: place)
      } else {
        try statement.bind(number, at: place)
      }
    }
  }

  // MARK: Names

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// File names without folder and ending.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The file's own names, but where SQLite would take two for one.
  private static func columns(_ names: [String]) -> [String] {
    var used = Set(["fid", "geom"] + ownColumns.map(\.name))
    return names.map { unused([$0.isEmpty ? "column" : $0], &used) }
  }

  /// The first of these names, or a numbered one, that is not used yet; ASCII case does not count.
  private static func unused(_ names: [String], _ used: inout Set<String>) -> String {
    let last = names.last ?? "layer"
    var number = 1
    var candidates = names[...]
    while true {
      let name = candidates.popFirst() ?? "\(last)_\(number)"
      if candidates.isEmpty, used.contains(name.lowercased()) { number += 1 }
      if used.insert(name.lowercased()).inserted { return name }
    }
  }
}
