public import Geospatial

/// What a file turned out to be: its layers, and the sheets that hold a 林权 list.
public struct FileInspection: Sendable, Equatable, Codable {
  /// As named by the caller.
  public var path: String
  public var layers: [LayerInspection]
  public var sheets: [SheetInspection]
  /// Why a run would refuse what was described, for the first layer for which it would: where it
  /// lies is not known.
  public var refusal: SourceError?

  private enum CodingKeys: String, CodingKey { case path, layers, sheets }

  public init(path: String, layers: [LayerInspection] = [], sheets: [SheetInspection] = []) {
    self.path = path
    self.layers = layers
    self.sheets = sheets
  }
}
