public import Inventory

/// How far the numbers behind a tonne may be off, as a method file states it under
/// `uncertaintyModel`, and how many draws are made of it.
///
/// All errors are relative standard errors of log-normal factors with mean 1. They widen or narrow
/// the band of a result and never move its middle figure, so their standing is not part of
/// `MethodParameters.weakestStanding`.
public struct UncertaintyParameters: Sendable, Equatable {
  /// The relative error of one species group's coefficients.
  public struct GroupError: Sendable, Equatable {
    public var group: String
    public var relativeError: Double
    public var provenance: Provenance

    public init(group: String, relativeError: Double, provenance: Provenance) {
      self.group = group
      self.relativeError = relativeError
      self.provenance = provenance
    }
  }

  /// The relative error of the growth that each kind of model gives.
  public struct GrowthModelError: Sendable, Equatable {
    public var fittedCurve: Double
    public var publishedCurve: Double
    public var flatRate: Double
    public var provenance: Provenance

    public init(
      fittedCurve: Double, publishedCurve: Double, flatRate: Double, provenance: Provenance
    ) {
      self.fittedCurve = fittedCurve
      self.publishedCurve = publishedCurve
      self.flatRate = flatRate
      self.provenance = provenance
    }
  }

  public static let drawsRange = 100...100_000
  public static let seedRange = 0...Int(Int32.max)

  /// Relative standard error of the volume per hectare of one 小班 at one survey, independent
  /// between 小班. GB/T 26424-2010 allows 15, 20 and 25 % for accuracy A, B and C (recalled).
  public var surveyError: Double
  /// Correlation of a 小班's two survey errors, 0 to 1: 1 when the later volume was carried forward
  /// from the earlier one, 0 when the two were measured apart. 0 gives the widest band.
  public var surveyCorrelation: Double
  public var surveyProvenance: Provenance
  /// Relative standard error of carbon per cubic metre, drawn once for all stands of a group.
  public var coefficientError: Double
  public var coefficientProvenance: Provenance
  /// Groups with an error of their own.
  public var coefficientErrors: [GroupError]
  /// Shared, like that of coefficients, by all rows of a group that rest on the model.
  public var growthModel: GrowthModelError
  public var draws: Int
  public var seed: Int

  public init(
    surveyError: Double, surveyCorrelation: Double = 0, surveyProvenance: Provenance,
    coefficientError: Double, coefficientProvenance: Provenance,
    coefficientErrors: [GroupError] = [], growthModel: GrowthModelError, draws: Int = 1000,
    seed: Int = 1
  ) {
    self.surveyError = surveyError
    self.surveyCorrelation = surveyCorrelation
    self.surveyProvenance = surveyProvenance
    self.coefficientError = coefficientError
    self.coefficientProvenance = coefficientProvenance
    self.coefficientErrors = coefficientErrors
    self.growthModel = growthModel
    self.draws = draws
    self.seed = seed
  }

  /// The relative error of a group's coefficients.
  public func coefficientError(of group: String) -> Double {
    coefficientErrors.first { $0.group == group }?.relativeError ?? coefficientError
  }

  /// The relative error of growth on a rung; 0 for rungs that are no model.
  public func growthError(of rung: EvidenceRung) -> Double {
    switch rung {
    case .twoSurveys, .previousFields, .none: 0
    case .fittedCurve: growthModel.fittedCurve
    case .publishedCurve: growthModel.publishedCurve
    case .flatRate: growthModel.flatRate
    }
  }

  /// The facts the band rests on.
  public var provenances: [Provenance] {
    [surveyProvenance, coefficientProvenance, growthModel.provenance]
      + coefficientErrors.map(\.provenance)
  }
}
