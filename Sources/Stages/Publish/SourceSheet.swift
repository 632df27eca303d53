internal import Archive
internal import Pipeline
internal import Reporting

/// The files a run read, with their digests.
enum SourceSheet {
  static func facts(_ context: StageContext) throws -> [SourceFacts] {
    let ingestFolder = try context.upstreamFolder(StageName.ingest.rawValue)
    let tenureFolder = try context.upstreamFolder(StageName.tenure.rawValue)
    let ingest = try Connection(
      path: ingestFolder + "/" + InventorySchema.fileName, mode: .readOnly)
    let tenure = try Connection(
      path: tenureFolder + "/" + TenureSchema.fileName, mode: .readOnly)
    let digests =
      (Manifest.read(folder: ingestFolder)?.inputs ?? [])
      + (Manifest.read(folder: tenureFolder)?.inputs ?? [])
    let first = try ingest.columns(
      "SELECT path, layer, rows_in, encoding, coordinates FROM source ORDER BY number",
      kinds: [.text, .text, .integer, .text, .text])
    let second = try tenure.columns(
      "SELECT path, layer, rows_in, encoding, coordinates FROM tenure_source ORDER BY number",
      kinds: [.text, .text, .integer, .text, .text])
    return try facts(first, digests) + facts(second, digests)
  }

  private static func facts(
    _ set: ColumnSet, _ digests: [InputRecord]
  ) throws -> [SourceFacts] {
    let (paths, layers, rows) = (try set.texts(0), try set.texts(1), try set.integers(2))
    let (encodings, systems) = (try set.texts(3), try set.texts(4))
    return (0..<set.rows).map { row in
      SourceFacts(
        path: paths[row], layer: layers[row], rows: Int(rows[row]), encoding: encodings[row],
        crs: systems[row],
        digest: digests.first { $0.role.hasSuffix(paths[row]) }.map(digest) ?? "")
    }
  }

  /// The digest of the one file, or of the list of all parts with theirs, as `sha256sum` prints it.
  private static func digest(_ input: InputRecord) -> String {
    guard input.files.count > 1 else { return input.files.first?.digest ?? "" }
    return SHA256.digest(
      input.files.map { "\($0.digest)  \($0.name)\n" }.joined()
    ).hex
  }
}
