public import Inventory

/// A mapping bound to the columns of one file: which fields to read, and where each field's
/// values lie among those read.
public struct ColumnBinding: Sendable, Equatable {
  public let mapping: MappingFile
  /// Numbers of the file's columns to read, each once, in the order in which they are asked for.
  public let columnsToRead: [Int]
  /// Field name → position in `columnsToRead`.
  private let positions: [String: Int]

  /// Binds a mapping.
  ///
  /// Names match without regard to case, and also in the ten characters that a shapefile keeps.
  ///
  /// - Parameters:
  ///   - available: the file's column names, in order.
  public init(_ mapping: MappingFile, available: [String]) throws(MappingError) {
    self.mapping = mapping
    let folded = available.map { $0.lowercased() }
    var columnsToRead: [Int] = []
    var positions: [String: Int] = [:]
    for column in mapping.columns where column.constant == nil {
      var found: [Int] = []
      for name in column.names {
        let wanted = name.lowercased()
        if let index = folded.firstIndex(of: wanted) ?? folded.firstIndex(of: Self.cut(wanted)),
          !found.contains(index)
        {
          found.append(index)
        }
      }
      if found.count > 1 {
        throw .ambiguousColumn(field: column.field, columns: found.map { available[$0] })
      }
      guard let index = found.first else {
        if column.isOptional { continue }
        let chinese =
          mapping.kind.fields.first { $0.name == column.field }?.chineseName ?? column.field
        throw .missingColumn(
          field: column.field, chineseName: chinese, tried: column.names, available: available)
      }
      if let position = columnsToRead.firstIndex(of: index) {
        positions[column.field] = position
      } else {
        positions[column.field] = columnsToRead.count
        columnsToRead.append(index)
      }
    }
    self.columnsToRead = columnsToRead
    self.positions = positions
  }

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
    let constant = Array((mapping[field]?.constant ?? "").utf8)
    var texts = TextColumn()
    texts.reserve(rows: rows, bytesPerRow: constant.count)
    for _ in 0..<rows { texts.append(utf8: constant) }
    return texts
  }

  /// A field's values as numbers in the source's unit; NaN where there is none.
  public func numbers(_ field: String, in columns: [SourceColumn], rows: Int) -> [Double] {
    var numbers: [Double]
    if let position = positions[field] {
      switch columns[position] {
      case .number(let found): numbers = found
      case .text(let texts):
        numbers = []
        numbers.reserveCapacity(rows)
        for row in 0..<rows { numbers.append(NumberText.parse(texts.bytes[texts.byteRange(row)])) }
      }
    } else {
      let constant = Double(mapping[field]?.constant ?? "") ?? .nan
      numbers = [Double](repeating: constant, count: rows)
    }
    if mapping[field]?.zeroIsMissing == true {
      for row in numbers.indices where numbers[row] == 0 { numbers[row] = .nan }
    }
    return numbers
  }

  /// The name in ten bytes of ASCII, as a .dbf holds it.
  private static func cut(_ name: String) -> String {
    name.utf8.count > 10 && name.utf8.allSatisfy { $0 < 0x80 } ? String(name.prefix(10)) : name
  }
}
