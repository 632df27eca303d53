import Archive
import Commands
import Foundation
import Testing

/// A few 小班 in comma-separated files, small enough for a pencil, run through `lintan`.
struct HandCounty {
  /// One row; what a test does not set is unremarkable 杉木.
  struct Plot {
    var number = "1"
    var village = "449921101201"
    var area = "10"
    var landClass = "乔"
    var species = "杉木"
    var volume = "100"
    var second = ""
    var secondVolume = ""
    var origin = "人"
    var forestClass = "公"
    var ageGroup = "中"
    var age = "20"
    var stems = ""
    var diameter = ""
    var previous = ""

    var line: String {
      [
        village, number, area, landClass, species, volume, second, secondVolume, origin,
        forestClass, ageGroup, age, stems, diameter, previous,
      ].joined(separator: ",")
    }
  }

  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let groups = ["杉木", "马尾松", "桉树", "木荷", "毛竹", "红豆杉", "檫木"]
    try list("species.csv", groups.map { ($0, $0) })
    try list(
      "land.csv",
      [("乔", "arbor-forest"), ("竹", "bamboo-forest"), ("迹", "cutover"), ("灌", "designated-shrub")])
    try list("origin.csv", [("人", "planted"), ("天", "natural")])
    try list("class.csv", [("公", "public-benefit"), ("商", "commercial")])
    try list("age.csv", [("幼", "young"), ("中", "middle"), ("成", "mature")])
    try mapping()
  }

  private func list(_ name: String, _ codes: [(String, String)]) throws {
    let lines = codes.map { "\($0.0),\($0.0),\($0.1),user" }
    try workspace.write(
      "code,name,meaning,standing\n" + lines.joined(separator: "\n") + "\n", to: name)
  }

  /// - Parameters:
  ///   - stemUnit: in which the stems are.
  ///   - previousUnit: in which the volume of the previous date is; nil leaves it unmapped.
  func mapping(stemUnit: String = "per-hectare", previousUnit: String? = nil) throws {
    let previous = previousUnit.map { #"previousVolume: { column: "QXJ", unit: "\#($0)" },"# } ?? ""
    try workspace.write(
      """
      {
        id: "hand", title: "hand", kind: "inventory",
        columns: {
          village: "CUN", subcompartment: "XB",
          area: { column: "MJ", unit: "hectare" },
          landClass: { column: "DL", codes: "land.csv" },
          species: { column: "SZ", codes: "species.csv" },
          volume: { column: "XJ", unit: "m3-per-hectare" },
          secondSpecies: { column: "BS", codes: "species.csv" },
          secondVolume: { column: "BXJ", unit: "m3-per-hectare" },
          origin: { column: "QY", codes: "origin.csv" },
          forestClass: { column: "LB", codes: "class.csv" },
          ageGroup: { column: "LZ", codes: "age.csv" },
          age: { column: "NL", zeroIsMissing: true },
          stems: { column: "ZS", unit: "\(stemUnit)" },
          diameter: { column: "XJG", zeroIsMissing: true },
          \(previous)
        },
        key: ["village", "subcompartment"],
      }
      """, to: "mapping.json5")
  }

  static let header = "CUN,XB,MJ,DL,SZ,XJ,BS,BXJ,QY,LB,LZ,NL,ZS,XJG,QXJ"

  func survey(_ year: Int, _ plots: [Plot]) throws {
    try workspace.write(
      ([Self.header] + plots.map(\.line)).joined(separator: "\n") + "\n", to: "xb\(year).csv")
  }

  static let fact = #"standing: "recalled", confidence: "med", source: "test""#

  /// A method file.
  static func method(
    id: String = "hand", family: String = "whole-natural-growth", stock: String = stock(),
    benchmark: String = "", floor: String = "none",
    crediting: String = #"{ basis: "survey-interval" }"#,
    deductions: String = "uncertainty: 0, nonPermanence: 0, leakage: 0", more: String = ""
  ) -> String {
    """
    {
      id: "\(id)", title: "手算", shortName: "TEST-like", edition: "1", status: "surrogate",
      citation: "test", mechanism: "TEST", family: "\(family)", crediting: \(crediting),
      \(stock)
      \(benchmark)
      floor: "\(floor)",
      deductions: { \(deductions), \(fact) },
      eligibility: [
        { rule: "land-class", values: ["arbor-forest", "bamboo-forest"], clause: "test", \(fact) },
      ],
      \(more)
    }
    """
  }

  static let shanmu = (density: 0.307, bef: 1.634, ratio: 0.246, fraction: 0.520)

  static func stock(
    coefficients: String = """
    { group: "杉木", density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520 },
    { group: "马尾松", density: 0.380, bef: 1.472, rootShoot: 0.187, carbonFraction: 0.460 },
    { group: "木荷", density: 0.598, bef: 1.894, rootShoot: 0.258, carbonFraction: 0.497 },
    """, more: String = ""
  ) -> String {
    """
    stock: {
      route: "biomass-expansion", landClasses: ["arbor-forest"], clearedLandClasses: ["cutover"],
      speciesChange: "hold-later", provenance: { \(fact) }, coefficients: [ \(coefficients) ],
      \(more)
    },
    """
  }

  static func benchmark(_ value: String, forestClass: String = "public-benefit") -> String {
    """
    benchmark: { unit: "tCO2e/ha/yr", classes: [
      { forestClass: "\(forestClass)", value: \(value), \(fact) } ] },
    """
  }

  static let uncertainty = """
    uncertaintyModel: {
      survey: { relativeError: 0.2, correlation: 0, \(fact) },
      coefficient: { relativeError: 0.1, \(fact) },
      growthModel: { fittedCurve: 0.3, publishedCurve: 0.5, flatRate: 0.6, \(fact) },
      draws: 2000,
    },
    """

  /// Runs the methods on surveys written before.
  func run(
    _ methods: [String], surveys: [Int] = [2018, 2023], more: String = "",
    stages: String = #"["ingest", "tenure", "quantify"]"#, threads: Int = 2
  ) throws -> Workspace.Outcome {
    var files: [String] = []
    for (number, method) in methods.enumerated() {
      try workspace.write(method, to: "method\(number).json5")
      files.append("{ file: \"method\(number).json5\" }")
    }
    let inventory = surveys.map {
      "{ survey: \($0), path: \"xb\($0).csv\", mapping: \"mapping.json5\" }"
    }
    try workspace.write(
      """
      {
        name: "hand", title: "手算县",
        sources: { inventory: [\(inventory.joined(separator: ", "))] },
        methods: [\(files.joined(separator: ", "))],
        stages: \(stages),
        \(more)
      }
      """, to: "pipeline.json5")
    return try workspace.run("pipeline.json5", threads: threads)
  }

  /// The newest file of a name among a stage's results.
  func store(_ stage: String, _ file: String) throws -> Connection {
    let folder = workspace.path("work/" + stage)
    let found = try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { folder + "/" + $0 + "/" + file }
      .filter { FileManager.default.fileExists(atPath: $0) }
      .max { try modified($0) < modified($1) }
    return try Connection(path: try #require(found), mode: .readOnly)
  }

  private func modified(_ path: String) throws -> Date {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      ?? .distantPast
  }

  /// One figure of `quantity`, by number of the 小班; NaN where there is none.
  func figures(_ column: String, method: Int = 0) throws -> [String: Double] {
    let inventory = try store("ingest", "inventory.gpkg")
    let numbers = try inventory.columns(
      "SELECT fid, number FROM subcompartment", kinds: [.integer, .text])
    var names: [Int64: String] = [:]
    for row in 0..<numbers.rows {
      names[try numbers.integers(0)[row]] = try numbers.texts(1)[row]
    }
    let set = try store("quantify", "quantities.sqlite").columns(
      "SELECT subcompartment, \(column) FROM quantity WHERE method = ?",
      [.integer(Int64(method))], kinds: [.integer, .real])
    var result: [String: Double] = [:]
    for row in 0..<set.rows {
      result[names[try set.integers(0)[row]] ?? ""] = try set.reals(1)[row]
    }
    return result
  }

  /// Identifiers of statuses by number of the 小班.
  func statuses(method: Int = 0) throws -> [String: String] {
    let set = try store("quantify", "quantities.sqlite").columns(
      "SELECT number, identifier FROM status", kinds: [.integer, .text])
    var words: [Int: String] = [:]
    for row in 0..<set.rows { words[Int(try set.integers(0)[row])] = try set.texts(1)[row] }
    return try figures("status", method: method).mapValues { words[Int($0)] ?? "?" }
  }
}

/// Whether two figures are the same but for rounding.
func close(_ one: Double?, _ two: Double, _ tolerance: Double = 1e-9) -> Bool {
  guard let one else { return false }
  return abs(one - two) <= tolerance * max(abs(one), abs(two), 1)
}
