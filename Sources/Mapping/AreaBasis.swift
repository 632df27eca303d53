/// Which area of a 小班 carries its stock.
public enum AreaBasis: String, Sendable, CaseIterable {
  /// 小班面积 as the survey recorded it: the figure that a bureau stamps.
  case recorded
  /// The area of the polygon.
  case geometric
}
