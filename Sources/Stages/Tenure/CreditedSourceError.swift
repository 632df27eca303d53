/// A file of credited land of which no row can be placed: none has a polygon, and none names a 小班
/// of the run. Map the columns that name the 小班 (`key`, or `village`, `compartment` and
/// `subcompartment`), or give the layer with polygons. For LinTan's own `ledger.csv` there is the
/// mapping `pipelines/mappings/lintan-ledger.json5`.
public struct CreditedSourceError: Error, Sendable, Equatable {
  public var path: String
  public var mapping: String
  public var rows: Int
  /// Whether the rows name any 小班 at all.
  public var hasPlaces: Bool
}
