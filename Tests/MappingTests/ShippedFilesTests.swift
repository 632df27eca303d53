import Configuration
import Foundation
import Inventory
import Mapping
import Testing

/// The mappings and code lists that come with the program.
@Suite struct ShippedFilesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("pipelines")

  private static func names(_ part: String, _ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(part).path
    ).filter { $0.hasSuffix(suffix) }.sorted()
  }

  private static func list(_ path: URL) throws -> CodeList {
    try CodeListTable.parse(
      Array(Data(contentsOf: path)), identifier: path.deletingPathExtension().lastPathComponent)
  }

  private static func mapping(_ name: String) throws -> MappingFile {
    let path = folder.appendingPathComponent("mappings/" + name)
    let root = try JSON5.parse(Array(Data(contentsOf: path)), file: name)
    var lists: [String: CodeList] = [:]
    for written in MappingFile.codeListPaths(in: root) {
      lists[written] = try list(path.deletingLastPathComponent().appendingPathComponent(written))
    }
    let reader = try ConfigurationReader(root, file: name)
    return try MappingFile(reader) { written throws(ConfigurationError) in
      guard let list = lists[written] else { throw reader.error(.invalid(written)) }
      return list
    }
  }

  @Test func everyMappingLoadsWithItsLists() throws {
    let names = try Self.names("mappings", ".json5")
    #expect(names.contains("national-xiaoban.json5"))
    #expect(names.contains("guangxi-xiaoban.json5"))
    for name in names {
      let mapping = try Self.mapping(name)
      #expect(mapping.identifier + ".json5" == name)
      for column in mapping.columns {
        #expect(column.codes?.entries.isEmpty != true, "\(name) \(column.field)")
      }
    }
  }

  /// The collisions of the two species lists are why a list is declared and never assumed.
  @Test func oneCodeIsTwoSpecies() throws {
    let national = try #require(Self.mapping("national-xiaoban.json5")["species"]?.codes)
    let guangxi = try #require(Self.mapping("guangxi-xiaoban.json5")["species"]?.codes)
    #expect(national["310"]?.meaning == "杉木")
    #expect(guangxi["310"]?.meaning == "相思")
    #expect(national["220"]?.meaning == "马尾松")
    #expect(guangxi["220"]?.meaning == "栎类")
    #expect(national["120"]?.meaning == "云杉")
    #expect(guangxi["120"]?.meaning == "杉木")
    #expect(guangxi["290"]?.meaning == "桉树")
  }

  /// `0113`, `113` and `030200` are one class, by the dictionary and not by arithmetic.
  @Test func notationsOfOneLandClassAgree() throws {
    let codes = try #require(Self.mapping("national-xiaoban.json5")["landClass"]?.codes)
    for code in ["0113", "113", "0302", "030200"] {
      #expect(codes[code]?.meaning == "bamboo-forest", "\(code)")
    }
    for code in ["0111", "111", "0301", "030100"] {
      #expect(codes[code]?.meaning == "arbor-forest", "\(code)")
    }
  }

  /// Coppice of planted stands is 31–34 in Guangxi, which a test for 1 and 2 would drop.
  @Test func plantedCoppiceIsPlanted() throws {
    let codes = try #require(Self.mapping("guangxi-xiaoban.json5")["origin"]?.codes)
    for code in ["21", "26", "31", "34"] { #expect(codes[code]?.meaning == "planted") }
    for code in ["11", "12", "13"] { #expect(codes[code]?.meaning == "natural") }
  }

  @Test func theKnownFieldNamesBind() throws {
    // National 林地变更 order, as seen: lower case, no age, no height, no 细班, no 村.
    let change = [
      "sheng", "xian", "xiang", "cun", "lin_ban", "xiao_ban", "di_lei", "mian_ji", "di_mao",
      "po_xiang", "po_wei", "po_du", "ke_ji_du", "tu_rang_lx", "tu_ceng_hd", "ld_qs", "lin_zhong",
      "qi_yuan", "sen_lin_lb", "shi_quan_d", "gjgyl_bhdj", "g_cheng_lb", "ling_zu", "yu_bi_du",
      "you_shi_sz", "pingjun_xj", "huo_lmgqxj", "mei_gq_zs",
    ]
    let binding = try ColumnBinding(
      Self.mapping("national-xiaoban.json5"), available: change)
    #expect(binding.position("age") == nil)
    #expect(binding.columnName("diameter") == "pingjun_xj")
    let renamed = change.map {
      switch $0 {
      case "you_shi_sz": "YOU_SHI__1"
      case "pingjun_xj": "PING_JUN_X"
      default: $0
      }
    }
    let other = try ColumnBinding(Self.mapping("national-xiaoban.json5"), available: renamed)
    #expect(other.columnName("species") == "YOU_SHI__1")
    #expect(other.columnName("diameter") == "PING_JUN_X")
  }

  @Test func replacedPlaceCodesAreWellFormed() throws {
    let lists = try Self.names("codes", ".csv").filter { $0.hasPrefix("obsolete-") }
    #expect(lists == ["obsolete-county.csv"])
    for name in lists {
      let list = try Self.list(Self.folder.appendingPathComponent("codes/" + name))
      var targets: Set<String> = []
      for (code, entry) in list.entries {
        #expect(code.utf8.count == 6 && entry.meaning.utf8.count == 6)
        // Within the province, to a code that is in force itself, which nothing else becomes: two
        // counties merged into one would have villages in common.
        #expect(code.prefix(2) == entry.meaning.prefix(2))
        #expect(list[entry.meaning] == nil)
        #expect(targets.insert(entry.meaning).inserted)
      }
      #expect(list["441421"]?.meaning == "441403")
      #expect(list["441622"] == nil)
    }
  }
}
