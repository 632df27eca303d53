internal import Geospatial
internal import Inventory
internal import Pipeline

/// Reads single rows of inventory files again, if the files are still those that the run read.
struct SourceRowReader: Sendable {
  let results: RunResults

  /// Fills in what the file says.
  func complete(_ source: inout SurveyRow.Source, survey: Int) {
    let role = "inventory \(survey) \(source.file)"
    guard let record = results.manifest(.ingest)?.inputs.first(where: { $0.role == role }),
      let path = path(of: source.file, survey: survey, record)
    else {
      source.standing = .placeUnknown
      return
    }
    let folder = Path.parent(of: path)
    for file in record.files {
      let part = folder + "/" + file.name
      guard let isSame = try? file.isContent(of: part) else {
        source.standing = .missing
        source.problem = file.name
        return
      }
      guard isSame else {
        source.standing = .changed
        source.problem = file.name
        return
      }
    }
    do {
      source.columns = try read(path, source)
      source.standing = .read
    } catch {
      source.standing = .unreadable
      source.problem = "\(error.problem)"
    }
  }

  /// Where the file lies: as the pipeline says, else where a run last saw its content.
  private func path(of file: String, survey: Int, _ record: InputRecord) -> String? {
    if let pipeline = results.pipeline {
      return pipeline.inventory.filter { $0.survey == survey }.flatMap(\.layer.files)
        .first { $0.displayPath == file }?.path
    }
    guard let first = record.files.first,
      let known = WorkFolder.paths(results.work, digest: first.digest)
        .first(where: { $0.hasSuffix("/" + first.name) })
    else { return nil }
    return String(known.dropLast(first.name.count)) + Path.name(of: file)
  }

  private func read(
    _ path: String, _ source: SurveyRow.Source
  ) throws(SourceError) -> [SurveyRow.Source.Column] {
    // The store keeps the decision with its reason: `GBK（…）`.
    let encoding = source.encoding.prefix { $0 != "（" }
    var layer = try VectorSource(
      path: path, layer: source.layer, encoding: TextEncoding(named: String(encoding)))
    let fields = layer.description.fields
    let all = Array(fields.indices)
    guard let position = try Self.position(of: source.row, in: &layer) else {
      throw SourceError(
        path: path, layer: source.layer, problem: .damaged("no row \(source.row)"))
    }
    let batch = try layer.read(position..<position + 1, fields: all, geometry: false)
    return all.map { index in
      SurveyRow.Source.Column(name: fields[index].name, value: Self.text(batch.columns[index], 0))
    }
  }

  /// Most formats count from 0 or 1 without gaps; the others are searched.
  private static func position(
    of row: Int64, in layer: inout VectorSource
  ) throws(SourceError) -> Int? {
    let count = layer.description.rowCount
    for guess in [Int(row), Int(row) - 1] where (0..<count).contains(guess) {
      let batch = try layer.read(guess..<guess + 1, fields: [], geometry: false)
      if batch.featureIDs.first == row { return guess }
    }
    for first in stride(from: 0, to: count, by: 4096) {
      let batch = try layer.read(first..<min(first + 4096, count), fields: [], geometry: false)
      // Gaps would shift what follows them, so a hit is asked for by itself.
      guard let place = batch.featureIDs.firstIndex(of: row) else { continue }
      for guess in first + place..<min(first + 4096, count) {
        let one = try layer.read(guess..<guess + 1, fields: [], geometry: false)
        if one.featureIDs.first == row { return guess }
      }
    }
    return nil
  }

  private static func text(_ column: SourceColumn, _ row: Int) -> String {
    switch column {
    case .text(let texts): return texts[row]
    case .number(let numbers):
      guard !numbers[row].isNaN else { return "" }
      return ExplainedNumber.text(numbers[row])
    }
  }
}
