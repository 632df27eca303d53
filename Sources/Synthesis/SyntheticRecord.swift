/// What is known about an invented county beyond its files.
public struct SyntheticRecord: Sendable, Equatable {
  /// A 小班 that is not the same in both surveys, by design.
  public struct Redrawing: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable {
      /// One 小班 became two; both have new numbers and the old one is gone.
      case split
      /// Ground passed from one 小班 to another; both keep their numbers.
      case redrawn
    }

    public let kind: Kind
    /// CUN + LIN_BAN + XIAO_BAN in the first survey and in the second.
    public let before: [String]
    public let after: [String]
  }

  /// Mistakes in the order of planting.
  public private(set) var faults: [PlantedFault] = []
  public internal(set) var redrawings: [Redrawing] = []
  /// The tenure list, as the cells of a worksheet: a title in the first cell of the first row, a
  /// header of two rows, then certificates and a 合计 row after each village's.
  public internal(set) var tenureList: [[String]] = []

  mutating func note(
    _ kind: PlantedFault.Kind, _ layer: SyntheticLayer, row: Int, field: String = "",
    intended: String = "", planted: String = ""
  ) {
    faults.append(
      PlantedFault(
        identifier: "F" + Digits.padded(faults.count + 1, 4), kind: kind, layer: layer, row: row,
        field: field, intended: intended, planted: planted))
  }
}
