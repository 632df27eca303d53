/// How 林权 evidence is judged.
public struct TenureSettings: Sendable, Equatable {
  /// Pieces smaller than this are slivers, ha.
  public var sliverHectares = 0.01
  /// Pieces smaller than this share of the 小班 are slivers.
  public var sliverShare = 0.01
  /// A 小班 is clear when one holder's parcels cover at least this share of it.
  public var clearShare = 0.9
  /// Year at whose end the crediting period ends; titles must last that long. Nil: not checked.
  public var titleUntil: Int?
  /// Villages in which one outside body must hold rights to be warned of (圈占资源预警).
  public var enclosureVillages = 3
  /// Area that it must hold in all, ha; 1000 亩. Judgement, no published limit is known.
  public var enclosureHectares = 1000 / 15.0
  /// 小班 whose polygons are held in memory at a time. Fewer take less memory; results are the same.
  public var rowsPerShard = 100_000

  public init() {}
}
