/// What became of the rows of one file. Rows in = accepted + repaired + quarantined.
struct SourceTally: Sendable, Equatable {
  private(set) var rows = 0
  /// Rows that take part unchanged.
  private(set) var accepted = 0
  /// Rows that take part after a repair.
  private(set) var repaired = 0
  private(set) var quarantined = 0
  /// Area of the rows that take part, ha.
  private(set) var area = 0.0
  /// Of that, the area of rows that were repaired, ha.
  private(set) var repairedArea = 0.0
  private(set) var quarantinedArea = 0.0

  mutating func add(area: Double, isQuarantined: Bool, isRepaired: Bool) {
    rows += 1
    let known = area.isFinite ? max(0, area) : 0
    if isQuarantined {
      quarantined += 1
      quarantinedArea += known
    } else {
      if isRepaired {
        repaired += 1
        repairedArea += known
      } else {
        accepted += 1
      }
      self.area += known
    }
  }

  /// Takes back that a row takes part.
  mutating func setAside(area: Double, wasRepaired: Bool) {
    let known = area.isFinite ? max(0, area) : 0
    if wasRepaired {
      repaired -= 1
      repairedArea -= known
    } else {
      accepted -= 1
    }
    self.area -= known
    quarantined += 1
    quarantinedArea += known
  }
}
