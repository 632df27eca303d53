/// Whether a method family subtracts a benchmark given by 森林类别.
public enum BaselineUse: Sendable, Equatable {
  /// The file must give at least one.
  case required
  /// Without one the baseline is zero.
  case optional
  /// The file must give none: the method credits all growth.
  case forbidden
}
