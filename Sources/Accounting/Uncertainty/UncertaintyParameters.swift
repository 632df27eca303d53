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

  /// A 小班 is not measured worse than this, however small: beyond, log-normal factors are all tail.
  /// With 20 % at 5 ha it is reached at 0.05 ha.
  public static let mostSurveyError = 2.0
  public static let drawsRange = 100...100_000
  public static let seedRange = 0...Int(Int32.max)

  /// Relative standard error of the volume per hectare of one 小班 at one survey, independent
  /// between 小班. GB/T 26424-2010 allows 15, 20 and 25 % for accuracy A, B and C (recalled).
  public var surveyError: Double
  /// The hectares of 小班 of which `surveyError` is the error; nil: of any. With it the variance goes
  /// as 1/area, as that of plots spread over the stand does, so that a band does not depend on how
  /// finely land is cut into 小班.
  public var referenceArea: Double?
  /// The part of the variance at the reference area that all 小班 of a village have in common, as
  /// when one crew measured them; 0 to 1.
  public var villageShare = 0.0
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
    surveyError: Double, referenceArea: Double? = nil, villageShare: Double = 0,
    surveyCorrelation: Double = 0, surveyProvenance: Provenance,
    coefficientError: Double, coefficientProvenance: Provenance,
    coefficientErrors: [GroupError] = [], growthModel: GrowthModelError, draws: Int = 1000,
    seed: Int = 1
  ) {
    self.surveyError = surveyError
    self.referenceArea = referenceArea
    self.villageShare = villageShare
    self.surveyCorrelation = surveyCorrelation
    self.surveyProvenance = surveyProvenance
    self.coefficientError = coefficientError
    self.coefficientProvenance = coefficientProvenance
    self.coefficientErrors = coefficientErrors
    self.growthModel = growthModel
    self.draws = draws
    self.seed = seed
  }

  /// Variance of the survey error that is a 小班's own, as a factor with mean 1.
  /// - Parameter area: ha of the 小班; NaN for the reference area.
  public func ownSurveyVariance(area: Double) -> Double {
    let whole = surveyError * surveyError * (1 - villageShare)
    guard let referenceArea, area > 0 else { return whole }
    return min(whole * referenceArea / area, Self.mostSurveyError * Self.mostSurveyError)
  }

  /// Variance of the survey error that a village's 小班 have in common.
  public var villageSurveyVariance: Double { surveyError * surveyError * villageShare }

  /// Relative survey error of one 小班 by itself.
  public func surveyError(area: Double) -> Double {
    let (own, common) = (ownSurveyVariance(area: area), villageSurveyVariance)
    return (own + common + own * common).squareRoot()
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
