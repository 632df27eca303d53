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
  /// By 是否争议, 权属状态 or 备注.
  public var dispute = DisputeMark.silent
  public var remark: String = ""
  /// Whether the source has columns for the rights of use or in the trees, all of them blank here:
  /// the owner of the land is then not known to hold them.
  public var lacksUser: Bool = false
  /// Whether the source has a column for the certificate.
  public var asksCertificate = false
  /// Why the record gives no title; nil where it may.
  public var voidance: TitleVoidance?
  /// What a list says otherwise of the same right (`RecordJoin`).
  public var doubts = TitleReasonSet()
  /// The term that a list gives, where it differs.
  public var otherTermEnd: TermEnd?

  public init(row: Int) { self.row = row }

  public var isDisputed: Bool { dispute == .disputed }

  /// All who hold a right of use or in the trees: where these are different, each has to agree.
  public var holdersOfUse: [HolderList] {
    [rights.treeOwnership, rights.treeUse, rights.landUse].filter { !$0.isEmpty }
  }

  /// The holders in whose name carbon is looked for first; empty where they are not known.
  public func leading(_ order: [RightKind] = RightKind.carbonOrder) -> HolderList {
    let (kind, holders) = rights.leading(order)
    if kind == .landOwnership, lacksUser { return rights.unspecified }
    return holders
  }
}
