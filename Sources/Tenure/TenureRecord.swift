/// One row of a tenure list or register, read.
public struct TenureRecord: Sendable, Equatable {
  /// Row in the grid, counted from 0.
  public var row: Int
  /// As printed, for reports.
  public var printedCertificate: String = ""
  /// Without those that say there is none; several where the cell names several.
  public var certificates: [CertificateNumber] = []
  public var parcel = ParcelNumber("")
  public var rights = Rights()
  public var area = AreaText.missing
  public var termStart: CalendarDate?
  public var termEnd = TermEnd.missing
  /// Names and numbers as printed, in half-width form; empty where missing.
  public var village: String = ""
  public var compartment: String = ""
  public var subcompartment: String = ""
  public var placeName: String = ""
  public var registrationDate: CalendarDate?
  /// 权属状态 or 备注 speak of a dispute (争议, 纠纷, 异议, 查封).
  public var isDisputed: Bool = false
  public var remark: String = ""

  public init(row: Int) { self.row = row }
}
