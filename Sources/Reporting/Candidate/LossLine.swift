internal import Inventory

/// How much stock went down between the surveys in one way, under one method.
public struct LossLine: Sendable, Equatable {
  /// Name of the method.
  public var method: String
  /// In Chinese, such as `采伐、灾害或转为不计量地类`.
  public var kind: String
  public var subcompartments: Int
  /// ha
  public var hectares: Double
  /// tCO2e between the surveys; nil where only a stock is in question.
  public var tonnes: Double?
  /// Stock at the earlier date, tC, where that is what is known.
  public var stock: Double?
  /// Whether it is in the credit.
  public var isCounted: Bool

  public init(
    method: String, kind: String, subcompartments: Int, hectares: Double, tonnes: Double?,
    stock: Double? = nil, isCounted: Bool
  ) {
    self.method = method
    self.kind = kind
    self.subcompartments = subcompartments
    self.hectares = hectares
    self.tonnes = tonnes
    self.stock = stock
    self.isCounted = isCounted
  }

  /// One sentence for a village's card.
  var text: String {
    var text = "\(kind)：\(subcompartments) 个，\(Quantity.area(hectares))"
    if let tonnes { text += "，\(Quantity.number(tonnes)) tCO2e" }
    if let stock { text += "，前期储量 \(Quantity.number(stock)) tC" }
    return text + (isCounted ? "，已计入" : "，未计入")
  }

  /// 两期之间的减少
  static func table(
    _ lines: [LossLine], title: String, subtitles: [String] = [], notices: [String] = []
  ) -> ReportTable {
    var table = ReportTable(
      title: title, subtitles: subtitles, notices: notices,
      columns: [
        .text("去向", width: 40), .integer("小班", unit: "个"),
        .decimal("面积", unit: "公顷", places: 2), .decimal("面积", unit: "亩", places: 1),
        .integer("两期之间", unit: "tCO2e"), .integer("前期储量", unit: "tC"),
        .text("是否计入", width: 10),
      ],
      footnotes: ["两期之间的减少按储量变化计，未乘计入年数，也未扣基准与各项扣减；负数为减少。"])
    var method = ""
    for line in lines {
      if line.method != method {
        table.appendGroup(line.method)
        method = line.method
      }
      table.append([
        .text(line.kind), .number(Double(line.subcompartments)), .number(line.hectares),
        .number(line.hectares * Units.muPerHectare),
        line.tonnes.map { .number($0) } ?? .empty, line.stock.map { .number($0) } ?? .empty,
        .text(line.isCounted ? "计入" : "不计入"),
      ])
    }
    return table
  }
}
