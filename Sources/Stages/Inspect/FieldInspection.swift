/// What a field holds.
public struct FieldInspection: Sendable, Equatable, Codable {
  public struct Value: Sendable, Equatable, Codable {
    public var value: String
    public var count: Int

    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  public var name: String
  /// The name people see, where the format keeps one.
  public var alias: String
  /// `text`, `integer`, `real` or `date`.
  public var kind: String
  /// Characters (bytes in a .dbf); 0 if unlimited.
  public var width: Int
  public var precision: Int
  /// Whether half a character was dropped at the end of the name.
  public var isNameCut: Bool
  /// Rows with a value. A .dbf cannot tell 0 from "not recorded": see `zeros`.
  public var filled: Int
  public var zeros: Int
  /// Rows whose text has bytes that are no character.
  public var damaged: Int
  /// Different values; nil where there were too many to keep or the texts are long.
  public var distinct: Int?
  /// Most frequent first where they were counted, else the first ones met.
  public var examples: [Value]
  public var minimum: Double?
  public var maximum: Double?
  public var sum: Double?
  /// The unit in which the values are the areas of the polygons, if they are.
  public var areaUnit: String?
}
