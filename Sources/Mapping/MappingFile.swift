public import Configuration
public import Inventory

/// A mapping: which column of a source is which field, in which unit and by which code list.
///
/// There is no single 小班 schema; names, lists and units differ by province and edition. A
/// mapping is declared in a file and never guessed during a run.
public struct MappingFile: Sendable, Equatable {
  public var identifier: String
  public var title: String
  public var kind: MappingKind
  public var columns: [ColumnMapping]
  /// Fields that together name a 小班 in every survey, outermost first.
  public var key: [String]
  public var areaBasis: AreaBasis

  /// A mapping made in code. Nothing is checked.
  public init(
    identifier: String, title: String, kind: MappingKind, columns: [ColumnMapping],
    key: [String], areaBasis: AreaBasis = .recorded
  ) {
    self.identifier = identifier
    self.title = title
    self.kind = kind
    self.columns = columns
    self.key = key
    self.areaBasis = areaBasis
  }

  /// Decodes a mapping.
  ///
  /// - Parameters:
  ///   - reader: the root object of the file.
  ///   - codeList: gives the code list for a path as written in the file.
  /// - Throws: the first thing that is wrong, with its place in the file.
  public init(
    _ reader: ConfigurationReader,
    codeList: (String) throws(ConfigurationError) -> CodeList
  ) throws(ConfigurationError) {
    identifier = try reader.string("id")
    title = try reader.string("title")
    kind = try reader.choice("kind", MappingKind.self)
    areaBasis = try reader.optionalChoice("areaBasis", AreaBasis.self) ?? .recorded

    let columnsReader = try reader.object("columns")
    columnsReader.declare(kind.fields.map(\.name))
    var columns: [ColumnMapping] = []
    for field in kind.fields where columnsReader.has(field.name) {
      let column = try Self.column(
        field, of: kind, in: columnsReader, codeList: codeList)
      if column.names.contains("") || (column.names.isEmpty && column.constant == nil) {
        throw columnsReader.error(.invalid("a column needs a name"), at: field.name)
      }
      columns.append(column)
    }
    try columnsReader.finish()
    for field in kind.fields where field.isRequired && !columnsReader.has(field.name) {
      throw columnsReader.error(.missingKey(field.name))
    }
    try Self.checkSharing(columns, kind.fields, columnsReader)
    self.columns = columns

    key = try reader.optionalStrings("key") ?? []
    for name in key where !columns.contains(where: { $0.field == name }) {
      throw reader.error(
        .notOneOf(
          value: name, suggestion: Suggestion.closest(to: name, among: columns.map(\.field)),
          allowed: columns.map(\.field)), at: "key")
    }
    if kind == .inventory && key.isEmpty { throw reader.error(.missingKey("key")) }
    try reader.finish()
  }

  public subscript(field: String) -> ColumnMapping? {
    columns.first { $0.field == field }
  }

  /// A column given by its name alone, by several names, or by an object with a unit or list.
  private static func column(
    _ field: FieldDefinition, of kind: MappingKind, in reader: ConfigurationReader,
    codeList: (String) throws(ConfigurationError) -> CodeList
  ) throws(ConfigurationError) -> ColumnMapping {
    guard reader.holdsObject(field.name) else {
      if case .code = field.content {
        throw reader.error(
          .invalid("a code field needs an object with `column` and `codes`"), at: field.name)
      }
      return ColumnMapping(field: field.name, names: try reader.strings(field.name))
    }
    let object = try reader.object(field.name)
    var column = ColumnMapping(
      field: field.name, names: try object.optionalStrings("column") ?? [])
    column.constant = try object.optionalString("constant")
    guard column.names.isEmpty == (column.constant != nil) else {
      throw object.error(.invalid("give either `column` or `constant`"))
    }
    column.isOptional = try object.optionalBool("optional") ?? false
    switch field.content {
    case .text:
      if kind == .inventory || kind == .villages, field.name == "village",
        let path = try object.optionalString("obsolete")
      {
        let list = try codeList(path)
        try checkReplacements(list, object)
        column.obsolete = list
      }
    case .number:
      column.zeroIsMissing = try object.optionalBool("zeroIsMissing") ?? false
    case .area:
      column.areaUnit = try object.choice("unit", AreaUnit.self)
    case .volume:
      column.volumeUnit = try object.choice("unit", VolumeUnit.self)
    case .ratio:
      column.ratioUnit = try object.choice("unit", RatioUnit.self)
      column.zeroIsMissing = try object.optionalBool("zeroIsMissing") ?? false
    case .stems:
      column.stemUnit = try object.optionalChoice("unit", StemUnit.self) ?? .perHectare
      column.zeroIsMissing = try object.optionalBool("zeroIsMissing") ?? false
    case .code(let meanings):
      let list = try codeList(try object.string("codes"))
      if let meanings { try check(list, meanings: meanings, object) }
      column.codes = list
    }
    try object.finish()
    try checkConstant(column, field.content, object)
    return column
  }

