internal import Accounting
internal import Configuration
public import Inventory

/// A method file in short: what it is, how well its numbers are known, and what it lacks before a
/// result could be filed under the method's name.
public struct MethodListing: Codable, Sendable, Equatable {
  /// How many facts have a standing.
  public struct Count: Codable, Sendable, Equatable {
    public var standing: Standing
    public var count: Int
  }

  public struct Benchmark: Codable, Sendable, Equatable {
    public var forestClass: String
    /// tCO2e/ha/yr
    public var value: Double
    public var provenance: Provenance
  }

  public var file: String
  public var id: String
  public var title: String
  public var edition: String
  public var mechanism: String
  /// The standing of the formula itself.
  public var status: Standing
  public var family: String
  public var familyName: String
  public var formula: String
  public var citation: String
  /// Years of crediting; nil for the years between the two surveys.
  public var creditingYears: Double?
  /// Species groups with coefficients, by standing, best first.
  public var coefficients: [Count]
  public var standIns: Int
  /// Which group's coefficients serve which, such as 红豆杉→其他杉类; for groups that are not named,
  /// 其余树种→ and the default group.
  public var standInList: [String]
  public var excluded: Int
  public var benchmarks: [Benchmark]
  public var floor: String
  public var uncertainty: Double
  public var nonPermanence: Double
  public var leakage: Double
  public var deductionStanding: Standing
  public var conditions: Int
  public var weakestStanding: Standing
  public var mayBeFiled: Bool
  /// What must stand on results of the method; empty where they may be filed.
  public var notice: String
  /// What is missing before a result could be filed, in Chinese; empty if nothing is.
  public var missing: [String]

  /// Reads a method file.
  ///
  /// - Throws: `InputFileError` or `ConfigurationError`.
  public init(file path: String) throws {
    let value = try JSON5.parse(InputFile.bytes(path), file: path)
    self.init(try MethodParameters(configuration: value, file: path), file: path)
  }

  init(_ method: MethodParameters, file: String) {
    self.file = file
    id = method.id
    title = method.title
    edition = method.edition
    mechanism = method.mechanism
    status = method.status
    family = method.family
    familyName = MethodCatalogue.family(named: method.family)?.chineseName ?? method.family
    formula = MethodCatalogue.method(for: method)?.ownFormula ?? ""
    citation = method.citation
    switch method.crediting {
    case .surveyInterval: creditingYears = nil
    case .fixed, .calendar, .repeating: creditingYears = method.crediting.years(interval: 0)
    }
    coefficients = Self.counts(method.stock.coefficients.map(\.provenance.standing))
    standIns = method.stock.standIns.count + (method.stock.defaultGroup == nil ? 0 : 1)
    standInList =
      method.stock.standIns.map { "\($0.group)→\($0.use)" }
      + (method.stock.defaultGroup.map { ["其余树种→\($0)"] } ?? [])
    excluded = method.stock.excluded.count
    benchmarks = method.benchmarks.map {
      Benchmark(
        forestClass: $0.label, value: $0.value, provenance: $0.provenance)
    }
    floor = method.floor.chineseName
    uncertainty = method.deductions.uncertainty
    nonPermanence = method.deductions.nonPermanence
    leakage = method.deductions.leakage
    deductionStanding = method.deductions.provenance.standing
    conditions = method.eligibility.count
    let check = FilingCheck(method)
    weakestStanding = check.weakest
    mayBeFiled = check.mayBeFiled
    notice = check.notice
    missing = check.missing
  }

  private static func counts(_ standings: [Standing]) -> [Count] {
    Standing.allCases.compactMap { standing in
      let count = standings.count { $0 == standing }
      return count == 0 ? nil : Count(standing: standing, count: count)
    }
  }
}
