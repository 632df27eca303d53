/// A village of an invented county.
public struct SyntheticVillage: Sendable, Equatable {
  /// 12 digits: county 6, town 3, village 3.
  public let code: String
  public let name: String
  public let townName: String
  public let countyCode: String
  public let countyName: String
  /// 小班 of the first survey.
  public let subcompartments: Int
  /// Position in the prefecture.
  let index: Int
  let town: Int
  let centre: CellLattice.Point

  /// 9 digits.
  public var townCode: String { String(code.prefix(9)) }
}
