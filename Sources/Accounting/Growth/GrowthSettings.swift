/// What may serve as evidence of growth, and how curves are fitted: the optional `growth` block of
/// a pipeline file.
///
/// Without it only what was surveyed twice counts. Modelled rungs are switched on by name, so that
/// no tonne rests on a model unknown to the user.
public struct GrowthSettings: Sendable, Equatable {
  /// Rungs that may be used, best first.
  public var rungs: [EvidenceRung] = [.twoSurveys, .previousFields]
  /// Years to reckon back where there is no earlier survey.
  public var years = 5
  /// Years between the previous-period fields and the survey that carries them; nil: as `years`.
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

  public func allows(_ rung: EvidenceRung) -> Bool { rungs.contains(rung) }
}
