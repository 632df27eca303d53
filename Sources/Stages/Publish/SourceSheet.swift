internal import Archive
internal import Pipeline
internal import Reporting

/// The files a run read, with their digests as `sha256sum` prints them.
enum SourceSheet {
  static func facts(
    _ pipeline: PipelineFile, _ context: StageContext
  ) throws -> [SourceFacts] {
    let ingestFolder = try context.upstreamFolder(StageName.ingest.rawValue)
    let tenureFolder = try context.upstreamFolder(StageName.tenure.rawValue)
    let ingest = try Connection(
      path: ingestFolder + "/" + InventorySchema.fileName, mode: .readOnly)
    let tenure = try Connection(
      path: tenureFolder + "/" + TenureSchema.fileName, mode: .readOnly)
    let records =
      (Manifest.read(folder: ingestFolder)?.inputs ?? [])
      + (Manifest.read(folder: tenureFolder)?.inputs ?? [])
    let columns = "path, layer, rows_in, encoding, coordinates"
    let kinds: [StoredColumn.Kind] = [.text, .text, .integer, .text, .text]
    let sets = [
      try ingest.columns("SELECT \(columns) FROM source ORDER BY number", kinds: kinds),
      try tenure.columns("SELECT \(columns) FROM tenure_source ORDER BY number", kinds: kinds),
    ]
    var facts: [SourceFacts] = []
    for set in sets {
      let (paths, layers, rows) = (try set.texts(0), try set.texts(1), try set.integers(2))
      let (encodings, systems) = (try set.texts(3), try set.texts(4))
      for row in 0..<set.rows {
        facts.append(
          SourceFacts(
            path: paths[row], layer: layers[row], rows: Int(rows[row]),
            encoding: encodings[row], crs: systems[row], digest: ""))
      }
    }
    for (row, outcome) in try outcomes(ingest).enumerated() { facts[row].outcome = outcome }
    let digests = try digests(Set(facts.map(\.path)).sorted(), pipeline, records, context)
    for row in facts.indices { facts[row].digest = digests[facts[row].path] ?? "" }
    return facts
  }

  /// What became of the rows of the inventory files, which come first.
  private static func outcomes(_ ingest: borrowing Connection) throws -> [RowOutcome] {
    let set = try ingest.columns(
      """
      SELECT accepted, repaired, quarantined, area_ha - repaired_area_ha, repaired_area_ha,
        quarantined_area_ha
      FROM source ORDER BY number
      """, kinds: [.integer, .integer, .integer, .real, .real, .real])
    let rows = try (0...2).map { try set.integers($0) }
    let areas = try (3...5).map { try set.reals($0) }
    return (0..<set.rows).map { row in
      func part(_ number: Int) -> RowOutcome.Part {
        RowOutcome.Part(rows: Int(rows[number][row]), hectares: areas[number][row])
      }
      return RowOutcome(accepted: part(0), repaired: part(1), quarantined: part(2))
    }
  }

  /// The digests of sources by path as shown: that of the one file, or of the list of all parts
  /// with theirs, as `sha256sum` prints it.
  private static func digests(
    _ shown: [String], _ pipeline: PipelineFile, _ records: [InputRecord],
    _ context: StageContext
  ) throws -> [String: String] {
    var items: [(source: String, path: String, record: InputRecord.File)] = []
    for source in shown {
      guard let record = records.first(where: { $0.role.hasSuffix(" " + source) }),
        let parts = pipeline.dataFiles.first(where: { $0.displayPath == source })?.parts
      else { continue }
      for file in record.files {
        guard let part = parts.first(where: { isPart($0, of: file.name) }) else { continue }
        items.append((source, Path.parent(of: part) + "/" + file.name, file))
      }
    }
    let list = items
    let interruption = context.interruption
    let digests = try Workers.map(
      count: list.count, threads: context.threads, interruption: interruption
    ) { item in
      let (source, path, record) = list[item]
      do {
        return try SHA256.digest(
          file: path, recordedAs: record, interruption: interruption
        ).hex
      } catch let error as FileInFlux {
        throw InputError(
          stage: StageName.publish.rawValue, role: source, path: error.path, problem: .changed)
      }
    }
    var parts: [String: [(name: String, digest: String)]] = [:]
    for (item, digest) in zip(list, digests) {
      parts[item.source, default: []].append((item.record.name, digest))
    }
    return parts.mapValues { parts in
      parts.count == 1
        ? parts[0].digest
        : SHA256.digest(parts.map { "\($0.digest)  \($0.name)\n" }.joined()).hex
    }
  }

  /// Whether an input path stands for a recorded file: itself, or a folder around it.
  private static func isPart(_ path: String, of name: String) -> Bool {
    let last = Path.name(of: path)
    return name == last || name.hasPrefix(last + "/")
  }
}
