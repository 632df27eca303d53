public import Inventory

/// How one row's number comes about, step by step, for a person who checks it by hand.
public struct Derivation: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    /// As in the formula, such as `g`.
    public var symbol: String
    /// In Chinese.
    public var meaning: String
    /// How it is got from the steps before; empty for what was read.
    public var formula: String
    /// NaN if it cannot be told.
    public var value: Double
    public var unit: String
    /// Only for facts out of the parameter file; nil for surveyed and computed values.
    public var provenance: Provenance?

    public init(
      _ symbol: String, _ meaning: String, formula: String = "", value: Double, unit: String,
      provenance: Provenance? = nil
    ) {
      self.symbol = symbol
      self.meaning = meaning
      self.formula = formula
      self.value = value
      self.unit = unit
      self.provenance = provenance
    }
  }

  /// `MethodParameters.id`
  public var method: String
  public var title: String
  public var edition: String
  public var row: Int
  public var status: QuantityStatus
  public var evidence: EvidenceRung
  public var standing: Standing
  public var steps: [Step]

  /// The value of the last step with this symbol.
  public func value(of symbol: String) -> Double? {
    steps.last { $0.symbol == symbol }?.value
  }
}
