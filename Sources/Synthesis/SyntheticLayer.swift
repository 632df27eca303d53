/// The files of an invented county.
public enum SyntheticLayer: String, Sendable, CaseIterable, Codable {
  case firstSurvey = "subcompartments-1"
  case secondSurvey = "subcompartments-2"
  case villages
  case tenure
  case tenureList = "tenure-list"
  case exclusions
  case credited
}
