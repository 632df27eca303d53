/// A certificate number brought to a form in which the spellings of one number are equal.
///
/// Leading zeros of the running number do not count: a spreadsheet loses them, and within one
/// issuing authority and year the number stays unique without them.
public struct CertificateNumber: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// 林权证 issued since 2000-04-18: 将政林证字(2008)第…号.
    case legacyForest = "legacy-forest"
    /// 不动产权证: 闽(2021)将乐县不动产权第0001234号.
    case realEstate = "real-estate"
    /// 山林权证, 自留山证 and the like; still valid.
    case oldMountain = "old-mountain"
    /// Digits only: unique in one authority's list at best.
    case bareNumber = "bare-number"
    /// Text that is none of the above.
    case unrecognised
    /// The cell says there is no certificate.
    case none
  }

  public var kind: Kind
  /// The text to compare; empty for `.none`.
  public var key: String
  /// Year in the number, where it has one.
  public var year: Int?
  /// The running number without leading zeros, such as `1234` or `1234-2`; may be empty.
  public var serial: String

  private var prefix: String

  public init(_ text: String) {
    let key = TextNormalization.key(text)
    guard !TextNormalization.saysNothing(text), !Self.denials.contains(key) else {
      self.init(kind: .none, prefix: "", serial: "", key: "")
      return
    }
    let (prefix, serial) = Self.divide(key)
    let kind: Kind
    if key.contains("不动产权") {
      kind = .realEstate
    } else if key.contains("林证字") || key.contains("林权证") && !key.contains("山林权证") {
      kind = .legacyForest
    } else if Self.oldWords.contains(where: { key.contains($0) }) {
      kind = .oldMountain
    } else if prefix.isEmpty, !serial.isEmpty {
      kind = .bareNumber
    } else {
      kind = .unrecognised
    }
    if serial.isEmpty {
      self.init(kind: kind, prefix: key, serial: "", key: key)
    } else {
      self.init(kind: kind, prefix: prefix, serial: serial, key: Self.join(prefix, serial))
    }
  }

  /// All numbers in a cell. `…第001234、001235号` gives the second number the words of the first.
  public static func list(_ text: String) -> [CertificateNumber] {
    var result: [CertificateNumber] = []
    let pieces = TextNormalization.halfWidth(text).split(whereSeparator: { "、,;\n|".contains($0) })
    for piece in pieces {
      var one = CertificateNumber(String(piece))
      if one.kind == .none { continue }
      if one.kind == .bareNumber, let last = result.last, !last.prefix.isEmpty {
        one = CertificateNumber(
          kind: last.kind, prefix: last.prefix, serial: one.serial,
          key: join(last.prefix, one.serial))
      }
      if !result.contains(one) { result.append(one) }
    }
    return result
  }

  private init(kind: Kind, prefix: String, serial: String, key: String) {
    self.kind = kind
    self.prefix = prefix
    self.serial = serial
    self.key = key
    year = Self.year(prefix)
  }

  private static func join(_ prefix: String, _ serial: String) -> String {
    prefix.isEmpty ? serial : "\(prefix)第\(serial)号"
  }

  /// What stands before the running number, and the number; the number is empty if there is none.
  private static func divide(_ key: String) -> (String, String) {
    var text = Substring(key)
    if text.hasSuffix("号") { text.removeLast() }
    let body = text.reversed().prefix { $0.isPlainDigit || $0 == "-" }.reversed()
    let digits = String(body).drop { $0 == "-" }
    guard digits.contains(where: \.isPlainDigit) else { return (key, "") }
    var prefix = text.dropLast(digits.count)
    if prefix.hasSuffix("第") { prefix.removeLast() }
    for word in ["NO.", "NO:", "NO", "编号:", "证号:"] where prefix == word { prefix = "" }
    let number = digits.prefix { $0.isPlainDigit }
    let rest = digits.dropFirst(number.count)
    return (
      bracketYear(String(prefix)), TextNormalization.withoutLeadingZeros(number) + String(rest)
    )
  }

  /// `林证字2008` and `林证字(2008)` are one.
  private static func bracketYear(_ prefix: String) -> String {
    let digits = prefix.reversed().prefix { $0.isPlainDigit }
    guard digits.count == 4 else { return prefix }
    return "\(prefix.dropLast(4))(\(prefix.suffix(4)))"
  }

  private static func year(_ prefix: String) -> Int? {
    for piece in prefix.split(separator: "(").dropFirst(prefix.hasPrefix("(") ? 0 : 1) {
      let digits = piece.prefix { $0.isPlainDigit }
      if digits.count == 4, piece.dropFirst(4).hasPrefix(")"), let year = Int(digits) {
        return year
      }
    }
    return nil
  }

  private static let denials: Set<String> = [
    "无证", "未办证", "未发证", "未办理", "未登记", "未确权", "暂无证", "无林权证", "0",
  ]
  private static let oldWords = ["山林权", "自留山", "责任山", "山权", "林权所有证", "山林所有证", "林木所有证"]
}
