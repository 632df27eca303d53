/// What a register says of a dispute over a right.
public enum DisputeMark: Sendable, Hashable {
  /// Nothing is said.
  case silent
  /// 否, 0, 无争议 and the like.
  case undisputed
  /// 是, 1, 有争议 and the like.
  case disputed
  /// A cell of a column that asks for a dispute, with an answer that is neither; the printed text.
  case unclear(String)

  /// Reads a cell of a column that asks whether there is a dispute.
  public init(answer text: String) {
    let key = TextNormalization.key(text)
    if key.allSatisfy({ "-/\\_.*·—".contains($0) }) {
      self = .silent
    } else if Self.yes.contains(key) {
      self = .disputed
    } else if Self.no.contains(key) {
      self = .undisputed
    } else {
      switch DisputeMark(notes: text) {
      case .silent: self = .unclear(TextNormalization.display(text))
      case let mark: self = mark
      }
    }
  }

  /// Reads notes (权属状态, 备注) that may speak of a dispute: 争议, 纠纷, 异议 or 查封, unless they
  /// say that there is none (无争议).
  public init(notes: String) {
    var isDenied = false
    let key = TextNormalization.key(notes)
    for part in key.split(whereSeparator: { "|,;。、\n".contains($0) }) {
      switch Self.mark(String(part)) {
      case .disputed:
        self = .disputed
        return
      case .undisputed: isDenied = true
      case .silent, .unclear: break
      }
    }
    self = isDenied ? .undisputed : .silent
  }

  /// One statement. What is denied must be the dispute itself: 未解决 denies its end.
  private static func mark(_ statement: String) -> DisputeMark {
    // `有无争议:有` asks and answers.
    for question in questions {
      guard let asked = statement.firstRange(of: question) else { continue }
      let answer = statement[asked.upperBound...].drop { ":：?？".contains($0) }
      if answer.isEmpty { return .silent }
      if no.contains(String(answer)) || denials.contains(where: { answer.hasPrefix($0) }) {
        return .undisputed
      }
      return yes.contains(String(answer)) || answer.hasPrefix("有")
        ? .disputed : mark(String(answer))
    }
    guard
      let word = words.compactMap({ statement.firstRange(of: $0) }).min(by: {
        $0.lowerBound < $1.lowerBound
      })
    else { return .silent }
    let before = statement[..<word.lowerBound]
    var after = statement[word.upperBound...]
    while let next = words.compactMap({ after.firstRange(of: $0) }).first {
      after = after[next.upperBound...]
    }
    after = after.drop { ":：()".contains($0) }
    while after.hasSuffix(")") { after = after.dropLast() }
    if isDenied(String(before)) { return .undisputed }
    if ["无", "没有", "暂无", "否", "不存在", "0"].contains(after) { return .undisputed }
    if stillOpen.contains(where: { after.contains($0) }) { return .disputed }
    if settled.contains(where: { after.contains($0) }) { return .undisputed }
    let isSettledBefore = ["已解决", "已调处", "已化解", "已了结", "已处理"].contains { before.contains($0) }
    return isSettledBefore ? .undisputed : .disputed
  }

  /// Whether the words before a dispute deny it: 无权属争议, 未发现争议, and not 四至无误但有争议 or
  /// 未解决的争议. Between the denial and the dispute stands only what kind of dispute it is.
  private static func isDenied(_ before: String) -> Bool {
    denials.contains { word in
      guard let denial = before.ranges(of: word).last else { return false }
      var rest = before[denial.upperBound...]
      while let kind = kinds.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(kind.count)
      }
      return rest.isEmpty
    }
  }

  private static let kinds = [
    "任何", "权属", "林权", "权利", "山林", "林地", "林木", "土地", "明显", "其他", "其它", "重大", "产权", "边界", "界址",
    "使用权", "所有权", "经营权", "经济", "历史", "遗留", "法律", "他人", "人提出", "人", "存在", "有", "未决", "未解决", "未处理",
    "未调处", "未了结", "未化解", "之", "的", "过", "到", "及", "和", "与", "、", "或", "界线", "四至", "权益", "相关",
  ]

  /// The worse of what two sources say.
  public func joined(_ other: DisputeMark) -> DisputeMark {
    if self == .disputed || other == .disputed { return .disputed }
    if case .unclear = self { return self }
    if case .unclear = other { return other }
    return self == .silent ? other : self
  }

  private static let words = ["争议", "纠纷", "异议", "查封", "争执"]
  private static let questions = [
    "有无争议", "是否有争议", "是否存在争议", "是否争议", "有没有争议", "有无纠纷", "是否有纠纷", "是否存在纠纷", "有无权属争议",
    "是否有权属争议", "是否存在权属争议", "有无权属纠纷", "有无异议", "是否有异议", "是否查封",
  ]
  private static let denials = [
    "无", "没有", "不存在", "不涉及", "未发现", "未发生", "未存在", "未见", "未产生", "未有", "未出现", "没发现", "不属",
  ]
  private static let stillOpen = [
    "未", "没有", "没解决", "待", "正在", "尚在", "调处中", "处理中", "解决中", "仲裁中", "诉讼中", "调解中", "不服",
  ]
  private static let settled = [
    "已解决", "已调处", "已化解", "已了结", "已处理", "已调解", "已裁决", "已平息", "已解除", "已撤销", "已消除", "已结", "已判决",
    "已裁定", "已妥善", "已协商", "解决完毕", "处理完毕", "调处完毕", "不成立", "已排除",
  ]
  private static let yes: Set<String> = [
    "是", "有", "1", "1.0", "01", "Y", "YES", "T", "TRUE", "√", "✓", "✔", "在争议中", "待调处",
    "未解决", "未处理", "未决", "未调处", "未化解", "未了结", "未调解", "未裁决", "尚未解决", "尚未处理", "处理中", "调处中",
    "解决中", "待处理", "待解决", "仲裁中", "诉讼中",
  ]
  private static let no: Set<String> = [
    "否", "无", "没有", "0", "0.0", "00", "N", "NO", "F", "FALSE", "×", "✗", "✘", "X", "不是", "清楚",
    "权属清楚", "暂无", "已解决", "已调处",
  ]
}
