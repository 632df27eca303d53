/// Which coordinate system a layer is in, and what that rests on.
public enum CoordinateDecision: Sendable, Equatable {
  public enum Evidence: Sendable, Equatable {
    /// Declared in the run's configuration; what the file itself says, if anything, stands behind.
    case declared(fileSays: String?)
    /// Recorded in the file or its .prj.
    case recorded
    /// No record; eight-digit eastings begin with the zone number. The datum is assumed to be
    /// CGCS2000 and must be confirmed.
    case zonePrefix(Int)
    /// No record; six-digit eastings, and the county's usual central meridian (degrees east). The
    /// datum is assumed to be CGCS2000 and must be confirmed.
    case countyMeridian(county: String, meridian: Int)
    /// No record; six-digit eastings, and the central meridian that the configuration names. The
    /// datum is assumed to be CGCS2000 and must be confirmed.
    case declaredMeridian(Int)
    /// No record; the numbers look like degrees inside China. The datum is assumed to be CGCS2000
    /// and must be confirmed.
    case degrees
  }

  case known(CoordinateSystem, evidence: Evidence)
  case undecided(CoordinateProblem)
  /// A table without geometry, or a layer without rows.
  case none

  public var system: CoordinateSystem? {
    if case .known(let system, _) = self { system } else { nil }
  }

  /// Whether a person must confirm the datum, because only its zone could be inferred.
  public var isDatumAssumed: Bool {
    guard case .known(_, let evidence) = self else { return false }
    switch evidence {
    case .declared, .recorded: return false
    case .zonePrefix, .countyMeridian, .declaredMeridian, .degrees: return true
    }
  }
}
