/// What a file turned out to be: its layers, and the sheets that hold a 林权 list.
public struct FileInspection: Sendable, Equatable, Codable {
  /// As named by the caller.
  public var path: String
  public var layers: [LayerInspection]
  public var sheets: [SheetInspection]

  public init(path: String, layers: [LayerInspection] = [], sheets: [SheetInspection] = []) {
    self.path = path
    self.layers = layers
    self.sheets = sheets
  }
}
