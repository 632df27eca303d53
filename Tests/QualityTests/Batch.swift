import Inventory
import Mapping
import Quality

/// One 小班 as a source row would give it, before mapping; every field may be set by a test.
struct Stand {
  var county = "441622"
  var town = "441622104"
  var village = "441622104201"
  var compartment = "0001"
  var subcompartment = "0001"
  var area = 10.0
  var polygon = 10.0
  var landClass = "0111"
  var species = "310"
  var secondSpecies = ""
  var origin = "21"
  var forestClass = "022"
  var ageGroup = ""
  var forestCategory = ""
  var landOwnership = ""
  var volume = 100.0
  var totalVolume = Double.nan
  var secondVolume = Double.nan
  var age = 20.0
  var canopyDensity = 0.7
  var diameter = 14.0
  var height = 12.0
  var plantingYear = Double.nan
}

/// The mapping and lists of the tests: few codes, of the shapes that occur.
enum Lists {
  static func list(_ identifier: String, _ entries: [(String, String, String)]) -> CodeList {
    var table: [String: CodeList.Entry] = [:]
    for (code, name, meaning) in entries {
      table[code] = CodeList.Entry(name: name, meaning: meaning, standing: .sourced)
    }
    return CodeList(identifier: identifier, entries: table)
  }

  static let species = list(
    "species",
    [
      ("310", "杉木", "杉木"), ("310000", "杉木", "杉木"), ("220", "马尾松", "马尾松"),
      ("120", "云杉", "云杉"), ("490000", "其它硬阔", "硬阔类"), ("550", "桉树", "桉树"),
      ("660", "毛竹", "毛竹"),
    ])
  static let landClass = list(
    "land-class",
    [
      ("0111", "乔木林", "arbor-forest"), ("0113", "竹林", "bamboo-forest"),
      ("0120", "疏林地", "open-forest"), ("0141", "未成林造林地", "young-plantation"),
      ("0142", "未成林封育地", "closed-hillside"), ("0150", "苗圃地", "nursery"),
      ("0161", "采伐迹地", "cutover"), ("0162", "火烧迹地", "burned"),
      ("0173", "其他宜林地", "plantable"), ("0220", "非林地", "non-forest"),
    ])
  static let origin = list("origin", [("11", "天然", "natural"), ("21", "植苗", "planted")])
  static let forestClass = list("forest-class", [("022", "一般商品林", "commercial")])
  static let ageGroup = list(
    "age-group",
    [
      ("1", "幼", "young"), ("2", "中", "middle"), ("3", "近", "near-mature"), ("4", "成", "mature"),
      ("5", "过", "over-mature"),
    ])
  static let forestCategory = list(
    "forest-category", [("233", "一般用材林", "timber"), ("111", "水源涵养林", "protection")])
  static let landOwnership = list("land-ownership", [("20", "集体", "collective")])
  static let obsolete = list(
    "obsolete",
    [
      ("441421", "梅县", "441403"), ("441421105", "某镇", "441403106"),
      ("441421105203", "某村", "441403107203"),
    ])

