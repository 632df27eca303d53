import Configuration
import Inventory
import Mapping

/// Mapping files written in the tests.
enum Mappings {
  static let lists: [String: CodeList] = [
    "land.csv": list("land", ["0111": "arbor-forest", "0113": "bamboo-forest"]),
    "species.csv": list("species", ["310": "杉木", "490000": "硬阔类", "123456789": "杉木"]),
    "origin.csv": list("origin", ["1": "natural", "21": "planted"]),
    "bad-origin.csv": list("bad-origin", ["1": "plantd"]),
    "old.csv": list("old", ["441421": "441403"]),
    "bad-old.csv": list("bad-old", ["441421": "44140"]),
  ]

  private static func list(_ identifier: String, _ meanings: [String: String]) -> CodeList {
    CodeList(
      identifier: identifier,
      entries: meanings.mapValues { CodeList.Entry(name: $0, meaning: $0, standing: .sourced) })
  }

  static let required = """
    village: "CUN", subcompartment: "XIAO_BAN", area: { column: "MIAN_JI", unit: "hectare" },
    landClass: { column: "DI_LEI", codes: "land.csv" },
    species: { column: "YOU_SHI_SZ", codes: "species.csv" },
    volume: { column: "HUO_LMGQXJ", unit: "m3-per-hectare" },
    """

  /// An inventory mapping of the required columns and `more`, which starts in line 7.
  static func text(_ more: String = "", key: String = #"["village", "subcompartment"]"#) -> String {
    """
    { id: "t", title: "测试", kind: "inventory", key: \(key),
    columns: {
    \(required)
    \(more)
    } }
    """
  }

  static func read(_ text: String) throws(ConfigurationError) -> MappingFile {
    let value = try JSON5.parse(Array(text.utf8), file: "m.json5")
    let reader = try ConfigurationReader(value, file: "m.json5")
    return try MappingFile(reader) { path throws(ConfigurationError) in
      guard let list = lists[path] else { throw reader.error(.invalid("no list " + path)) }
      return list
    }
  }

  static func inventory(_ more: String = "") throws -> MappingFile { try read(text(more)) }

  static let columnNames = ["CUN", "XIAO_BAN", "MIAN_JI", "DI_LEI", "YOU_SHI_SZ", "HUO_LMGQXJ"]
}
