internal import Inventory
internal import Pipeline
internal import Tenure

/// Names of right holders as shared outputs may show them.
///
/// A pseudonym is made of the pipeline's salt (else its name) and the holder's name, so it stays the
/// same from run to run, and equal holders stay recognisable as one. Without a salt of its own it is
/// no protection against somebody who has a list of names to try.
struct HolderPseudonyms: Sendable {
  private let salt: String
  private let display: HolderDisplay
  private let classifier = HolderClassifier()
  private var codes: [String: String] = [:]
  /// The holder texts of the run, other than bodies', and each as it is shown: many rows name few.
  private var texts = KeyIndex()
  private var shownTexts: [String] = []

  /// - Parameter holders: every holder text of the run that may be a person's; where the short codes
  ///   of two names are the same, both are lengthened.
  init(pipeline: PipelineFile, holders: [String]) {
    salt = pipeline.pseudonymSalt ?? pipeline.name
    display = pipeline.holders
    guard display == .pseudonym else { return }
    var pieces = KeyIndex()
    var names = Set<String>()
    for holder in holders {
      texts.insert(Array(holder.utf8)[...])
      for piece in Self.pieces(holder) {
        guard pieces.insert(Array(piece.utf8)[...]).isNew, !isBodyName(piece) else { continue }
        names.insert(Self.name(piece))
      }
    }
    assignCodes(names.sorted())
    shownTexts = (0..<texts.count).map { shown(texts.keys[$0]) }
  }

  private mutating func assignCodes(_ names: [String]) {
    let digests = names.map { (name: $0, digest: digest($0)) }
    var length = 4
    var open = digests
    while !open.isEmpty, length <= 64 {
      var uses: [Substring: Int] = [:]
      for one in digests { uses[one.digest.prefix(length), default: 0] += 1 }
      var rest: [(name: String, digest: String)] = []
      for one in open {
        let code = one.digest.prefix(length)
        if uses[code] == 1 { codes[one.name] = String(code) } else { rest.append(one) }
      }
      open = rest
      length += 2
    }
  }

  /// - Parameters:
  ///   - text: holders joined by 、, perhaps ending in 等.
  ///   - type: raw value of the `HolderType` of all together.
  func shown(_ text: String, type: String) -> String {
    guard display == .pseudonym, !text.isEmpty, !Self.isBody(type) else { return text }
    return texts.number(text).map { shownTexts[$0] } ?? shown(text)
  }

  private func shown(_ text: String) -> String {
    let isOpen = text.hasSuffix("等") && text.count > 1
    let shown = Self.pieces(text).map { name -> String in
      if isBodyName(name) { return name }
      let kind = classifier.type(of: name).0 == .joint ? "联户" : "个人"
      let bare = Self.name(name)
      return "\(kind)-\(codes[bare] ?? String(digest(bare).prefix(8)))"
    }
    return shown.joined(separator: "、") + (isOpen ? "等" : "")
  }

  private func digest(_ name: String) -> String {
    SHA256.digest("\(salt)\n\(TextNormalization.key(name))").hex.uppercased()
  }

  /// One person's name, however it is written: without share, 户 or a note in brackets.
  private static func name(_ piece: String) -> String {
    let holders = HolderSplitter().split(piece).holders
    return holders.count == 1 ? holders[0].identity : piece
  }

  static func isBody(_ type: String) -> Bool {
    switch HolderType(rawValue: type) {
    case .state, .collective, .company: true
    case .person, .joint, .unknown, nil: false
    }
  }

  /// Names that nothing is recognised in may be persons'.
  private func isBodyName(_ name: String) -> Bool {
    Self.isBody(classifier.type(of: name).0.rawValue)
  }

  private static func pieces(_ text: String) -> [String] {
    let isOpen = text.hasSuffix("等") && text.count > 1
    return (isOpen ? String(text.dropLast()) : text).split(separator: "、").map(String.init)
  }
}
