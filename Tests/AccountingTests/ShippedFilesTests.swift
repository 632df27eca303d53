import Accounting
import Configuration
import Foundation
import Inventory
import Testing

/// Every parameter file and code list in `pipelines/` is read as a run would read it.
@Suite struct ShippedFilesTests {
  static let methods = [
    "guangdong-forestry", "shenzhen-forest-management", "sanming-forest-ticket",
    "ccer-afforestation", "ar-cm-003", "ffcer-avoided-harvest",
  ]

  static func folder(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "pipelines").appending(path: name)
  }

  static func parameters(_ name: String) throws -> MethodParameters {
    let file = folder("methods").appending(path: name + ".json5")
    return try MethodParameters(
      configuration: try JSON5.parse([UInt8](try Data(contentsOf: file)), file: name), file: name)
  }

  /// Rows of a list without its heading.
  static func list(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: folder("codes").appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.first == ["code", "name", "meaning", "standing"])
    return Array(lines.dropFirst())
  }

  @Test func nothingIsShippedThatIsNotTested() throws {
    let manager = FileManager.default
    #expect(
      try manager.contentsOfDirectory(atPath: Self.folder("methods").path).sorted()
        == Self.methods.map { $0 + ".json5" }.sorted())
    for name in try manager.contentsOfDirectory(atPath: Self.folder("codes").path) {
      let rows = try Self.list(name)
      #expect(!rows.isEmpty)
      #expect(Set(rows.map(\.first)).count == rows.count, "\(name) holds a code twice")
      for row in rows {
        #expect(row.count == 4, "\(name) \(row)")
        #expect(row.allSatisfy { !$0.isEmpty }, "\(name) \(row)")
        #expect(Standing(rawValue: row[3]) != nil, "\(name) \(row)")
      }
    }
  }

  /// AR-CM-003's DR is of the project's change; the published form of Guangdong takes u from the net.
  @Test(arguments: methods) func deductionsFollowTheHandbook(name: String) throws {
    let parameters = try Self.parameters(name)
    let ofProject = ["ar-cm-003", "shenzhen-forest-management"]
    #expect(
      parameters.deductions.appliesTo == (ofProject.contains(name) ? .project : .net))
    #expect(parameters.uncertaintyModel?.referenceArea == 5)
    #expect(parameters.uncertaintyModel?.surveyProvenance.standing == .surrogate)
  }

  /// The clause admits bamboo and shrubs; that the file cannot count them is no reason to fail them.
  @Test func afforestationDoesNotFailBamboo() throws {
    let clause = try #require(try Self.parameters("ccer-afforestation").eligibility.first)
    #expect(clause.rule == "any-of" && clause.parts.count == 2)
    let others = clause.parts[1]
    #expect(
      others.rule == "all-of" && others.parts.map(\.rule) == ["land-class", "document-required"])
    #expect(others.parts[0].values == ["bamboo-forest", "designated-shrub", "other-shrub"])
    #expect(!clause.parts.flatMap(\.all).flatMap(\.values).contains("economic-forest"))
  }

  @Test(arguments: methods) func noShippedMethodMayBeFiled(name: String) throws {
    let parameters = try Self.parameters(name)
    #expect(parameters.status == .surrogate)
    #expect(!parameters.mayBeFiled)
    #expect(parameters.weakestStanding == .surrogate)
    #expect(parameters.shortName.contains("-like surrogate"))
    let ofVolume = parameters.stock.coefficients.filter { !$0.isOfCulms }
    #expect(ofVolume.count == 49)
    #expect(MethodCatalogue.method(for: parameters) != nil)
    for coefficient in ofVolume {
      #expect(coefficient.provenance.standing == .recalled, "\(coefficient.group)")
      #expect(coefficient.provenance.confidence != nil, "\(coefficient.group)")
    }
  }

  @Test func theBenchmarkOfGuangdongIsLabelled() throws {
    let parameters = try Self.parameters("guangdong-forestry")
    let publicBenefit = try #require(parameters.benchmark(for: .publicBenefit))
    let commercial = try #require(parameters.benchmark(for: .commercial))
    #expect(publicBenefit.value == 3.32)
    #expect(publicBenefit.provenance.standing == .sourced)
    #expect(commercial.provenance.standing == .surrogate)
    #expect(try Self.parameters("sanming-forest-ticket").benchmarks.isEmpty)
    #expect(try Self.parameters("shenzhen-forest-management").prices == nil)
  }

  /// The printed products of the coefficient table, as a check on typing.
  @Test(arguments: methods) func coefficientsGiveThePrintedProducts(name: String) throws {
    let printed = [
      "杉木": 0.325021, "马尾松": 0.305422, "桉树": 0.467957, "木荷": 0.708138, "阔叶混": 0.451262,
      "柳杉": 0.506125, "针阔混": 0.500196, "杂木": 0.508523, "湿地松": 0.442015, "榆树": 0.805039,
      "樟子松": 0.610472, "泡桐": 0.256758, "国外松": 0.426175, "栎类": 0.591723, "相思": 0.383549,
    ]
    let parameters = try Self.parameters(name)
    for (group, value) in printed.sorted(by: { $0.key < $1.key }) {
      let coefficient = try #require(
        parameters.stock.coefficients.first { $0.group == group })
      #expect(abs(coefficient.carbonPerVolume - value) < 6e-7, "\(group)")
    }
  }

  @Test(arguments: ["species-national.csv", "species-guangxi.csv"], methods)
  func everySpeciesGroupIsDealtWithInEveryMethod(list: String, method: String) throws {
    let parameters = try Self.parameters(method)
    for row in try Self.list(list) {
      #expect(parameters.stock.resolve(group: row[2]) != .missing, "\(row)")
    }
  }

  @Test func speciesListsAreWhole() throws {
    let national = try Self.list("species-national.csv")
    let guangxi = try Self.list("species-guangxi.csv")
    #expect(national.count == 2 * 68)
    #expect(guangxi.count == 216)
    func meaning(_ code: String, _ rows: [[String]]) -> String? {
      rows.first { $0[0] == code }?[2]
    }
    #expect(meaning("310", national) == "杉木")
    #expect(meaning("310000", national) == "杉木")
    #expect(meaning("310", guangxi) == "相思")
    #expect(meaning("220", national) == "马尾松")
    #expect(meaning("220", guangxi) == "栎类")
    for row in national where row[0].count == 3 {
      #expect(meaning(row[0] + "000", national) == row[2])
    }
  }

  @Test func codesMeanClassesOfTheVocabulary() throws {
    let national = try Self.list("land-class-national.csv")
    let guangxi = try Self.list("land-class-guangxi.csv")
    // The dictionary's 51 codes, and four of them in their later notation.
    #expect(guangxi.count == 55)
    for row in national { #expect(LandClass(rawValue: row[2]) != nil, "\(row)") }
    for row in guangxi { #expect(LandClass(rawValue: row[2]) != nil, "\(row)") }
    // Three notations of one class.
    for code in ["0113", "113", "0302", "030200"] {
      #expect(national.first { $0[0] == code }?[2] == LandClass.bambooForest.rawValue)
    }
    #expect(guangxi.first { $0[0] == "1130" }?[2] == LandClass.bambooForest.rawValue)
    for name in ["origin-national.csv", "origin-guangxi.csv"] {
      for row in try Self.list(name) {
        // First digit 1 is natural, 2 and 3 are planted.
        let expected: Origin = row[0].hasPrefix("1") ? .natural : .planted
        #expect(row[2] == expected.rawValue, "\(row)")
      }
    }
    for row in try Self.list("forest-class.csv") {
      let expected: ForestClass = row[1].hasSuffix("公益林") ? .publicBenefit : .commercial
      #expect(row[2] == expected.rawValue, "\(row)")
    }
    for row in try Self.list("age-group.csv") {
      #expect(AgeGroup(rawValue: row[2])?.chineseName == row[1])
    }
    let categories = ["protection", "special-use", "timber", "fuelwood", "economic"]
    for row in try Self.list("forest-category.csv") { #expect(categories.contains(row[2])) }
    let holders = ["state", "collective", "joint", "person", "company", "unknown"]
    for name in [
      "land-ownership.csv", "right-holder-class.csv", "right-holder-class-land.csv",
      "right-holder-class-simple.csv",
    ] {
      for row in try Self.list(name) { #expect(holders.contains(row[2]), "\(name) \(row)") }
    }
  }
}
