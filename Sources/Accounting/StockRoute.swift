/// The way from growing stock volume to carbon. One method uses one route for all dates.
public enum StockRoute: String, Sendable, CaseIterable, Codable {
  /// C = V·D·BEF·(1+R)·CF·A (生物量扩展因子法; AR-CM-001/003-V01)
  case biomassExpansion = "biomass-expansion"
  /// C = CF·(a·V+b)·A (生物量—蓄积线性方程; Fang 2001, 2007)
  case cbef

  public var chineseName: String {
    switch self {
    case .biomassExpansion: "生物量扩展因子法"
    case .cbef: "生物量—蓄积方程法"
    }
  }
}
