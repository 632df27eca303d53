/// Villagers' groups named together in one cell, as in `上溪村第一、二、三村民小组`: what stands
/// between the commas is no name of its own.
enum GroupNames {
  private static let joints: Set<Unicode.Scalar> = ["和", "及", "与"]

  /// Puts 、 between numbers that are joined by a word: `第一和第二村民小组`.
  ///
  /// - Parameter text: half-width.
  static func separated(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { joints.contains($0) }),
      units.contains(where: { text.contains($0) })
    else { return text }
    var characters = Array(text)
    for place in characters.indices.dropFirst().dropLast()
    where characters[place].unicodeScalars.allSatisfy({ joints.contains($0) }) {
      let (before, after) = (characters[place - 1], characters[place + 1])
      if isNumeral(before), isNumeral(after) || after == "第" { characters[place] = "、" }
    }
    return String(characters)
  }

  /// The pieces of a cell with the groups named in full; other pieces stay as they are.
  static func completed(_ pieces: [String]) -> [String] {
    var result: [String] = []
    for piece in pieces {
      guard let own = Numbered(piece), own.base.isEmpty, !own.unit.isEmpty else {
        result.append(piece)
        continue
      }
      // Numbers alone before it, and the first with the village before that.
      var first = result.count
      while first > 0, let one = Numbered(result[first - 1]), one.unit.isEmpty {
        first -= 1
        if !one.base.isEmpty { break }
      }
      if first < result.count, let head = Numbered(result[first]), !head.base.isEmpty {
        for place in first..<result.count {
          guard let one = Numbered(result[place]) else { continue }
          result[place] = "\(head.base)第\(one.number)\(own.unit)"
        }
        result.append("\(head.base)第\(own.number)\(own.unit)")
      } else if first == result.count, let last = result.last.flatMap(Numbered.init),
        last.unit == own.unit, !last.base.isEmpty
      {
        // `上溪村一组、二组`
        result.append("\(last.base)\(last.ordinal)\(own.number)\(own.unit)")
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// `上溪村` `第` `三` `村民小组`; the base or the unit may be missing.
  private struct Numbered {
    var base: String
    var ordinal: String
    var number: String
    var unit: String

    init?(_ piece: String) {
      let key = TextNormalization.key(piece)
      unit = GroupNames.units.first { key.hasSuffix($0) } ?? ""
      var rest = key.dropLast(unit.count)
      number = String(rest.reversed().prefix(while: GroupNames.isNumeral).reversed())
      guard !number.isEmpty, number.count <= 4 else { return nil }
      rest = rest.dropLast(number.count)
      ordinal = rest.hasSuffix("第") ? "第" : ""
      base = String(rest.dropLast(ordinal.count))
    }
  }

  /// Longer words first.
  private static let units = [
    "村民小组", "居民小组", "生产小组", "经济合作社", "村小组", "合作社", "生产队", "小组", "小队", "组", "队", "社",
  ]

  private static func isNumeral(_ character: Character) -> Bool {
    character.isPlainDigit || numerals.contains(character)
  }

  private static let numerals: Set<Character> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇", "零",
  ]
}
