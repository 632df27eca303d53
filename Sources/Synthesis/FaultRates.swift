/// How much is wrong with the invented data, as shares from 0 to 1.
///
/// A rate above 0 plants at least one fault a file, so that a small sample shows every kind.
public struct FaultRates: Sendable, Equatable {
  /// Share of 小班 rows that get each single kind of fault.
  public var subcompartments: Double
  /// Share of village rows whose name was cut at the width of the field.
  public var villages: Double
  /// Share of tenure parcels with an outline that crosses itself.
  public var tenureBowTies: Double
  /// Share of tenure parcels without the name of a holder.
  public var missingHolders: Double
  /// Share of tenure parcels that repeat the certificate number of another.
  public var duplicateCertificates: Double
  /// Share of tenure parcels drawn over a piece of their neighbour, about a quarter of their own
  /// size: 0.2 puts about 5 % of the ground under two parcels.
  public var tenureOverlaps: Double
  /// Share of tenure parcels that were never drawn.
  public var tenureGaps: Double
  /// Share of tenure parcels drawn some metres off the 小班 borders.
  public var tenureShifts: Double
  /// Share of the rows of the tenure list that disagree with the parcels.
  public var listDisagreements: Double

  public init(
    subcompartments: Double, villages: Double, tenureBowTies: Double, missingHolders: Double,
    duplicateCertificates: Double, tenureOverlaps: Double, tenureGaps: Double, tenureShifts: Double,
    listDisagreements: Double
  ) {
    self.subcompartments = subcompartments
    self.villages = villages
    self.tenureBowTies = tenureBowTies
    self.missingHolders = missingHolders
    self.duplicateCertificates = duplicateCertificates
    self.tenureOverlaps = tenureOverlaps
    self.tenureGaps = tenureGaps
    self.tenureShifts = tenureShifts
    self.listDisagreements = listDisagreements
  }

  /// A county without a mistake: tenure follows the cell borders and covers all forest land.
  public static let none = FaultRates(
    subcompartments: 0, villages: 0, tenureBowTies: 0, missingHolders: 0,
    duplicateCertificates: 0, tenureOverlaps: 0, tenureGaps: 0, tenureShifts: 0,
    listDisagreements: 0)

  /// What first-round forest tenure data and a county's inventory are like, as far as known.
  public static let sample = FaultRates(
    subcompartments: 0.001, villages: 0.02, tenureBowTies: 0.02, missingHolders: 0.10,
    duplicateCertificates: 0.05, tenureOverlaps: 0.2, tenureGaps: 0.06, tenureShifts: 0.5,
    listDisagreements: 0.06)
}