  /// A constant that cannot be read would be missing in every row without anyone noticing.
  private static func checkConstant(
    _ column: ColumnMapping, _ content: FieldDefinition.Content, _ reader: ConfigurationReader
  ) throws(ConfigurationError) {
    guard let constant = column.constant else { return }
    switch content {
    case .text: return
    case .number, .area, .volume, .ratio, .stems:
      if NumberText.parse(Array(constant.utf8)[...]).isFinite { return }
      throw reader.error(
        .wrongType(expected: "a number in text", found: "“\(constant)”"), at: "constant")
    case .code:
      guard let list = column.codes, list[constant] == nil else { return }
      let codes = list.entries.keys.sorted()
      throw reader.error(
        .notOneOf(
          value: constant, suggestion: Suggestion.closest(to: constant, among: codes),
          allowed: codes), at: "constant")
    }
  }

  /// Replacements must keep the length, or a village would lose or gain digits.
  private static func checkReplacements(
    _ list: CodeList, _ reader: ConfigurationReader
  ) throws(ConfigurationError) {
    for code in list.entries.keys.sorted() {
      guard let entry = list[code] else { continue }
      let isRight =
        [6, 9, 12].contains(code.utf8.count) && entry.meaning.utf8.count == code.utf8.count
        && (code + entry.meaning).utf8.allSatisfy { 0x30...0x39 ~= $0 }
      if isRight { continue }
      throw reader.error(
        .invalid(
          "\(list.identifier): \(code) = \(entry.meaning) must be 6, 9 or 12 digits on both sides"),
        at: "obsolete")
    }
  }

  private static func check(
    _ list: CodeList, meanings: [String], _ reader: ConfigurationReader
  ) throws(ConfigurationError) {
    for code in list.entries.keys.sorted() {
      guard let entry = list[code], !meanings.contains(entry.meaning) else { continue }
      throw reader.error(
        .notOneOf(
          value: "\(list.identifier): \(code) = \(entry.meaning)",
          suggestion: Suggestion.closest(to: entry.meaning, among: meanings),
          allowed: meanings), at: "codes")
    }
  }
}

extension MappingFile {
  /// The code lists that a mapping names, as written, each once and in file order.
  public static func codeListPaths(in root: ConfigurationValue) -> [String] {
    var paths: [String] = []
    for (_, key, path) in listMembers(of: root) where key == "codes" || key == "obsolete" {
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  /// The code list of each field, as written, in file order.
  public static func codeListPaths(
    byField root: ConfigurationValue
  ) -> [(field: String, path: String)] {
    listMembers(of: root).filter { $0.key == "codes" }.map { ($0.field, $0.path) }
  }

  /// Every text given for a field by a key, such as `("species", "codes", "../codes/x.csv")`.
  private static func listMembers(
    of root: ConfigurationValue
  ) -> [(field: String, key: String, path: String)] {
    members(of: root).filter { $0.key == "columns" }.flatMap { columns in
      members(of: columns.value).flatMap { column in
        members(of: column.value).compactMap { member in
          guard case .string(let path) = member.value.kind else { return nil }
          return (column.key, member.key, path)
        }
      }
    }
  }

  private static func members(of value: ConfigurationValue) -> [ConfigurationValue.Member] {
    if case .object(let members) = value.kind { members } else { [] }
  }
}
