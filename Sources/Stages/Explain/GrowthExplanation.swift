internal import Accounting
public import Inventory

/// How the earlier volume of a 小班 was come by where no earlier survey found it.
public struct GrowthExplanation: Codable, Sendable, Equatable {
  /// A growth curve, or the flat rate.
  public struct Curve: Codable, Sendable, Equatable {
    public struct Coefficient: Codable, Sendable, Equatable {
      public var name: String
      public var value: Double
    }

    /// Such as 本地拟合曲线.
    public var rung: String
    /// Empty for all species.
    public var groups: String
    /// Empty for all origins.
    public var origin: String
    public var formula: String
    public var coefficients: [Coefficient]
    /// Stands and age classes that it was fitted on; nil for curves that were not fitted here.
    public var stands: Int?
    public var classes: Int?
    /// `GrowthFitStatistics.robustR1`
    public var robustR1: Double?
    /// `GrowthFitStatistics.residualSpread`
    public var residualSpread: Double?
    /// Ages within which it may be used, years.
    public var youngest: Double?
    public var oldest: Double?
    public var standing: Standing
    public var source: String
  }

  /// One year back: V(A) = V(A + 1)/(1 + r), r = 2·(f(A+1) − f(A))/(f(A+1) + f(A)).
  public struct Step: Codable, Sendable, Equatable {
    /// The age that the stand has after the step.
    public var age: Double
    public var rate: Double
    /// m³/ha
    public var volume: Double
  }

  public var rung: String
  /// Years looked back.
  public var years: Double
  /// m³/ha at the two dates.
  public var laterVolume: Double?
  public var earlierVolume: Double?
  /// Nil for previous-period fields.
  public var curve: Curve?
  public var steps: [Step]
  /// What a second model says; the choice of the model outweighs everything else.
  public var otherCurve: Curve?
  public var otherVolume: Double?
}

extension GrowthExplanation.Curve {
  init(_ record: GrowthCurveRecord) {
    let statistics = record.statistics
    self.init(
      rung: record.rung.chineseName, groups: record.groups,
      origin: record.origin?.chineseName ?? "", formula: record.formula,
      coefficients: record.coefficients.map { Coefficient(name: $0.name, value: $0.value) },
      stands: statistics?.stands, classes: statistics?.classes,
      robustR1: statistics.flatMap { ExplainedNumber.known($0.robustR1) },
      residualSpread: statistics.flatMap { ExplainedNumber.known($0.residualSpread) },
      youngest: ExplainedNumber.known(record.youngest),
      oldest: ExplainedNumber.known(record.oldest), standing: record.standing,
      source: record.source)
  }
}
