public import Inventory

/// How one field is filled: from which column, in which unit, by which code list.
public struct ColumnMapping: Sendable, Equatable {
  /// The field of the vocabulary, by name.
  public var field: String
  /// Names under which files carry the column; a file may have only one of them. Empty with
  /// `constant`.
  public var names: [String]
  /// A value for every row, where no column holds it.
  public var constant: String?
  /// Whether the column may be absent from a file. Values are then missing.
  public var isOptional: Bool
  /// Whether 0 stands for "not recorded", as in age or diameter.
  public var zeroIsMissing: Bool
  public var areaUnit: AreaUnit
  public var volumeUnit: VolumeUnit
  public var ratioUnit: RatioUnit
  public var stemUnit: StemUnit
  /// The list in force for a code field.
  public var codes: CodeList?
  /// 已停用的行政区划代码, for the village: the leading 6, 9 or 12 digits that were in force once, each
  /// with the digits that replace them as its meaning. A rule applies it and says so.
  public var obsolete: CodeList?

  public init(field: String, names: [String]) {
    self.field = field
    self.names = names
    constant = nil
    isOptional = false
    zeroIsMissing = false
    areaUnit = .hectare
    volumeUnit = .cubicMetresPerHectare
    ratioUnit = .fraction
    stemUnit = .perHectare
    codes = nil
    obsolete = nil
  }
}
