internal import Inventory

/// Land × years that a first choice of the run claims under one method.
public struct LedgerLine: Sendable, Equatable {
  public var key = ""
  public var villageCode = ""
  public var villageName = ""
  public var compartment = ""
  public var subcompartment = ""
  public var method = ""
  public var mechanism = ""
  public var firstYear = 0
  public var lastYear = 0
  /// Part of the 小班 that is claimed, as a fraction.
  public var share = 0.0
  /// Area that is claimed, ha.
  public var hectares = 0.0
  /// Over all years, tCO2e.
  public var tonnes = 0.0
  /// What must stand beside the tonnes; empty where they may be filed.
  public var notice = ""

  public init() {}

  /// `ledger.csv`
  ///
  /// - Parameter notices: what must stand on every line, if anything.
  public static func csv(_ lines: [LedgerLine], notices: [String] = []) -> [UInt8] {
    var table = ReportTable(
      title: "计入台账", notices: notices,
      columns: [
        .code("小班键"), .code("村代码"), .text("村"), .code("林班"), .code("小班"),
        .text("方法"), .text("机制"), .code("首年"), .code("末年"),
        .decimal("计入份额", unit: "小数", places: 6), .decimal("计入面积", unit: "公顷", places: 4),
        .decimal("计入面积", unit: "亩", places: 3), .decimal("减排量", unit: "tCO2e", places: 3),
      ])
    for line in lines {
      table.append([
        .text(line.key), .text(line.villageCode), .text(line.villageName),
        .text(line.compartment), .text(line.subcompartment), .text(line.method),
        .text(line.mechanism), .text(String(line.firstYear)), .text(String(line.lastYear)),
        .number(line.share), .number(line.hectares),
        .number(line.hectares * Units.muPerHectare), .number(line.tonnes),
      ])
    }
    return CSVRenderer().render(table)
  }
}
