internal import Inventory

/// A body that holds forest rights in so many places that somebody should look (预防圈占资源).
public struct EnclosureLine: Sendable, Equatable {
  public var holder: String
  public var holderType: String
  /// What drew attention, in words.
  public var signs: String
  /// Each with the body's share of it.
  public var villages: [String]
  /// ha
  public var hectares: Double
  /// Of the 小班 of all villages, as a fraction.
  public var share: Double

  public init(
    holder: String, holderType: String, signs: String, villages: [String], hectares: Double,
    share: Double
  ) {
    self.holder = holder
    self.holderType = holderType
    self.signs = signs
    self.villages = villages
    self.hectares = hectares
    self.share = share
  }

  /// 圈占资源预警
  static func table(_ lines: [EnclosureLine], title: String, notices: [String] = [])
    -> ReportTable
  {
    var table = ReportTable(
      title: title, notices: notices,
      columns: [
        .text("主体", width: 28), .text("类型", width: 8), .integer("涉及村", unit: "村"),
        .decimal("面积", unit: "公顷", places: 2), .decimal("面积", unit: "亩", places: 1),
        .percent("占比"), .text("迹象", width: 36), .text("各村份额", width: 48),
      ],
      footnotes: ["预警仅提示核查，不是认定；国有和集体单位不在预警之列。占比和各村份额以相应范围内全部小班面积为分母。"])
    for line in lines {
      table.append([
        .text(line.holder), .text(line.holderType), .number(Double(line.villages.count)),
        .number(line.hectares), .number(line.hectares * Units.muPerHectare),
        .number(line.share), .text(line.signs), .text(line.villages.joined(separator: "、")),
      ])
    }
    return table
  }
}
