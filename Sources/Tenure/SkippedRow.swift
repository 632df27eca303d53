/// A row of a tenure list that is no record, and why.
public struct SkippedRow: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case blank
    /// 合计, 小计, 总计; with the area it prints, ha.
    case total(label: String, hectares: Double?)
    /// The heading again, at the top of a printed page.
    case repeatedHeading
    /// A row that numbers the columns.
    case columnNumbers
    /// 制表人, 填表日期 and the like.
    case footer(label: String)
    /// Neither a certificate nor a parcel, a holder or an area.
    case noContent

    public var chineseText: String {
      switch self {
      case .blank: "空行"
      case .total(let label, _): "\(label)行"
      case .repeatedHeading: "重复表头"
      case .columnNumbers: "栏次行"
      case .footer(let label): "表尾：\(label)"
      case .noContent: "无证号、宗地、权利人和面积"
      }
    }
  }

  /// Row in the grid, counted from 0.
  public var row: Int
  public var reason: Reason

  public init(row: Int, reason: Reason) {
    self.row = row
    self.reason = reason
  }
}
