/// What one 小班 brings to the simulation of its candidate. Amounts are tCO2e over the crediting
/// period at the share of the 小班 that is eligible.
public struct SimulationRow: Sendable, Equatable {
  /// Carbon that was made of volume with the coefficients of one group.
  public struct Amount: Sendable, Equatable {
    /// Position in `SimulationRows.groups`; -1 for none.
    public var group: Int
    public var tonnes: Double

    public static let none = Amount(group: -1, tonnes: 0)

    public init(group: Int, tonnes: Double) {
      self.group = group
      self.tonnes = tonnes
    }
  }

  /// Position of the candidate, 0 or more.
  public var candidate: Int
  /// The same number for the same 小班 in every run, method and order of rows.
  public var key: UInt64
  public var evidence: EvidenceRung
  /// The earlier stock, by dominant and second species.
  public var first: Amount
  public var firstSecond: Amount
  /// The later stock.
  public var later: Amount
  public var laterSecond: Amount
  /// The part of the change that does not depend on volume, taken to be without error: what B =
  /// aV + b leaves of b where a species changed or a stand was felled. Mostly 0.
  public var constant: Double
  /// Taken off whatever grew: the benchmark after deductions.
  public var baseline: Double
  /// ha of the whole 小班, by which its survey error may go; NaN: the error is that of the reference
  /// area.
  public var area: Double

  public init(
    candidate: Int, key: UInt64, evidence: EvidenceRung = .twoSurveys, first: Amount,
    firstSecond: Amount = .none, later: Amount, laterSecond: Amount = .none,
    constant: Double = 0, baseline: Double = 0, area: Double = .nan
  ) {
    self.candidate = candidate
    self.key = key
    self.evidence = evidence
    self.first = first
    self.firstSecond = firstSecond
    self.later = later
    self.laterSecond = laterSecond
    self.constant = constant
    self.baseline = baseline
    self.area = area
  }

  /// Growth when nothing is off.
  var growth: Double {
    later.tonnes - first.tonnes + (laterSecond.tonnes - firstSecond.tonnes) + constant
  }

  /// Whether all carbon is of one group, so that its factor can be taken out of the bracket.
  var singleGroup: Int? {
    guard firstSecond.tonnes == 0, laterSecond.tonnes == 0, constant == 0 else { return nil }
    if first.tonnes == 0 { return later.group }
    if later.tonnes == 0 || first.group == later.group { return first.group }
    return nil
  }
}
