/// Why a 小班 has its title class, or what else a person should know of its title. Codes are for
/// lists; texts for reading.
public enum TitleReason: UInt8, Sendable, CaseIterable {
  case noTenureData = 0
  case noClaim = 1
  case partlyUntitled = 2
  case disputeRecorded = 3
  case overlappingTitles = 4
  case sameTitleTwice = 5
  case severalHolders = 6
  case minorHolders = 7
  case termEndsEarly = 8
  case termPartlyEndsEarly = 9
  case termMissing = 10
  case holderMissing = 11
  case holdersNotAllNamed = 12
  case textMatchOnly = 13
  case textDisagreesWithMap = 14
  case sliversDropped = 15
  case certificateMissing = 16
  /// Exclusion zones leave nothing of the 小班; what is said of its title holds for all of it.
  case whollyExcluded = 17
  /// The 小班 has no polygon, so the map says nothing of it.
  case noPolygon = 18
  /// Tenure came as lists only, and none of their records names the 小班.
  case noRecordNamesIt = 19
  /// 是否争议 holds something that is neither yes nor no.
  case disputeUnclear = 20
  case listHolderDiffers = 21
  case listTermDiffers = 22
  /// 共有, 联户: several hold the right together.
  case coOwners = 23
  /// The rights of use and in the trees have different holders.
  case rightsApart = 24
  /// A parcel on the 小班 is cancelled or historic, or has no certificate, and counts for nothing.
  case voidTitle = 25

  /// A stable code, such as `QS05`.
  public var code: String { "QS" + (rawValue < 9 ? "0" : "") + String(rawValue + 1) }

  public var chineseText: String {
    switch self {
    case .noTenureData: "未提供林权资料"
    case .noClaim: "无任何林权宗地"
    case .partlyUntitled: "部分面积无证"
    case .disputeRecorded: "登记有争议"
    case .overlappingTitles: "不同权利人的宗地重叠（重复发证）"
    case .sameTitleTwice: "同一权利重复登记"
    case .severalHolders: "涉及多个权利人"
    case .minorHolders: "含少量其他权利人面积"
    case .termEndsEarly: "使用期限早于计入期结束"
    case .termPartlyEndsEarly: "部分面积使用期限早于计入期结束"
    case .termMissing: "使用期限缺失或无法识别"
    case .holderMissing: "权利人缺失"
    case .holdersNotAllNamed: "权利人未全部列明（等）"
    case .textMatchOnly: "仅凭文字匹配，无图形"
    case .textDisagreesWithMap: "文字与图形不一致"
    case .sliversDropped: "已舍去细碎图斑"
    case .certificateMissing: "证号缺失"
    case .noPolygon: "小班无图形，无法与宗地叠加"
    case .noRecordNamesIt: "林权清册中没有指向该小班的记录，且无宗地图形"
    case .disputeUnclear: "争议栏内容无法识别"
    case .listHolderDiffers: "清册与宗地的权利人不一致"
    case .listTermDiffers: "清册与宗地的使用期限不一致"
    case .coOwners: "共有（须全体共有人同意）"
    case .rightsApart: "林地使用权与林木权利人不一致"
    case .voidTitle: "有宗地已注销、作废、属历史登记或无证，不作权属依据"
    case .whollyExcluded: "全部位于排除范围内（按整个小班判定权属）"
    }
  }
}
