/// A figure large enough to be read across a table.
public struct KeyFigure: Sendable, Equatable {
  public var name: String
  public var value: String
  public var unit: String
  /// A line below: the same in another unit, a range, a share.
  public var note: String
  /// Part of a target that is reached, as a fraction; drawn as a bar.
  public var progress: Double?

  public init(
    name: String, value: String, unit: String, note: String = "", progress: Double? = nil
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.note = note
    self.progress = progress
  }
}
