/// How a village code came to its 12 digits.
public enum VillageForm: UInt8, Sendable {
  /// As recorded.
  case full
  /// From the local three digits and the columns of county and town, or from a longer code that
  /// begins with it.
  case local
  /// The same, with a village or town part of one or two digits filled up with leading zeros.
  case padded
  /// Not completed; what was found stands for it.
  case incomplete
}
