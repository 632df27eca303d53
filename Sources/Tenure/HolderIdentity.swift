/// The name by which two spellings of one holder are known to be one: 张三户 is 张三, 上溪村村民委员会
/// is 上溪村委会, a company is itself with and without its province and its branch.
enum HolderIdentity {
  static func key(_ name: String, _ type: HolderType) -> String {
    var key = TextNormalization.key(name)
    switch type {
    case .company: return company(key)
    case .collective:
      key = HolderClassifier.withoutTrailingBracket(key)
      for word in ["集体经济组织", "集体"] where key.ends(with: word) && key != word {
        key.removeLast(word.count)
        break
      }
      for word in ["村民委员会", "居民委员会", "村委会", "村委", "居委会", "社区", "行政村"]
      where key.ends(with: word) && key.count > word.count {
        key.removeLast(word.count)
        return key.ends(with: "村") ? key : key + "村"
      }
      return key
    case .person, .joint, .unknown, .state:
      // Yunnan's (公) and (共) belong to the name.
      if !key.ends(with: "(公)"), !key.ends(with: "(共)") {
        key = HolderClassifier.withoutTrailingBracket(key)
      }
      if key.ends(with: "户"), Surnames.looksLikePerson(String(key.dropLast())) { key.removeLast() }
      return key
    }
  }

  private static func company(_ name: String) -> String {
    var key = name
    if key.ends(with: ")"), let open = key.lastIndex(of: "("), open != key.startIndex,
      ["分公司", "分支", "项目部", "办事处"].contains(where: { key[open...].contains($0) })
    {
      key = String(key[..<open])
    }
    if key.ends(with: "分公司"), let company = key.ranges(of: "有限公司").first,
      company.upperBound < key.endIndex
    {
      key = String(key[..<company.upperBound])
    }
    if key.utf8.contains(UInt8(ascii: "(")) {
      for bracketed in provinces.map({ "(" + $0 + ")" }) {
        if let place = key.firstRange(of: bracketed) { key.removeSubrange(place) }
      }
    }
    guard let province = provinces.first(where: { key.begins(with: $0) }) else { return key }
    var rest = key.dropFirst(province.count)
    for word in ["壮族自治区", "自治区", "省", "市"] where rest.begins(with: word) {
      rest = rest.dropFirst(word.count)
      break
    }
    // 广东林业有限公司 is no other company's name without its province.
    var core = String(rest)
    for word in [
      "有限责任公司", "股份有限公司", "有限公司", "公司", "集团", "林业", "农业", "实业", "投资", "开发", "发展", "木业", "生态",
    ] {
      if let place = core.firstRange(of: word) { core.removeSubrange(place) }
    }
    return core.count >= 2 ? String(rest) : key
  }

  private static let provinces = [
    "广东", "广西", "福建", "江西", "湖南", "海南", "浙江", "贵州", "云南", "湖北", "安徽", "四川", "江苏", "北京", "上海",
    "天津", "重庆", "河北", "河南", "山东", "山西", "陕西", "甘肃", "辽宁", "吉林", "黑龙江", "内蒙古", "青海", "宁夏", "新疆",
    "西藏",
  ]
}

extension Holder {
  /// For telling whether two holders are one.
  public var identity: String { HolderIdentity.key(name, type) }
}
