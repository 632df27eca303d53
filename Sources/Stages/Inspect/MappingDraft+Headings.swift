internal import Mapping

extension MappingDraft {
  /// Headings under which files carry a field, beside those of the known mappings.
  static func headings(of field: String, _ kind: MappingKind) -> [String] {
    switch kind {
    case .inventory: inventory[field] ?? []
    case .villages: villages[field] ?? []
    case .tenureParcels, .tenureList: rights[field] ?? []
    case .exclusionZones: zones[field] ?? []
    case .creditedLand: credited[field] ?? []
    }
  }

  private static let inventory: [String: [String]] = [
    "county": ["县（市、区）", "县市区", "区县", "县代码", "XIAN"],
    "town": ["乡", "镇", "乡（镇）", "乡镇代码", "XIANG"],
    "village": ["行政村", "村代码", "村委会", "CUN"],
    "compartment": ["林班号", "LINBAN", "LIN_BAN"],
    "subcompartment": ["小班号", "XIAOBAN", "XIAO_BAN", "XBH"],
    "patch": ["细班号", "XIBAN", "XI_BAN"],
    "area": [
      "小班面积", "面积公顷", "面积亩", "小班面积公顷", "小班面积亩", "MIANJI", "MIAN_JI", "XBMJ", "AREA",
    ],
    "landClass": ["地类代码", "土地类型", "DILEI", "DI_LEI"],
    "species": ["树种", "优势树种组", "树种组", "YSSZ", "YOUSHISZ", "SHUZHONG", "SHU_ZHONG"],
    "secondSpecies": ["伴生树种", "次要树种", "BSSZ"],
    "origin": ["林分起源", "QIYUAN", "QI_YUAN"],
    "keyLocation": ["重点区位", "STQW", "STQWMC"],
    "forestClass": ["森林分类", "公益林", "SENLINLB", "SEN_LIN_LB"],
    "ageGroup": ["LINGZU", "LING_ZU"],
    "forestCategory": ["LINZHONG", "LIN_ZHONG"],
    "landOwnership": ["林地权属", "林地所有权", "LDQS", "LD_QS"],
    "volume": [
      "公顷蓄积", "每公顷蓄积量", "公顷蓄积量", "亩蓄积", "每亩蓄积", "每亩蓄积量", "亩蓄积量", "单位蓄积", "单位面积蓄积",
      "HUO_LMGQXJ", "GQXJ", "MGQXJ", "MEI_GQ_XJ",
    ],
    "totalVolume": ["蓄积", "蓄积量", "小班蓄积量", "总蓄积", "总蓄积量", "活立木总蓄积", "ZXJ", "XBXJ"],
    "secondVolume": ["伴生树种蓄积量", "BSSZXJ"],
    "age": ["年龄", "林龄", "林分平均年龄", "NIANLING", "NIAN_LING", "PINGJUN_NL"],
    "canopyDensity": ["YUBIDU", "YU_BI_DU", "YBD"],
    "diameter": ["胸径", "PINGJUN_XJ"],
    "height": ["树高", "PINGJUN_SG", "PINGJUNSG"],
    "stems": ["公顷株数", "每亩株数", "亩株数", "株数", "MEI_GQ_ZS"],
    "plantingYear": ["造林年份", "ZLND"],
  ]

  private static let villages: [String: [String]] = [
    "village": ["行政村代码", "村编码", "行政区代码", "CUN_DM", "CUNDM", "CUN_CODE", "XZQDM", "ZLDWDM"],
    "villageName": ["行政村", "村名称", "行政村名称", "CUN_MC", "CUNMC", "CUN_NAME", "XZQMC", "ZLDWMC"],
    "townName": ["乡镇", "乡镇名称", "XIANG_MC", "XIANGMC"],
    "countyName": ["县", "县名称", "XIAN_MC", "XIANMC"],
    "oldRevolutionaryArea": ["老区", "LQ"],
    "formerPoorVillage": ["贫困村", "PKC"],
  ]

  private static let rights: [String: [String]] = [
    "parcel": ["宗地代码", "宗地编号", "不动产单元号", "ZDDM", "ZDH", "BDCDYH"],
    "certificate": ["林权证", "证号", "不动产权证号", "权证号", "LQZH", "LQZ", "BDCQZH"],
    "landOwner": ["土地所有权人", "林地所有权权利人", "SYQR"],
    "landUser": ["土地使用权人", "林地使用权权利人", "SHIYQR"],
    "treeOwner": ["林木所有权权利人", "森林或林木所有权权利人", "SLLMSYQR1", "LMSYR", "权利人", "QLR"],
    "treeUser": ["林木使用权权利人", "森林或林木使用权权利人", "SLLMSYQR2", "LMSHIYR"],
    "holderType": ["QLRLX"],
    "area": ["面积", "面积亩", "宗地面积", "SYQMJ", "MJ_MU", "ZDMJ"],
    "termStart": ["使用期起", "起始时间", "LDSYQSSJ", "QSRQ"],
    "termEnd": ["使用期止", "终止时间", "LDSYJSSJ", "ZZRQ"],
    "disputed": ["是否争议", "SFZY", "ZY"],
    "registrationDate": ["登记时间", "DJSJ"],
    "placeName": ["XDM"],
    "compartment": ["LB", "LIN_BAN"],
    "subcompartment": ["XB", "XIAO_BAN"],
    "remarks": ["BZ", "BEI_ZHU", "附记", "FJ"],
  ]

  private static let zones: [String: [String]] = [
    "name": ["保护地名称", "红线名称", "BHD_MC", "HXMC", "MC", "NAME"],
    "category": ["保护地类型", "红线类型", "类别", "BHD_LX", "HXLX", "LX"],
  ]

  private static let credited: [String: [String]] = [
    "mechanism": ["项目类型", "减排机制", "JZ", "MECHANISM"],
    "firstYear": ["起始年", "开始年份", "NF_Q", "FIRST_YEAR"],
    "lastYear": ["终止年", "结束年份", "NF_Z", "LAST_YEAR"],
    "tonnes": ["核证减排量", "JYL_T", "TONNES"],
  ]
}
