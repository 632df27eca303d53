/// How a state is coloured. The colour never stands alone: the text beside it says the same.
public enum ReportTone: String, Sendable, Equatable {
  case good
  case pending
  case poor
  case neutral
}
