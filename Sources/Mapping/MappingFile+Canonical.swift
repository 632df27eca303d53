internal import Inventory

extension MappingFile {
  /// The mapping with its code lists in one text: equal texts read every file alike.
  public var canonicalText: String {
    var parts = [identifier, kind.rawValue, areaBasis.rawValue, key.joined(separator: "/")]
    for column in columns {
      parts.append(
        [
          column.field, column.names.joined(separator: "|"), column.constant ?? "",
          column.isOptional ? "optional" : "", column.zeroIsMissing ? "0=missing" : "",
          column.areaUnit.rawValue, column.volumeUnit.rawValue, column.ratioUnit.rawValue,
          column.stemUnit.rawValue,
        ].joined(separator: ","))
      for codes in [column.codes, column.obsolete].compactMap({ $0 }) {
        for (code, entry) in codes.entries.sorted(by: { $0.key < $1.key }) {
          parts.append("\(code)=\(entry.name)=\(entry.meaning)=\(entry.standing.rawValue)")
        }
      }
    }
    return parts.joined(separator: ";")
  }
}
