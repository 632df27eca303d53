public import Inventory

/// A mapping bound to the columns of one file: which fields to read, and where each field's
/// values lie among those read.
public struct ColumnBinding: Sendable, Equatable {
  public let mapping: MappingFile
  /// Numbers of the file's columns to read, each once, in the order in which they are asked for.
  public let columnsToRead: [Int]
  /// Field name → position in `columnsToRead`.
  private let positions: [String: Int]

  /// Field name → name of its column as the file spells it.
  private let columnNames: [String: String]

  /// Binds a mapping.
  ///
  /// Names match without regard to case, and also in the ten bytes that a .dbf keeps of them (five
  /// Chinese characters in GBK, three in UTF-8).
  ///
  /// - Parameters:
  ///   - available: the file's column names, in order.
  ///   - aliases: the names that a geodatabase shows to people, in the same order; they are tried
  ///     where no column has a name itself. Empty where the format keeps none.
  public init(
    _ mapping: MappingFile, available: [String], aliases: [String] = []
  ) throws(MappingError) {
    self.mapping = mapping
    let folded = available.map { $0.lowercased() }
    let shown = aliases.map { $0.lowercased() }
    var columnsToRead: [Int] = []
    var positions: [String: Int] = [:]
    var columnNames: [String: String] = [:]
    var cutColumns: Set<Int> = []
    for column in mapping.columns where column.constant == nil {
      let found = Self.matches(column.names, folded, shown)
      if found.count > 1 {
        throw .ambiguousColumn(field: column.field, columns: found.map { available[$0.index] })
      }
      guard let match = found.first else {
        if column.isOptional { continue }
        let chinese =
          mapping.kind.fields.first { $0.name == column.field }?.chineseName ?? column.field
        throw .missingColumn(
          field: column.field, chineseName: chinese, tried: column.names, available: available)
      }
      columnNames[column.field] = available[match.index]
      guard let position = columnsToRead.firstIndex(of: match.index) else {
        positions[column.field] = columnsToRead.count
        columnsToRead.append(match.index)
        if match.isCut { cutColumns.insert(match.index) }
        continue
      }
      // A mapping may name one column for two fields; two names that only cutting makes equal mean
      // two columns, of which one is lost.
      if match.isCut || cutColumns.contains(match.index) {
        throw .ambiguousColumn(field: column.field, columns: [available[match.index]])
      }
      positions[column.field] = position
    }
    self.columnsToRead = columnsToRead
    self.positions = positions
    self.columnNames = columnNames
  }

  /// The columns that carry one of the names, each once; for every name the full form first.
  private static func matches(
    _ names: [String], _ folded: [String], _ shown: [String]
  ) -> [(index: Int, isCut: Bool)] {
    var found: [(index: Int, isCut: Bool)] = []
    for name in names {
      let wanted = name.lowercased()
      let named = folded.indices.filter { folded[$0] == wanted }
      let whole = named.isEmpty ? shown.indices.filter { shown[$0] == wanted } : named
      let cuts = whole.isEmpty ? [Self.cut(wanted, 2), Self.cut(wanted, 3)].compactMap { $0 } : []
      let cut = cuts.first { folded.contains($0) }
      let indices = whole.isEmpty ? folded.indices.filter { folded[$0] == cut } : whole
      for index in indices where !found.contains(where: { $0.index == index }) {
        found.append((index, whole.isEmpty))
      }
    }
    return found
  }

  /// The name of a field's column as the file spells it; nil for constants and absent columns.
  public func columnName(_ field: String) -> String? { columnNames[field] }

  /// Where a field's values lie among the columns read; nil for constants and absent columns.
  public func position(_ field: String) -> Int? { positions[field] }

  /// A field's values as texts; constants repeated, absent columns empty.
  public func texts(_ field: String, in columns: [SourceColumn], rows: Int) -> TextColumn {
    if let position = positions[field] {
      switch columns[position] {
      case .text(let texts): return texts
      case .number(let numbers):
        var texts = TextColumn()
        texts.reserve(rows: rows, bytesPerRow: 8)
        for number in numbers { texts.appendRow { NumberText.append(number, to: &$0) } }
        return texts
      }
    }
    return TextColumn(repeating: mapping[field]?.constant ?? "", count: rows)
  }

  /// A field's values as numbers in the source's unit; NaN where there is none.
  public func numbers(_ field: String, in columns: [SourceColumn], rows: Int) -> [Double] {
    reading(field, in: columns, rows: rows).values
  }

  /// The same, with the cells that are no plain numbers.
  public func reading(_ field: String, in columns: [SourceColumn], rows: Int) -> NumberReading {
    var reading: NumberReading
    if let position = positions[field] {
      switch columns[position] {
      case .number(let found): reading = NumberReading(found)
      case .text(let texts):
        reading = NumberReading(texts, rows: rows, unit: mapping[field]?.quantityUnit)
      }
    } else {
      let constant = Double(mapping[field]?.constant ?? "") ?? .nan
      reading = NumberReading([Double](repeating: constant, count: rows))
    }
    if mapping[field]?.zeroIsMissing == true {
      for row in reading.values.indices where reading.values[row] == 0 {
        reading.values[row] = .nan
      }
    }
    return reading
  }

  /// The name in the ten bytes that a .dbf keeps, with so many bytes to a Chinese character; nil
  /// where nothing is lost.
  private static func cut(_ name: String, _ bytesPerCharacter: Int) -> String? {
    var bytes = 0
    var cut = ""
    for scalar in name.unicodeScalars {
      bytes += scalar.isASCII ? 1 : bytesPerCharacter
      if bytes > 10 { return cut }
      cut.unicodeScalars.append(scalar)
    }
    return nil
  }
}
