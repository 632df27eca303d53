/// What a claim of a parcel on a 小班 rests on, strongest first.
public enum ClaimEvidence: String, Sendable, CaseIterable, Codable {
  /// The parcel's polygon covers the 小班.
  case spatial
  /// The inventory row carries the parcel's number.
  case parcelNumber = "parcel-number"
  /// The inventory row carries the certificate's number.
  case certificate
  /// A certificate number of digits only.
  case bareCertificate = "bare-certificate"
  /// Village, 林班 and 小班 agree. Certificates are often numbered apart from the inventory.
  case inventoryNumber = "inventory-number"
  /// Village and 小地名 agree.
  case placeName = "place-name"

  /// 0 for the strongest.
  var rank: Int {
    switch self {
    case .spatial: 0
    case .parcelNumber: 1
    case .certificate: 2
    case .bareCertificate: 3
    case .inventoryNumber: 4
    case .placeName: 5
    }
  }

  public var chineseName: String {
    switch self {
    case .spatial: "空间叠加"
    case .parcelNumber: "宗地号"
    case .certificate: "证号"
    case .bareCertificate: "证号（仅数字）"
    case .inventoryNumber: "林班小班号"
    case .placeName: "小地名"
    }
  }
}
