internal import Inventory
internal import Mapping

/// Compares a layer's columns and codes with known mappings. Those of 林权 lists are left out: lists
/// are read by their headings.
enum MappingFitter {
  /// Unknown codes that are kept for each list.
  static let unknownLimit = 20

  /// A mapping reduced to what the layer has, so that its rows can be read.
  struct Candidate {
    var fit: MappingFit
    /// Only columns that were found, under the name that the layer uses.
    var usable: MappingFile
  }

  /// - Parameters:
  ///   - names: the layer's columns.
  ///   - values: their values with counts; nil where there were too many.
  /// - Returns: best fit first: by `MappingFit.score`, columns found, codes known, and the
  ///   identifier.
  static func candidates(
    _ catalog: MappingCatalog, names: [String], values: [[FieldInspection.Value]?],
    filled: [Int]
  ) -> [Candidate] {
    catalog.entries.filter { $0.mapping.kind != .tenureList }.map {
      candidate($0, names, values, filled)
    }.sorted {
      let (a, b) = ($0.fit, $1.fit)
      if a.score != b.score { return a.score > b.score }
      if a.found != b.found { return a.found > b.found }
      if a.codeShare != b.codeShare { return a.codeShare > b.codeShare }
      return a.identifier < b.identifier
    }
  }

  private static func candidate(
    _ entry: MappingCatalog.Entry, _ names: [String], _ values: [[FieldInspection.Value]?],
    _ filled: [Int]
  ) -> Candidate {
    let mapping = entry.mapping
    var usable = mapping
    usable.columns = []
    var fit = MappingFit(
      identifier: mapping.identifier, title: mapping.title, kind: mapping.kind.rawValue,
      path: entry.path, fields: [], codes: [])
    for column in mapping.columns {
      let chinese =
        mapping.kind.fields.first { $0.name == column.field }?.chineseName ?? column.field
      if column.constant != nil {
        usable.columns.append(column)
        continue
      }
      let found = positions(of: column, in: mapping, names)
      fit.fields.append(
        MappingFit.Field(
          field: column.field, chineseName: chinese, column: found.first.map { names[$0] } ?? "",
          isRequired: !column.isOptional, rivals: found.dropFirst().map { names[$0] }))
      guard let position = found.first else { continue }
      var kept = column
      kept.names = [names[position]]
      usable.columns.append(kept)
      if let list = column.codes {
        fit.codes.append(
          codes(
            column.field, chinese, names[position], list, values[position], filled[position]))
      }
    }
    usable.key = mapping.key.filter { field in usable.columns.contains { $0.field == field } }
    return Candidate(fit: fit, usable: usable)
  }

  /// Columns that fill a field by the rules of `ColumnBinding`; several where it would refuse.
  private static func positions(
    of column: ColumnMapping, in mapping: MappingFile, _ names: [String]
  ) -> [Int] {
    var positions: [Int] = []
    for name in column.names {
      var one = column
      one.names = [name]
      var single = mapping
      single.columns = [one]
      guard let binding = try? ColumnBinding(single, available: names),
        let position = binding.columnsToRead.first, !positions.contains(position)
      else { continue }
      positions.append(position)
    }
    return positions
  }

  private static func codes(
    _ field: String, _ chinese: String, _ column: String, _ list: CodeList,
    _ values: [FieldInspection.Value]?, _ filled: Int
  ) -> MappingFit.Codes {
    var codes = MappingFit.Codes(
      field: field, chineseName: chinese, column: column, list: list.identifier, rows: filled,
      knownRows: 0, unknown: [], unknownCount: 0, isCounted: values != nil)
    for value in values ?? [] {
      if list[value.value] != nil {
        codes.knownRows += value.count
      } else {
        codes.unknownCount += 1
        if codes.unknown.count < unknownLimit { codes.unknown.append(value) }
      }
    }
    return codes
  }

  /// Codes that the mappings' lists know under different names.
  static func contested(
    _ candidates: [Candidate], names: [String], values: [[FieldInspection.Value]?]
  ) -> [ContestedCode] {
    var found: [ContestedCode] = []
    guard let best = candidates.first else { return [] }
    for column in best.usable.columns where column.codes != nil {
      guard let position = names.firstIndex(of: column.names.first ?? "") else { continue }
      let lists = candidates.compactMap { candidate -> (String, CodeList)? in
        guard let other = candidate.usable[column.field], other.names == column.names,
          let list = other.codes
        else { return nil }
        return (candidate.fit.identifier, list)
      }
      let chinese =
        best.fit.fields.first { $0.field == column.field }?.chineseName ?? column.field
      for value in values[position] ?? [] {
        let readings = lists.compactMap { identifier, list in
          list[value.value].map { ContestedCode.Reading(mapping: identifier, name: $0.name) }
        }
        guard Set(readings.map(\.name)).count > 1 else { continue }
        found.append(
          ContestedCode(
            chineseName: chinese, column: names[position], code: value.value, count: value.count,
            readings: readings))
      }
    }
    // Stable: of equally frequent codes, the one of the earlier column.
    return Array(
      found.enumerated().sorted {
        ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
      }.map(\.element).prefix(8))
  }
}
