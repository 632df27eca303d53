import Accounting
import Configuration
import Inventory
import Testing

/// One stand as a test writes it; everything else is unremarkable 乔木林.
struct Stand {
  var species = "杉木"
  var second: String?
  var volume = 100.0
  var secondVolume = Double.nan
  var area = 10.0
  var landClass = LandClass.arborForest
  var forestClass = ForestClass.publicBenefit
  var ageGroup = AgeGroup.middle
  var age = 20.0
  var stems = Double.nan
  var diameter = Double.nan
}

/// A test's inventory: each name is a species and its own group.
enum Survey {
  static let species = SpeciesTable(
    [
      "杉木", "马尾松", "桉树", "木荷", "阔叶混", "毛竹", "无参数树", "红豆杉", "西伯利亚落叶松",
      "西伯利亚红松", "西伯利亚冷杉", "西伯利亚云杉", "疣枝桦", "欧洲山杨",
    ].map { Species(name: $0, group: $0) })

  static func columns(_ stands: [Stand]) -> SubcompartmentColumns {
    var columns = SubcompartmentColumns()
    for (row, stand) in stands.enumerated() {
      columns.row.append(Int64(row))
      columns.key.append("\(row)")
      columns.village.append(0)
      columns.landClass.append(stand.landClass)
      columns.origin.append(.planted)
      columns.forestClass.append(stand.forestClass)
      columns.ageGroup.append(stand.ageGroup)
      columns.species.append(number(stand.species))
      columns.secondSpecies.append(stand.second.map { number($0) } ?? SpeciesTable.none)
      columns.area.append(stand.area)
      columns.volume.append(stand.volume)
      columns.secondVolume.append(stand.secondVolume)
      columns.age.append(stand.age)
      columns.canopyDensity.append(0.7)
      columns.plantingYear.append(2000)
      columns.stems.append(stand.stems)
      columns.diameter.append(stand.diameter)
      columns.keyLocation.append(.unknown)
    }
    return columns
  }

  static func pair(
    _ first: [Stand], _ second: [Stand], years: Double = 5, evidence: [EvidenceRung]? = nil
  ) throws -> SurveyPair {
    try SurveyPair(
      first: columns(first), second: columns(second), firstSpecies: species,
      secondSpecies: species,
      evidence: evidence ?? [EvidenceRung](repeating: .twoSurveys, count: second.count),
      years: years)
  }

  private static func number(_ name: String) -> UInt16 {
    species.number(of: Species(name: name, group: name)) ?? SpeciesTable.none
  }
}

/// Parameter files as text, so that every test goes through the reading too.
enum Parameters {
  static func read(_ text: String) throws -> MethodParameters {
    try MethodParameters(
      configuration: try JSON5.parse(Array(text.utf8), file: "method.json5"), file: "method.json5")
  }

  static func method(_ text: String) throws -> any AccountingMethod {
    try #require(MethodCatalogue.method(for: try read(text)))
  }

  static let recalled = #"standing: "recalled", confidence: "med", source: "test""#

  static let expansion = """
    { group: "杉木", density: 0.307, bef: 1.634, rootShoot: 0.246, carbonFraction: 0.520 },
    { group: "马尾松", density: 0.380, bef: 1.472, rootShoot: 0.187, carbonFraction: 0.460 },
    { group: "桉树", density: 0.578, bef: 1.263, rootShoot: 0.221, carbonFraction: 0.525 },
    { group: "木荷", density: 0.598, bef: 1.894, rootShoot: 0.258, carbonFraction: 0.497 },
    { group: "阔叶混", density: 0.482, bef: 1.514, rootShoot: 0.262, carbonFraction: 0.490 },
    """

  static func stock(
    route: String = #"route: "biomass-expansion","#, coefficients: String = expansion,
    speciesChange: String = "hold-later", more: String = ""
  ) -> String {
    """
    stock: {
      \(route)
      landClasses: ["arbor-forest"],
      clearedLandClasses: ["cutover", "burned", "plantable", "non-forest"],
      speciesChange: "\(speciesChange)",
      areaTolerance: 0.2,
      provenance: { \(recalled) },
      coefficients: [ \(coefficients) ],
      standIns: [ \(coefficients.contains("杉木") ? #"{ group: "红豆杉", use: "杉木", reason: "test" }"# : "") ],
      excluded: [ { group: "毛竹", reason: "test" } ],
      \(more)
    },
    """
  }

  static let benchmark = """
    benchmark: {
      unit: "tCO2e/ha/yr",
      classes: [
        { forestClass: "public-benefit", value: 3.32, standing: "sourced", source: "test" },
      ],
    },
    """

  static let eligibility = """
    eligibility: [
      { rule: "land-class", values: ["arbor-forest"], clause: "test", \(recalled) },
    ],
    """

  static func file(
    family: String = "growth-above-benchmark", stock: String = stock(),
    benchmark: String = benchmark, floor: String = "project",
    crediting: String = #"{ basis: "survey-interval" }"#,
    deductions: String = "uncertainty: 0, nonPermanence: 0, leakage: 0",
    status: String = "surrogate", shortName: String = "TEST-like", more: String = ""
  ) -> String {
    """
    {
      id: "test", title: "试验方法", shortName: "\(shortName)", edition: "1",
      status: "\(status)", citation: "test", mechanism: "TEST", family: "\(family)",
      crediting: \(crediting),
      \(stock)
      \(benchmark)
      floor: "\(floor)",
      deductions: { \(deductions), \(recalled) },
      \(more.contains("eligibility:") ? "" : eligibility)
      \(more)
    }
    """
  }

  static func wholeGrowth(stock: String = stock()) -> String {
    file(family: "whole-natural-growth", stock: stock, benchmark: "")
  }
}