  static func mapping(_ change: (inout MappingFile) -> Void = { _ in }) -> MappingFile {
    func column(
      _ field: String, _ name: String, _ codes: CodeList? = nil
    ) -> ColumnMapping {
      var column = ColumnMapping(field: field, names: [name])
      column.codes = codes
      return column
    }
    var mapping = MappingFile(
      identifier: "test", title: "测试", kind: .inventory,
      columns: [
        column("county", "XIAN"), column("town", "XIANG"), column("village", "CUN"),
        column("compartment", "LIN_BAN"), column("subcompartment", "XIAO_BAN"),
        column("area", "MIAN_JI"), column("landClass", "DI_LEI", landClass),
        column("species", "YOU_SHI_SZ", species), column("secondSpecies", "BSSZ", species),
        column("origin", "QI_YUAN", origin), column("forestClass", "SEN_LIN_LB", forestClass),
        column("ageGroup", "LING_ZU", ageGroup),
        column("forestCategory", "LIN_ZHONG", forestCategory),
        column("landOwnership", "LD_QS", landOwnership), column("volume", "HUO_LMGQXJ"),
        column("totalVolume", "ZXJ"), column("secondVolume", "BSSZXJ"),
        column("age", "PINGJUN_NL"), column("canopyDensity", "YU_BI_DU"),
        column("diameter", "PINGJUN_XJ"), column("height", "PINGJUN_SG"),
        column("plantingYear", "ZLND"),
      ], key: ["village", "compartment", "subcompartment"])
    for index in mapping.columns.indices where mapping.columns[index].field == "age" {
      mapping.columns[index].zeroIsMissing = true
    }
    change(&mapping)
    return mapping
  }

  static let table = SpeciesTable(
    species.entries.values.map { Species(name: $0.name, group: $0.meaning) })
}

extension MappingFile {
  /// Changes one column.
  mutating func change(_ field: String, _ body: (inout ColumnMapping) -> Void) {
    for index in columns.indices where columns[index].field == field { body(&columns[index]) }
  }
}

/// Rows brought through the mapper and the rules, as a run does it.
struct Batch {
  var rows: SurveyRows
  var report: RowReport

  static func map(_ stands: [Stand], _ mapping: MappingFile = Lists.mapping()) throws -> SurveyRows
  {
    let binding = try ColumnBinding(mapping, available: mapping.columns.flatMap(\.names))
    func text(_ path: KeyPath<Stand, String>) -> SourceColumn {
      .text(TextColumn(stands.map { $0[keyPath: path] }))
    }
    func number(_ path: KeyPath<Stand, Double>) -> SourceColumn {
      .number(stands.map { $0[keyPath: path] })
    }
    let columns: [String: SourceColumn] = [
      "county": text(\.county), "town": text(\.town), "village": text(\.village),
      "compartment": text(\.compartment), "subcompartment": text(\.subcompartment),
      "area": number(\.area), "landClass": text(\.landClass), "species": text(\.species),
      "secondSpecies": text(\.secondSpecies), "origin": text(\.origin),
      "forestClass": text(\.forestClass), "ageGroup": text(\.ageGroup),
      "forestCategory": text(\.forestCategory), "landOwnership": text(\.landOwnership),
      "volume": number(\.volume), "totalVolume": number(\.totalVolume),
      "secondVolume": number(\.secondVolume), "age": number(\.age),
      "canopyDensity": number(\.canopyDensity), "diameter": number(\.diameter),
      "height": number(\.height), "plantingYear": number(\.plantingYear),
    ]
    var mapper = InventoryMapper(binding, species: Lists.table)
    return mapper.map(
      mapping.columns.filter { $0.constant == nil }.compactMap { columns[$0.field] },
      sourceRows: stands.indices.map { Int64($0) }, geometricArea: stands.map(\.polygon))
  }

  init(
    _ stands: [Stand], _ mapping: MappingFile = Lists.mapping(),
    policies: [String: RulePolicy] = [:], survey: Int? = 2023
  ) throws {
    rows = try Self.map(stands, mapping)
    report = RowReport(
      source: 3, rows: rows.subcompartments.row, mapping: mapping, survey: survey)
    RuleCatalog(policies: policies).check(&rows, &report)
  }

  /// A batch of one row that differs from a sound one.
  static func of(
    _ mapping: MappingFile = Lists.mapping(), policies: [String: RulePolicy] = [:],
    survey: Int? = 2023, _ change: (inout Stand) -> Void
  ) throws -> Batch {
    var stand = Stand()
    change(&stand)
    return try Batch([stand], mapping, policies: policies, survey: survey)
  }

  /// The rules that spoke, in their order.
  var rules: [String] { report.findings.map(\.rule) }
}
