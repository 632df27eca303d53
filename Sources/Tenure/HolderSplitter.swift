/// Reads the holders out of one cell of a list or one field of a register.
///
/// Commas and the like always separate, outside brackets. A blank separates only where both sides
/// are names in their own right: `张三 李四` are two persons, `张　三` is one, `广东 绿源有限公司` is one
/// company, `老隆镇 黄田村民委员会` is one committee. `上溪村第一、二村民小组` are two groups.
public struct HolderSplitter: Sendable, Equatable {
  public var classifier: HolderClassifier

  public init(classifier: HolderClassifier = HolderClassifier()) { self.classifier = classifier }

  /// - Parameter code: the register's code of the holder type, where there is one.
  public func split(_ cell: String, code: String = "") -> HolderList {
    var list = HolderList()
    guard !TextNormalization.saysNothing(cell) else { return list }
    let script = script(of: cell)
    if script == .characters {
      list.holders = [holder(cell, code: code)]
      return list
    }
    for piece in pieces(of: cell, script) {
      let (named, others) = withoutOthers(TextNormalization.display(piece))
      if let others {
        list.isComplete = false
        if let count = others.count { list.statedCount = count }
      }
      for name in names(named, ambiguous: &list.isAmbiguous) where !name.isEmpty {
        list.holders.append(holder(name, code: code))
      }
    }
    return list
  }

  private func holder(_ printed: String, code: String) -> Holder {
    let (withoutShare, share) = HolderShares.divided(printed)
    let name =
      withoutShare.contains(where: \.isHan)
      ? TextNormalization.key(withoutShare) : TextNormalization.display(withoutShare)
    let (type, recognition) = classifier.type(of: name, code: code)
    return Holder(printed: printed, name: name, type: type, recognition: recognition, share: share)
  }

  /// How a cell is written, `.mixed` where a word in it may stand between holders or after them.
  private func script(of cell: String) -> CellScript {
    let script = CellScript(cell)
    if script == .mixed { return .mixed }
    let bytes = Array(cell.utf8)
    return Self.conjunctions.contains { $0.occurs(in: bytes) } ? .mixed : script
  }

  private static let conjunctions = ["和", "与", "及", "等"].map { Needle($0) }

  // MARK: Separators that always separate

