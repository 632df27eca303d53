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
  public var species: [SpeciesChoice]
  public var steps: [Step]
  public var results: [Comparison]
  /// Status, evidence and standing as stored, where they are not those explained.
  public var differences: [String]
  /// Nil before the screening stage.
  public var screening: Screening?

  /// Whether the derivation gives what is stored.
  public var agrees: Bool { differences.isEmpty && results.allSatisfy(\.agrees) }
}
