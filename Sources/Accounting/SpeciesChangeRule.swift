/// Which coefficients convert the volumes of a stand whose species differ between the two dates.
///
/// With each date's own coefficients the change of species alone makes a change of carbon that no
/// tree grew. A stand has changed when the set of coefficients differs, not when two species only
/// swapped rank.
public enum SpeciesChangeRule: String, Sendable, CaseIterable, Codable {
  /// The later survey's species and shares convert both volumes.
  case holdLater = "hold-later"
  /// The earlier survey's species and shares convert both volumes.
  case holdEarlier = "hold-earlier"
  /// Each volume is converted as surveyed.
  case asSurveyed = "as-surveyed"
}
