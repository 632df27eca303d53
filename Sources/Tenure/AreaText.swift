public import Inventory

/// An area as a list prints it, read to hectares.
public enum AreaText: Sendable, Equatable {
  /// - `isStated`: whether the cell itself names the unit; a unit in the cell leads over the column's.
  case area(hectares: Double, unit: AreaUnit, isStated: Bool)
  case missing
  /// A number without a unit, where neither the heading nor the settings declare one. It is never
  /// guessed: 亩 taken for 公顷 is a factor of 15.
  case unitUnknown(Double)
  /// Text that is no area; negative numbers too.
  case unreadable(String)

  public var hectares: Double? {
    if case .area(let hectares, _, _) = self { hectares } else { nil }
  }

  /// Reads `12.50亩`, `12.5`, `1.2公顷`, `800平方米`, `12亩5分`, `１，２３４．５`.
  /// - Parameter defaultUnit: the unit of the column, nil where it is not known.
  public init(_ text: String, defaultUnit: AreaUnit?) {
    guard !TextNormalization.saysNothing(text) else {
      self = .missing
      return
    }
    var key = TextNormalization.key(text)
    if key.hasPrefix("约") { key.removeFirst() }
    // By bytes, here and below: comparing characters is slow, and certificates are many.
    let number = key.utf8.prefix { Self.isDigit($0) || $0 == Self.point || $0 == Self.comma }
    let rest = String(key[number.endIndex...])
    guard let value = Self.grouped(String(key[..<number.endIndex])) else {
      self = .unreadable(TextNormalization.display(text))
      return
    }
    if rest.isEmpty {
      guard let defaultUnit else {
        self = .unitUnknown(value)
        return
      }
      self = .area(hectares: defaultUnit.hectares(value), unit: defaultUnit, isStated: false)
    } else if let unit = Self.unit(rest) {
      self = .area(hectares: unit.hectares(value), unit: unit, isStated: true)
    } else if rest.hasPrefix("亩"), let tenths = Self.tenths(rest.dropFirst()) {
      self = .area(hectares: AreaUnit.mu.hectares(value + tenths), unit: .mu, isStated: true)
    } else {
      self = .unreadable(TextNormalization.display(text))
    }
  }

  /// The unit a word names, such as 亩, 公顷, hm2.
  public static func unit(_ word: String) -> AreaUnit? {
    switch TextNormalization.key(word) {
    case "亩", "市亩", "MU": .mu
    case "公顷", "HA", "HM2", "HM^2": .hectare
    case "平方米", "平米", "M2", "M^2", "㎡": .squareMetre
    default: nil
    }
  }

  /// `5分3厘` in 亩.
  private static func tenths(_ text: Substring) -> Double? {
    var rest = text
    var result = 0.0
    var found = false
    for (word, factor): (Character, Double) in [("分", 0.1), ("厘", 0.01)] {
      let digits = rest.prefix { $0.isPlainDigit || $0 == "." }
      guard !digits.isEmpty, rest.dropFirst(digits.count).first == word,
        let value = plainNumber(String(digits))
      else { continue }
      result += value * factor
      rest = rest.dropFirst(digits.count + 1)
      found = true
    }
    return found && rest.isEmpty ? result : nil
  }

  /// Commas only between groups of three digits: `12,5` is nothing.
  private static func grouped(_ text: String) -> Double? {
    guard text.utf8.contains(comma) else { return plainNumber(text) }
    let whole = text.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return plainNumber(groups.joined() + text.dropFirst(whole.count))
  }

  /// Digits with at most one point among them; no sign, no exponent, at most 15 digits.
  static func plainNumber(_ text: String) -> Double? {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, isDigit(first), isDigit(last),
      bytes.count <= 16, bytes.allSatisfy({ isDigit($0) || $0 == point }),
      bytes.count(where: { $0 == point }) <= 1
    else { return nil }
    return Double(text)
  }

  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
