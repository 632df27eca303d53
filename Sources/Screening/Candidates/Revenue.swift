/// The money of one candidate, 元, unrounded: reports round once at the end.
public struct Revenue: Sendable, Equatable {
  public enum Note: Sendable, Equatable {
    /// A breach: the contract's share is above the cap.
    case shareAboveCap(share: Double, cap: Double)
    /// A breach: a charge beside the share.
    case extraFee(Double)
    case noOfficialCap
    /// No contract yet; this share was taken.
    case shareAssumed(Double)
    /// It is not known in what kind of region the village lies; the lower cap was taken.
    case regionUnknown

    public var isBreach: Bool {
      switch self {
      case .shareAboveCap, .extraFee: true
      case .noOfficialCap, .shareAssumed, .regionUnknown: false
      }
    }

    public var chineseText: String {
      switch self {
      case .shareAboveCap: "第三方分配比例超过上限"
      case .extraFee: "额外收取成本费或核证费"
      case .noOfficialCap: "无官方上限，按协议"
      case .shareAssumed: "未签约，按假定比例计算"
      case .regionUnknown: "地区类型未标明，按5%上限"
      }
    }
  }

  public var gross: Double
  public var thirdParty: Double
  public var extraFees: Double
  /// To the village; negative where charges exceed the rest.
  public var net: Double
  public var notes: [Note]

  public init(
    gross: Double, thirdParty: Double, extraFees: Double, net: Double, notes: [Note]
  ) {
    self.gross = gross
    self.thirdParty = thirdParty
    self.extraFees = extraFees
    self.net = net
    self.notes = notes
  }

  public var breaches: [Note] { notes.filter(\.isBreach) }
}
