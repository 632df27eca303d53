/// One survey's 小班 files.
public struct InventorySource: Sendable {
  /// Calendar year whose end the survey describes.
  public var survey: Int
  public var layer: LayerSource
}
