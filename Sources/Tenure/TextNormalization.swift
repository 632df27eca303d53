/// Brings texts of registers, lists and maps to forms that can be compared.
///
/// The same certificate is written with full-width and half-width digits, four kinds of brackets
/// and blanks between the characters. The table here is the part of Unicode's NFKC that such texts
/// need, plus brackets, dashes and dots, which NFKC leaves apart.
public enum TextNormalization {
  /// Full-width forms become half-width, all blanks become U+0020, all line breaks become `\n`;
  /// control and invisible characters go. Nothing is trimmed.
  public static func halfWidth(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  /// For people: half-width, runs of blanks and line breaks as one blank, none at the ends.
  public static func display(_ text: String) -> String {
    if isPlain(text), !text.utf8.contains(0x20) { return text }
    return halfWidth(text).split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }

  /// For comparing: half-width, without blanks, every pair of brackets as `()`, Latin letters in
  /// capitals.
  public static func key(_ text: String) -> String {
    if isPlain(text), !text.utf8.contains(where: isChangedByKey) { return text }
    var result = String.UnicodeScalarView()
    for scalar in halfWidth(text).unicodeScalars {
      switch scalar {
      case " ", "\n": continue
      case "[", "{", "〔", "【", "「", "『", "〈", "《", "⟨", "〖": result.append("(")
      case "]", "}", "〕", "】", "」", "』", "〉", "》", "⟩", "〗": result.append(")")
      case "a"..."z":
        result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 32)))
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a cell says that there is nothing: blank, a dash or a word such as 无 or 不详.
  public static func saysNothing(_ text: String) -> Bool {
    if text.isEmpty { return true }
    let key = key(text)
    // The longest such word takes nine bytes; signs alone may be more.
    if key.utf8.count > 9, let first = key.utf8.first, !signs.contains(first) { return false }
    if key.allSatisfy({ "-/\\_.*·—".contains($0) }) { return true }
    return nothing.contains(key)
  }

  private static let nothing: Set<String> = [
    "无", "空", "没有", "暂无", "不详", "不明", "未知", "未填", "缺", "NULL", "NONE", "N/A", "NA", "NAN",
    "(空)", "(NULL)", "<NULL>", "<空>",
  ]

  /// Without leading zeros; `0` where nothing else is left.
  static func withoutLeadingZeros(_ digits: some StringProtocol) -> String {
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty && !digits.isEmpty ? "0" : String(rest)
  }

  /// First bytes of the signs that stand for nothing.
  private static let signs: [UInt8] = Array("-/\\_.*".utf8) + [0xC2, 0xE2]

  /// Whether `halfWidth` leaves a text as it is for sure: visible ASCII, blanks, and characters
  /// from U+4000 to U+9FFF, which most Chinese texts consist of.
  private static func isPlain(_ text: String) -> Bool {
    var followers = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20...0x7E where followers == 0: break
      case 0xE4...0xE9 where followers == 0: followers = 2
      case 0x80...0xBF where followers > 0: followers -= 1
      default: return false
      }
    }
    return true
  }

  /// What `key` drops or replaces in a plain text.
  private static func isChangedByKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x5B, 0x5D, 0x7B, 0x7D, 0x61...0x7A: true
    default: false
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView
  ) {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
    case 0x09, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFE00...0xFE0F, 0xFEFF:
      break
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: result.append("-")
    case 0x2022, 0x2027, 0x30FB, 0xFF65: result.append("·")
    case 0xB2: result.append("2")
    case 0xB3: result.append("3")
    case 0x2116: result.append(contentsOf: "No".unicodeScalars)
    case 0x33A1: result.append(contentsOf: "m2".unicodeScalars)
    case 0x33CA: result.append(contentsOf: "ha".unicodeScalars)
    default: result.append(CompatibilityForms.ordinary(scalar) ?? scalar)
    }
  }
}

extension Character {
  /// `0` to `9` only: `isNumber` also takes 一 and ５.
  var isPlainDigit: Bool {
    // By bytes: comparing characters means comparing their canonical forms.
    guard let byte = utf8.first, byte >= 0x30, byte <= 0x39 else { return false }
    return utf8.count == 1
  }

  /// A Chinese character of the ranges that names use.
  var isHan: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: return true
    default: return false
    }
  }
}
