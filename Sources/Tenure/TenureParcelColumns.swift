public import Inventory

/// Tenure parcels, with or without polygons: columns of equal length.
public struct TenureParcelColumns: Sendable, Equatable {
  /// Row number in the ingested store; the way back to file and source row.
  public private(set) var row: [Int64] = []
  /// Whether the parcel has a polygon; those of lists have none.
  public private(set) var hasPolygon: [Bool] = []
  /// Keys of the parcel's certificates.
  public private(set) var certificates: [[CertificateNumber]] = []
  public private(set) var parcel: [ParcelNumber] = []
  public private(set) var rights: [Rights] = []
  /// Whether the leading holders are all named.
  public private(set) var namesAllHolders: [Bool] = []
  /// Number of the leading holders' key (`holderKeys`), so that holders compare as numbers; -1
  /// where no holder is named.
  public private(set) var holder: [Int32] = []
  /// The leading holders themselves.
  public private(set) var leading: [HolderList] = []
  public private(set) var holderType: [HolderType] = []
  /// 证载面积 in ha; NaN where missing or unreadable.
  public private(set) var area: [Double] = []
  public private(set) var termEnd: [TermEnd] = []
  public private(set) var isDisputed: [Bool] = []
  /// The term that a list gives, where it differs from `termEnd`.
  public private(set) var otherTermEnd: [TermEnd?] = []
  /// What keeps the records from being believed as they stand.
  public private(set) var doubts: [TitleReasonSet] = []
  /// The parcels on the map that a record of a list is about; empty for all others.
  public private(set) var joined: [[Int32]] = []
  public private(set) var registrationDate: [CalendarDate?] = []
  public private(set) var village = TextColumn()
  public private(set) var compartment = TextColumn()
  public private(set) var subcompartment = TextColumn()
  public private(set) var placeName = TextColumn()
  /// `holderKeys[holder[i]]` names the holders of parcel `i`, in the order of first appearance.
  public private(set) var holderKeys: [String] = []

  /// Holders of the right, those not named included; 0 where none is known.
  public private(set) var holderCount: [Int32] = []
  /// `.coOwners` and `.rightsApart`, where they hold.
  public private(set) var sharing: [TitleReasonSet] = []
  /// Records that give no title.
  public private(set) var isVoid: [Bool] = []

  private var holderNumbers: [String: Int32] = [:]
  /// The rights by which the leading holder is found, in that order.
  public let rightOrder: [RightKind]

  public init(rightOrder: [RightKind] = RightKind.carbonOrder) { self.rightOrder = rightOrder }

  public var count: Int { row.count }

  /// - Parameters:
  ///   - record: a row of a list, or the attributes of a polygon read as one.
  ///   - row: its number in the store.
  ///   - joined: for a record of a list, the parcels that it is about.
  public mutating func append(
    _ record: TenureRecord, row: Int64, hasPolygon: Bool, joined: [Int32] = []
  ) {
    self.row.append(row)
    self.hasPolygon.append(hasPolygon)
    certificates.append(record.certificates)
    parcel.append(record.parcel)
    rights.append(record.rights)
    let leading = record.leading(rightOrder)
    self.leading.append(leading)
    namesAllHolders.append(leading.isComplete)
    holder.append(leading.isEmpty ? -1 : number(leading.key))
    holderType.append(leading.type)
    area.append(record.area.hectares ?? .nan)
    termEnd.append(record.termEnd)
    isDisputed.append(record.dispute == .disputed)
    otherTermEnd.append(record.otherTermEnd)
    var doubts = record.doubts
    if case .unclear = record.dispute { doubts.insert(.disputeUnclear) }
    if record.certificates.isEmpty, record.asksCertificate { doubts.insert(.certificateMissing) }
    self.doubts.append(doubts)
    isVoid.append(record.voidance != nil)
    append(sharing: record, leading)
    self.joined.append(joined)
    registrationDate.append(record.registrationDate)
    village.append(TextNormalization.key(record.village))
    compartment.append(LabelKey.number(record.compartment))
    subcompartment.append(LabelKey.number(record.subcompartment))
    placeName.append(TextNormalization.key(record.placeName))
  }

  private mutating func append(sharing record: TenureRecord, _ leading: HolderList) {
    var reasons = TitleReasonSet()
    var count = leading.count
    if leading.isShared { reasons.insert(.coOwners) }
    let others = record.holdersOfUse.filter { !HolderComparison.agree($0, leading) }
    if !others.isEmpty {
      reasons.insert(.rightsApart)
      let named = Set((others + [leading]).flatMap { $0.holders.map(\.identity) })
      count = max(count + 1, named.count)
    }
    if leading.isShared, count < 2 { count = 2 }
    sharing.append(reasons)
    holderCount.append(Int32(count))
  }

  /// Whether two parcels are the same title recorded twice: the same certificate or the same
  /// parcel, and the same holder; or a record of a list and the parcel that it is about.
  public func areOneTitle(_ one: Int, _ other: Int) -> Bool {
    if joined[one].contains(Int32(other)) || joined[other].contains(Int32(one)) { return true }
    guard holder[one] == holder[other] else { return false }
    if parcel[one].kind == .cadastral, parcel[one] == parcel[other] { return true }
    return certificates[one].contains { certificates[other].contains($0) }
  }

  /// Whether it is open who holds the right, or whether it is disputed.
  public func isUnsettled(_ parcel: Int) -> Bool {
    holder[parcel] < 0 || !doubts[parcel].isDisjoint(with: .unsettling)
  }

  private mutating func number(_ key: String) -> Int32 {
    if let known = holderNumbers[key] { return known }
    let next = Int32(holderKeys.count)
    holderKeys.append(key)
    holderNumbers[key] = next
    return next
  }
}
