/// What a column of a tenure list can mean, with the headings that say so.
public enum TenureField: String, Sendable, CaseIterable, Codable {
  case certificate
  case parcelNumber = "parcel-number"
  /// 权利人 without saying of which right.
  case holder
  case landOwner = "land-owner"
  case landUser = "land-user"
  case treeOwner = "tree-owner"
  case treeUser = "tree-user"
  case holderType = "holder-type"
  case area
  case termStart = "term-start"
  case termEnd = "term-end"
  case village
  case compartment
  case subcompartment
  case placeName = "place-name"
  case registrationDate = "registration-date"
  /// 是否争议: yes or no
  case disputed
  case status
  case remark

  public var chineseName: String {
    switch self {
    case .certificate: "林权证号"
    case .parcelNumber: "宗地号"
    case .holder: "权利人"
    case .landOwner: "林地所有权人"
    case .landUser: "林地使用权人"
    case .treeOwner: "林木所有权人"
    case .treeUser: "林木使用权人"
    case .holderType: "权利人类型"
    case .area: "面积"
    case .termStart: "起始日期"
    case .termEnd: "终止日期"
    case .village: "村"
    case .compartment: "林班"
    case .subcompartment: "小班"
    case .placeName: "小地名"
    case .registrationDate: "登记日期"
    case .disputed: "是否争议"
    case .status: "权属状态"
    case .remark: "备注"
    }
  }

  /// Fields of which at least one must be found for a row to be a heading.
  var isLeading: Bool {
    switch self {
    case .certificate, .parcelNumber, .holder, .landOwner, .landUser, .treeOwner, .treeUser: true
    default: false
    }
  }

  /// The field a heading stands for and the area unit it names; nil for unknown headings.
  static func match(_ heading: String) -> (TenureField, AreaUnitWord?)? {
    var key = TextNormalization.key(heading)
    key.removeAll { "*:#".contains($0) }
    if let exact = synonyms[key] { return (exact, nil) }
    var unit: AreaUnitWord?
    var base = key
    if base.hasSuffix(")"), let open = base.lastIndex(of: "(") {
      unit = AreaUnitWord(String(base[base.index(after: open)...].dropLast()))
      base = String(base[..<open])
    } else if let slash = base.lastIndex(of: "/"),
      let word = AreaUnitWord(String(base[base.index(after: slash)...]))
    {
      unit = word
      base = String(base[..<slash])
    } else {
      for ending in ["公顷", "平方米", "亩"] where base.hasSuffix(ending) && base != ending {
        unit = AreaUnitWord(ending)
        base = String(base.dropLast(ending.count))
      }
    }
    return synonyms[base].map { ($0, $0 == .area ? unit : nil) }
  }

  private static let synonyms: [String: TenureField] = {
    var result: [String: TenureField] = [:]
    for field in allCases {
      for word in headings(of: field) { result[TextNormalization.key(word)] = field }
    }
    return result
  }()

  private static func headings(of field: TenureField) -> [String] {
    switch field {
    case .certificate:
      [
        "林权证号", "林权证编号", "林权证书号", "林权证", "证号", "证书号", "证书编号", "权证号", "权利证号",
        "不动产权证号", "不动产权证书号", "不动产权证", "产权证号", "BDCQZH", "LQZH", "林权证字号",
      ]
    case .parcelNumber:
      [
        "宗地号", "宗地代码", "宗地编号", "宗地统一编码", "不动产单元号", "单元号", "地块号", "地块编号", "BDCDYH", "ZDDM",
        "ZDH",
      ]
    case .holder:
      [
        "权利人", "权利人名称", "权利人姓名", "林权权利人", "林权人", "权属人", "户主", "户主姓名", "持证人", "产权人",
        "权属单位", "承包方", "承包人", "QLRMC", "QLR",
      ]
    case .landOwner:
      [
        "林地所有权人", "林地所有权权利人", "林地所有权利人", "林地所有权", "林地所有者", "发包方", "发包方名称", "FBF", "FBFMC",
        "LDSYQR",
      ]
    case .landUser:
      ["林地使用权人", "林地使用权权利人", "林地使用权利人", "林地使用权", "林地使用者", "LDSHIYQR"]
    case .treeOwner:
      [
        "林木所有权人", "林木所有权权利人", "林木所有权利人", "林木所有权", "林木所有者", "森林或林木所有权权利人",
        "森林或林木所有权人", "森林、林木所有权人", "森林林木所有权人", "森林或林木所有权", "SLLMSYQR1",
      ]
    case .treeUser:
      [
        "林木使用权人", "林木使用权权利人", "林木使用权利人", "林木使用权", "林木使用者", "森林或林木使用权权利人",
        "森林或林木使用权人", "森林、林木使用权人", "森林林木使用权人", "森林或林木使用权", "SLLMSYQR2",
      ]
    case .holderType: ["权利人类型", "权利人性质", "权属性质", "QLRLX"]
    case .area:
      [
        "面积", "发证面积", "登记面积", "宗地面积", "使用权面积", "林地面积", "证载面积", "确权面积", "承包面积", "使用权(承包)面积",
        "权证面积", "SYQMJ", "CBMJ", "MIANJI", "MIAN_JI",
      ]
    case .termStart:
      [
        "起始日期", "起始时间", "开始日期", "使用起始日期", "林地使用起始日期", "使用期起", "起", "LDSYQSSJ", "CBQSSJ",
        "LDSYKSRQ", "LDSYKSQX",
      ]
    case .termEnd:
      [
        "终止日期", "终止时间", "结束日期", "结束时间", "到期日期", "到期时间", "使用终止日期", "林地使用终止日期", "使用期止",
        "使用期限", "林地使用期", "林地使用期限", "使用权终止日期", "期限", "止", "LDSYJSSJ", "CBJSSJ", "LDSYJSRQ",
        "LDSYJSQX", "LDSYQX",
      ]
    case .village: ["村", "行政村", "村名", "村名称", "所在村", "村(居)委会", "村委会", "CUN"]
    case .compartment: ["林班", "林班号", "LB", "LIN_BAN"]
    case .subcompartment: ["小班", "小班号", "LQXB", "XB", "XIAO_BAN"]
    case .placeName: ["小地名", "地名", "山场名称", "山名", "坐落", "土名", "XDM", "XIAODIMING"]
    case .registrationDate:
      ["登记日期", "登记时间", "发证日期", "发证时间", "变更日期", "流转日期", "DJSJ", "FZRQ"]
    case .disputed: ["是否争议", "是否有争议", "有无争议", "争议", "争议情况", "争议标志", "SFZY"]
    case .status: ["权属状态", "状态", "证书状态", "QSZT"]
    case .remark: ["备注", "附记", "说明", "FJ", "BZ"]
    }
  }
}
