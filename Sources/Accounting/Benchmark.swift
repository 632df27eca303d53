public import Inventory

/// The growth that a method does not credit, for one 森林类别.
public struct Benchmark: Sendable, Equatable {
  public var forestClass: ForestClass
  /// tCO2e/ha/yr
  public var value: Double
  /// What to say about it in a report; may be empty.
  public var note: String
  public var provenance: Provenance

  /// Nearer to 0 a benchmark is one of 亩 (3.32 per hectare are 0.22, 3.8 are 0.25); 0 is none.
  public static let least = 0.3

  /// The only unit a file may give.
  public static let unit = "tCO2e/ha/yr"

  public init(
    forestClass: ForestClass, value: Double, note: String = "", provenance: Provenance
  ) {
    self.forestClass = forestClass
    self.value = value
    self.note = note
    self.provenance = provenance
  }
}