  private func pieces(of cell: String, _ script: CellScript) -> [String] {
    // Characters and blanks make no such separator, no number before a name and no share.
    if script == .spaced, !cell.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      return [TextNormalization.display(cell)]
    }
    let text = HolderShares.separated(GroupNames.separated(TextNormalization.halfWidth(cell)))
    return GroupNames.completed(hardPieces(text))
  }

  private func hardPieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var depth = 0
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      switch character {
      case "(", "[", "{", "〔", "【": depth += 1
      case ")", "]", "}", "〕", "】": depth = max(0, depth - 1)
      case "\n":
        push(&current, onto: &pieces)
        depth = 0
        continue
      case "、", ",", ";", "/", "|", "\\", "。":
        // `1/2` is a share.
        let isFraction =
          character == "/" && place > 0 && place + 1 < characters.count
          && characters[place - 1].isPlainDigit && characters[place + 1].isPlainDigit
        if depth == 0, !isFraction {
          push(&current, onto: &pieces)
          continue
        }
      default: break
      }
      current.append(character)
    }
    push(&current, onto: &pieces)
    return pieces
  }

  private func push(_ current: inout String, onto pieces: inout [String]) {
    let piece = TextNormalization.display(current)
    current = ""
    guard !piece.isEmpty else { return }
    // "Green Forest Co., Ltd." is one name.
    if piece.utf8.count <= 7, Self.legalForms.contains(piece.lowercased()),
      let last = pieces.popLast()
    {
      pieces.append(last + ", " + piece)
    } else {
      pieces.append(piece)
    }
  }

  private static let legalForms: Set<String> = ["ltd", "ltd.", "inc", "inc.", "llc", "limited"]

  // MARK: 等

  private struct Others { var count: Int? }

  private func withoutOthers(_ piece: String) -> (String, Others?) {
    guard let mark = piece.lastIndex(of: "等"), mark != piece.startIndex else { return (piece, nil) }
    var tail = TextNormalization.key(String(piece[piece.index(after: mark)...]))
    for unit in ["户农户", "农户", "村民", "户", "人", "名", "家", "位"] where tail.hasSuffix(unit) {
      tail.removeLast(unit.count)
      break
    }
    let named = String(piece[..<mark])
    if tail.isEmpty { return (named, Others(count: nil)) }
    if let count = ChineseNumber.value(tail) { return (named, Others(count: count)) }
    return (piece, nil)
  }

  // MARK: Blanks

  private func names(_ piece: String, ambiguous: inout Bool) -> [String] {
    // `张三 1/2`: a share is no name.
    if HolderShares.divided(piece).share != nil, !piece.contains("、") {
      let (name, _) = HolderShares.divided(piece)
      if Surnames.looksLikePerson(name) { return [piece] }
    }
    let tokens = withShares(piece.split(separator: " ").map(String.init))
    guard tokens.count > 1 else { return conjoined(tokens.first ?? piece) }
    // Names with shares are whole.
    if tokens.allSatisfy({ HolderShares.divided($0).share != nil }) { return tokens }
    var result: [String] = []
    var before = ""
    var lone: String?
    for token in tokens {
      if let first = lone {
        lone = nil
        if token.count == 1 {
          result.append(first + token)
          continue
        }
        attachLone(first, to: &result, ambiguous: &ambiguous)
      }
      if token.count == 1, token.allSatisfy(\.isHan), before.isEmpty {
        lone = token
      } else if !token.contains(where: \.isHan), let last = result.last,
        !last.contains(where: \.isHan)
      {
        result[result.count - 1] = last + " " + token
      } else if isContinuation(token), before.isEmpty, let last = result.last {
        result[result.count - 1] = last + token
      } else if !isContinuation(token), classifier.type(of: token).0 == .unknown,
        token.contains(where: \.isHan)
      {
        before += token
      } else {
        if let last = result.last, before.isEmpty, last.hasSuffix("村") || last.hasSuffix("组"),
          classifier.type(of: token).0 == .person
        {
          ambiguous = true  // an address before a person, or two holders
        }
        result.append(before + token)
        before = ""
      }
    }
    if let lone { attachLone(lone, to: &result, ambiguous: &ambiguous) }
    if !before.isEmpty {
      ambiguous = ambiguous || !result.isEmpty
      result.append(before)
    }
    return result.flatMap(conjoined)
  }

  /// `张三`, `1/2`, `李四`, `1/2` with each share at its name.
  private func withShares(_ tokens: [String]) -> [String] {
    var result: [String] = []
    for token in tokens {
      let isShare =
        !token.contains(where: { $0.isHan && !"占各份额比例".contains($0) })
        && token.contains(where: { $0 == "%" || $0 == "/" })
      if isShare, let last = result.popLast() {
        result.append(last + token)
      } else {
        result.append(token)
      }
    }
    return result
  }

  /// The third character of a name written with blanks, or something that cannot be placed.
  private func attachLone(_ token: String, to result: inout [String], ambiguous: inout Bool) {
    if let last = result.last, last.count == 2, Surnames.looksLikePerson(last + token) {
      result[result.count - 1] = last + token
    } else {
      ambiguous = true
      result.append(token)
    }
  }

  private func isContinuation(_ token: String) -> Bool {
    token.hasPrefix("第") || token.hasPrefix("(") || Self.bareEndings.contains(token)
  }

  private static let bareEndings: Set<String> = [
    "有限公司", "有限责任公司", "股份有限公司", "公司", "村民委员会", "村委会", "居民委员会", "经济合作社",
    "经济联合社", "股份合作社", "专业合作社", "村民小组", "小组", "林场", "集体", "村集体", "分公司",
  ]

  /// `张三和李四`: only where both sides are persons, because 和 is also part of names.
  private func conjoined(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    for word in Self.joints where word.occurs(in: bytes) {
      guard let place = name.firstRange(of: word.text) else { continue }
      let left = String(name[..<place.lowerBound])
      let right = String(name[place.upperBound...])
      if Surnames.looksLikePerson(left), Surnames.looksLikePerson(right) { return [left, right] }
    }
    return [name]
  }

  private static let joints = ["以及", "和", "与", "及", ".", ":"].map { Needle($0) }
}
