public import Inventory

/// What a parameter file has for one species group.
public enum GroupResolution: Sendable, Equatable {
  /// Coefficients of its own: position in `StockParameters.coefficients`.
  case own(Int)
  /// Coefficients of another group, and on whose word.
  case standIn(Int, Provenance)
  /// Left out knowingly.
  case excluded
  /// Not named: the row is counted as `QuantityStatus.noCoefficient`, and a run that meets such a
  /// row is refused, because nothing was declared for it.
  case missing
}
