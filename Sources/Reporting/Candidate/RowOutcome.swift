/// What became of the rows of a file: rows in = accepted + repaired + quarantined, and so for their
/// hectares.
public struct RowOutcome: Sendable, Equatable {
  /// Rows and hectares of one kind.
  public struct Part: Sendable, Equatable {
    public var rows: Int
    public var hectares: Double

    public init(rows: Int, hectares: Double) {
      self.rows = rows
      self.hectares = hectares
    }
  }

  /// Taken as they were.
  public var accepted: Part
  /// Taken after a repair.
  public var repaired: Part
  /// Set aside.
  public var quarantined: Part

  public init(accepted: Part, repaired: Part, quarantined: Part) {
    self.accepted = accepted
    self.repaired = repaired
    self.quarantined = quarantined
  }

  /// The parts with their Chinese names, as report tables show them.
  var named: [(name: String, part: Part)] {
    [("采用", accepted), ("修正后采用", repaired), ("隔离", quarantined)]
  }
}
