/// What may serve as evidence of growth, and how curves are fitted: the optional `growth` block of
/// a pipeline file.
///
/// Without it only what was surveyed twice counts. Modelled rungs are switched on by name, so that
/// no tonne rests on a model unknown to the user.
public struct GrowthSettings: Sendable, Equatable {
  /// Rungs that may be used, best first.
  public var rungs: [EvidenceRung] = [.twoSurveys, .previousFields]
  /// Years to reckon back where there is no earlier survey; nil: not declared. It is never assumed,
  /// because yearly growth and the credited years hang on it.
  public var years: Int?
  /// Years between the previous-period fields and the survey that carries them; nil: as `years`, or
  /// as the surveys are apart.
  public var previousYears: Int?
  /// Width of the age classes of a fit, years. 桉树 grows by half from its second to its third
  /// year, so that wider classes blur the curves of short rotations.
  public var ageClassYears = 1
  /// Below these a stratum gets no curve.
  public var minimumStands = 30
  public var minimumClasses = 4
  /// Classes with fewer stands are left out.
  public var minimumStandsPerClass = 3
  public var publishedCurves: [PublishedCurve] = []
  public var flatRate: FlatRate?

  public init() {}

  /// Years from the earlier date to a survey that stands alone; nil where the file does not say. Where
  /// it says both, models look back by their own years, and what the previous-period fields show of a
  /// year is carried to them.
  public var lookBack: Int? { years ?? previousYears }

  public func allows(_ rung: EvidenceRung) -> Bool { rungs.contains(rung) }
}
