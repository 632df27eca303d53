internal import Configuration

extension MappingFile {
  /// Fields that are known to be filled from one column on purpose: a volume that is told as a
  /// total, an earlier state that was not surveyed again.
  private static let pairs: [Set<String>] = [
    ["volume", "totalVolume"], ["area", "previousArea"], ["volume", "previousVolume"],
  ]

  /// Refuses a column that is to be two things at once of which one is a number: an age is no 小班
  /// number, and nothing later would notice.
  static func checkSharing(
    _ columns: [ColumnMapping], _ fields: [FieldDefinition], _ reader: ConfigurationReader
  ) throws(ConfigurationError) {
    for (number, column) in columns.enumerated() {
      for earlier in columns[..<number] {
        guard let name = column.names.first(where: { earlier.names.contains($0) }),
          isNumber(column.field, fields) || isNumber(earlier.field, fields),
          !pairs.contains([column.field, earlier.field])
        else { continue }
        throw reader.error(
          .invalid(
            "column \(name) is named for \(earlier.field) already and cannot be \(column.field) "
              + "too; leave out the field that the file does not have"), at: column.field)
      }
    }
  }

  private static func isNumber(_ name: String, _ fields: [FieldDefinition]) -> Bool {
    switch fields.first(where: { $0.name == name })?.content {
    case .number, .area, .volume, .ratio, .stems: true
    case .text, .code, nil: false
    }
  }
}
