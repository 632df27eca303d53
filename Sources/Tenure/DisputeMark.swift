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
    for part in key.split(whereSeparator: { "|,;。、".contains($0) })
    where Self.words.contains(where: { part.contains($0) }) {
      guard Self.denials.contains(where: { part.contains($0) }) else {
        self = .disputed
        return
      }
      isDenied = true
    }
    self = isDenied ? .undisputed : .silent
  }

  /// The worse of what two sources say.
  public func joined(_ other: DisputeMark) -> DisputeMark {
    if self == .disputed || other == .disputed { return .disputed }
    if case .unclear = self { return self }
    if case .unclear = other { return other }
    return self == .silent ? other : self
  }

  private static let words = ["争议", "纠纷", "异议", "查封"]
  private static let denials = ["无", "没有", "未", "不存在", "已解决", "已调处"]
  private static let yes: Set<String> = [
    "是", "有", "1", "1.0", "01", "Y", "YES", "T", "TRUE", "√", "✓", "✔", "在争议中", "待调处",
  ]
  private static let no: Set<String> = [
    "否", "无", "没有", "0", "0.0", "00", "N", "NO", "F", "FALSE", "×", "✗", "✘", "X", "不是", "清楚",
    "权属清楚", "暂无", "已解决", "已调处",
  ]
}
