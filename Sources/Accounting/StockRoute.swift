/// The way from growing stock volume to carbon. One method uses one route for all dates.
public enum StockRoute: String, Sendable, CaseIterable, Codable {
  /// C = V·D·BEF·(1+R)·CF·A (生物量扩展因子法; AR-CM-001/003-V01)
  case biomassExpansion = "biomass-expansion"
  /// C = CF·(a·V+b)·A (生物量—蓄积线性方程; Fang 2001, 2007)
  case cbef
  /// C = CF·a·V^b·A (幂函数; published per species or 龄组)
  case power
  /// C = CF·V/(a + b·V)·A (双曲线; Zhou et al. 2002)
  case hyperbolic

  public var chineseName: String {
    switch self {
    case .biomassExpansion: "生物量扩展因子法"
    case .cbef: "生物量—蓄积方程法"
    case .power: "生物量—蓄积幂函数法"
    case .hyperbolic: "生物量—蓄积双曲线法"
    }
  }
}
