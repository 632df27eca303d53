/// How well a known mapping fits a layer.
public struct MappingFit: Sendable, Equatable, Codable {
  /// A field of the vocabulary with the column that fills it.
  public struct Field: Sendable, Equatable, Codable {
    public var field: String
    public var chineseName: String
    /// The layer's column; empty where there is none.
    public var column: String
    public var isRequired: Bool
    /// Further columns that fit as well: the mapping must name one.
    public var rivals: [String]
  }

  /// How many rows have codes that a list knows.
  public struct Codes: Sendable, Equatable, Codable {
    public var field: String
    public var chineseName: String
    public var column: String
    /// The code list's short name.
    public var list: String
    /// Rows with a code.
    public var rows: Int
    public var knownRows: Int
    /// Codes that are not in the list, most frequent first, at most 20.
    public var unknown: [FieldInspection.Value]
    /// Different codes that are not in the list.
    public var unknownCount: Int
    /// False where the column has too many different values to be counted.
    public var isCounted: Bool

    public var share: Double { rows > 0 ? Double(knownRows) / Double(rows) : 1 }
  }

  public var identifier: String
  public var title: String
  /// Such as `inventory`.
  public var kind: String
  /// The mapping file.
  public var path: String
  public var fields: [Field]
  public var codes: [Codes]

  public var found: Int { fields.count { !$0.column.isEmpty } }
  /// Required fields that no column fills.
  public var missing: [Field] { fields.filter { $0.column.isEmpty && $0.isRequired } }
  /// Rows with known codes in all code columns together; 1 where there are none.
  public var codeShare: Double {
    let rows = codes.reduce(0) { $0 + $1.rows }
    return rows > 0 ? Double(codes.reduce(0) { $0 + $1.knownRows }) / Double(rows) : 1
  }
  /// What mappings are ordered by: columns found, less twice those missing, times the share of
  /// codes known. Two mappings of equal names are told apart by their codes, and one of many
  /// columns beats one of few.
  var score: Double { Double(max(0, found - 2 * missing.count)) * codeShare }

  /// Whether a run could use the mapping as it is.
  public var isUsable: Bool {
    found > 0 && missing.isEmpty && fields.allSatisfy { $0.rivals.isEmpty } && codeShare >= 0.5
  }
}
