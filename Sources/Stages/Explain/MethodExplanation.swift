public import Inventory

/// One method's answer for one 小班, step by step, beside what is stored.
public struct MethodExplanation: Codable, Sendable, Equatable {
  /// Which coefficients a species got, and why.
  public struct SpeciesChoice: Codable, Sendable, Equatable {
    /// 前期 or 后期
    public var date: String
    public var species: String
    public var group: String
    /// In Chinese.
    public var choice: String
    public var provenance: Provenance?
  }

  /// As `Derivation.Step`.
  public struct Step: Codable, Sendable, Equatable {
    public var symbol: String
    public var meaning: String
    public var formula: String
    public var value: Double?
    public var unit: String
    public var provenance: Provenance?
  }

  /// A result of the derivation and the same figure in the store.
  public struct Comparison: Codable, Sendable, Equatable {
    public var column: String
    public var chineseName: String
    public var unit: String
    public var explained: Double?
    public var stored: Double?

    /// To the last bit.
    public var agrees: Bool { explained == stored }
  }

  /// A condition of the method and its answer.
  public struct RuleAnswer: Codable, Sendable, Equatable {
    public var rule: String
    public var chineseTitle: String
    /// `pass`, `cannot-tell` or `fail`.
    public var verdict: String
    public var verdictName: String
    /// What the condition asks for, such as `≥ 0.2`; empty where its name says all.
    public var demand: String
    /// What the rule looked at, such as `郁闭度 0.6`.
    public var observed: [String]
    public var clause: String
    public var provenance: Provenance
  }

  /// How far the credit of the 小班 may be off, tCO2e over the crediting period, for its whole area
  /// and before any floor of the project.
  public struct Band: Codable, Sendable, Equatable {
    public struct CoefficientError: Codable, Sendable, Equatable {
      public var group: String
      public var relativeError: Double
    }

    public var p10: Double
    public var p50: Double
    public var p90: Double
    /// Standard deviation of the draws, and by formula.
    public var deviation: Double
    public var analyticDeviation: Double
    public var draws: Int
    public var seed: Int
    /// Relative standard errors that went in, 0 for those that do not concern the row.
    public var surveyError: Double
    public var surveyCorrelation: Double
    public var coefficientErrors: [CoefficientError]
    public var growthModelError: Double
    /// Whether negative draws were raised to zero before the band was taken.
    public var isFloored: Bool
    /// P10, P50 and P90 as `quantify` stored them, where the pipeline asks for bands of 小班.
    public var stored: [Double]?

    /// Whether the stored band, if any, is the one drawn here.
    public var agrees: Bool { stored.map { $0 == [p10, p50, p90] } ?? true }
  }

  /// What the screening stage stored.
  public struct Screening: Codable, Sendable, Equatable {
    public var verdict: String
    public var verdictName: String
    /// Share of the area that may be credited.
    public var eligibleShare: Double?
    /// What the row adds to its village's tonnes, tCO2e: credit × eligible share. With the verdict
    /// `cannot-tell` it counts among the undecided; with `fail` there is none.
    public var contribution: Double?
    public var rules: [RuleAnswer]
  }

  public var id: String
  public var title: String
  public var edition: String
  public var citation: String
  public var family: String
  /// The formula of the family.
  public var formula: String
  /// Where the parameters stand that were used: the method file, or the record of the run.
  public var parameters: String
  /// Identifier of `QuantityStatus`.
  public var status: String
  public var statusName: String
  public var evidence: String
  /// Why there is no number, where more can be told than the status, and what the file remarks on
  /// the benchmark; in Chinese.
  public var remarks: [String]
  /// The weakest fact that went into the row.
  public var standing: Standing
  public var mayBeFiled: Bool
  /// What must stand beside the figures; empty where they may be filed.
  public var notice: String
  public var species: [SpeciesChoice]
  public var steps: [Step]
  public var results: [Comparison]
  /// Status, evidence and standing as stored, where they are not those explained.
  public var differences: [String]
  /// Nil where there is no credit or the method states no errors.
  public var band: Band?
  /// Nil before the screening stage.
  public var screening: Screening?

  /// Whether the derivation gives what is stored.
  public var agrees: Bool {
    differences.isEmpty && results.allSatisfy(\.agrees) && (band?.agrees ?? true)
  }
}
