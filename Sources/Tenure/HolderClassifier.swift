/// Recognises what kind of body a right holder is, by a code of the register or by its name.
///
/// Names are judgement: the pattern used is kept with the result. A name that no pattern fits stays
/// `.unknown`.
public struct HolderClassifier: Sendable, Equatable {
  /// Codes of the register at hand, such as `["1": .state]`; they lead over names.
  public var codes: [String: HolderType]

  public init(codes: [String: HolderType] = [:]) { self.codes = codes }

  /// - Parameters:
  ///   - name: a holder's name in any width.
  ///   - code: the register's code for the type, empty where it has none.
  public func type(of name: String, code: String = "") -> (HolderType, Holder.Recognition) {
    let codeKey = TextNormalization.key(code)
    if !codeKey.isEmpty, let type = codes[codeKey] { return (type, .code(codeKey)) }
    let key = TextNormalization.key(name)
    let whole = Array(key.utf8)
    for (needle, type) in Self.markers where needle.ends(whole) {
      return (type, .pattern(needle.text))
    }
    let bare = Self.withoutTrailingBracket(key)
    let bytes = Array(bare.utf8)
    for (needle, type) in Self.words where needle.occurs(in: bytes) {
      return (type, .pattern(needle.text))
    }
    for (needle, type) in Self.endings where needle.ends(bytes) && !needle.isWhole(bytes) {
      return (type, .pattern("…" + needle.text))
    }
    if Surnames.looksLikePerson(bare) { return (.person, .pattern("姓名")) }
    return (.unknown, .none)
  }

  static func withoutTrailingBracket(_ key: String) -> String {
    guard key.ends(with: ")"), let open = key.lastIndex(of: "("), open != key.startIndex else {
      return key
    }
    return String(key[..<open])
  }

  /// Yunnan lists end names in 公 or 共.
  private static let markers: [(Needle, HolderType)] = needles([
    ("(公)", .collective), ("(共)", .joint),
  ])

  /// The first that occurs decides, so special words stand before general ones: 集体林场 before 林场.
  private static let words: [(Needle, HolderType)] = needles([
    ("专业合作社", .company), ("有限公司", .company), ("有限责任", .company), ("公司", .company),
    ("集团", .company), ("合伙企业", .company),
    ("联户", .joint), ("几户共同", .joint), ("股份林场", .joint),
    ("村民委员会", .collective), ("村委会", .collective), ("居民委员会", .collective),
    ("居委会", .collective), ("经济合作社", .collective), ("经济联合社", .collective),
    ("股份合作社", .collective), ("股份经济", .collective), ("经济合作联", .collective),
    ("经济联合", .collective), ("合作经济", .collective), ("经济合作", .collective),
    ("股份合作联", .collective), ("经联社", .collective), ("经济社", .collective), ("村民小组", .collective),
    ("村小组", .collective),
    ("居民小组", .collective), ("生产大队", .collective), ("生产队", .collective),
    ("集体", .collective), ("村办林场", .collective), ("乡办林场", .collective),
    ("镇办林场", .collective), ("乡村林场", .collective), ("村林场", .collective),
    ("家庭林场", .person),
    ("国有", .state), ("国营", .state), ("全民所有", .state), ("人民政府", .state),
    ("林业局", .state), ("自然资源局", .state), ("保护区管理", .state), ("管理局", .state),
    ("管理处", .state), ("管理站", .state), ("林业站", .state), ("采育场", .state),
    ("林场", .state), ("林业总场", .state),
    ("企业", .company), ("厂", .company),
    ("个人", .person),
  ])

  private static let endings: [(Needle, HolderType)] = needles([
    ("村", .collective), ("社区", .collective), ("组", .collective), ("队", .collective),
    ("屯", .collective), ("寨", .collective), ("合作社", .collective),
  ])

  private static func needles(_ list: [(String, HolderType)]) -> [(Needle, HolderType)] {
    list.map { (Needle($0.0), $0.1) }
  }
}
