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
    guard !TextNormalization.saysNothing(text) else {
      self.init(kind: .none, prefix: "", serial: "", key: "")
      return
    }
    let key = CertificateText.canonical(TextNormalization.key(text))
    guard !key.isEmpty, !Self.isDenial(key) else {
      self.init(kind: .none, prefix: "", serial: "", key: "")
      return
    }
    let (prefix, serial) = Self.divide(key)
    let bytes = Array((serial.isEmpty ? key : prefix).utf8)
    let kind: Kind
    if Self.realEstateWord.isIn(bytes) {
      kind = .realEstate
    } else if Self.forestWord.isIn(bytes)
      || Self.certificateWord.isIn(bytes) && !Self.mountainWord.isIn(bytes)
    {
      kind = .legacyForest
    } else if Self.oldWords.contains(where: { $0.isIn(bytes) }) {
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

  /// All numbers in a cell, those of ranges each. `…第001234、001235号` gives the second number the
  /// words of the first.
  public static func list(_ text: String) -> [CertificateNumber] {
    guard !TextNormalization.saysNothing(text) else { return [] }
    var result: [CertificateNumber] = []
    for piece in CertificatePieces.all(of: TextNormalization.halfWidth(text)) {
      var one = CertificateNumber(piece)
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
    let bytes = Array(key.utf8)
    var end = bytes.count
    if end >= 3, numeral.starts(bytes, end - 3) > 0 { end -= 3 }
    var start = end
    while start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == hyphen { start -= 1 }
    while start < end, bytes[start] == hyphen { start += 1 }
    guard start < end else { return (key, "") }
    let prefix = CertificateText.prefix(String(decoding: bytes[..<start], as: UTF8.self))
    let number = bytes[start..<end].prefix(while: isDigit)
    let rest = bytes[number.endIndex..<end]
    return (
      prefix,
      TextNormalization.withoutLeadingZeros(String(decoding: number, as: UTF8.self))
        + String(decoding: rest, as: UTF8.self)
    )
  }

  /// The first four digits in brackets of their own.
  private static func year(_ prefix: String) -> Int? {
    let bytes = Array(prefix.utf8)
    for place in bytes.indices where bytes[place] == 0x28 {
      let digits = bytes[(place + 1)...].prefix(while: isDigit)
      if digits.count == 4, digits.endIndex < bytes.count, bytes[digits.endIndex] == 0x29 {
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      }
    }
    return nil
  }

  private static let hyphen: UInt8 = 0x2D

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A word looked for byte by byte: in UTF-8 no character begins within another.
  private struct Word: Sendable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func isIn(_ text: [UInt8]) -> Bool {
      guard text.count >= bytes.count else { return false }
      for place in 0...text.count - bytes.count where starts(text, place) > 0 { return true }
      return false
    }

    /// Its length if it stands at a place, 0 if not.
    func starts(_ text: [UInt8], _ place: Int) -> Int {
      guard place + bytes.count <= text.count else { return 0 }
      for index in bytes.indices where text[place + index] != bytes[index] { return 0 }
      return bytes.count
    }
  }

  private static let numeral = Word("号")
  private static let realEstateWord = Word("不动产权")
  private static let forestWord = Word("林证字")
  private static let certificateWord = Word("林权证")
  private static let mountainWord = Word("山林权证")

  /// Whether a cell says that there is no certificate; `key` is canonical.
  static func isDenial(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first, denialScalars.contains(first) else { return false }
    return denials.contains(key) || key.count <= 10 && denialStarts.contains { key.hasPrefix($0) }
  }

  /// Those that a denial begins with.
  private static let denialScalars = Set(
    (denials + denialStarts).compactMap(\.unicodeScalars.first))

  private static let denials: Set<String> = [
    "未办", "未领", "未发", "未确权", "未登记", "未颁", "0", "待办", "待发", "办证中", "办理中", "正在办理", "无",
    "没有", "没证", "无号", "无证号",
  ]
  /// Short texts only, so that no authority's name is taken for one.
  private static let denialStarts = [
    "无证", "无林权", "无权证", "无不动产", "未办证", "未办理", "未领证", "未领取", "未发证", "未颁证", "未取得", "暂无", "尚无",
    "尚未", "没有证", "没有林权", "没办", "待办证", "待发证", "正在办",
  ]
  private static let oldWords = ["山林权", "自留山", "责任山", "山权", "林权所有证", "山林所有证", "林木所有证"]
    .map { Word($0) }
}
