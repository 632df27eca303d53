/// Village, 林班 and 小班 as a text about the place (坐落) names them: `上溪村 1林班1小班`.
struct Whereabouts: Equatable {
  var village = ""
  var compartment = ""
  var subcompartment = ""

  init(_ text: String) {
    let key = TextNormalization.key(text)
    compartment = Self.number(before: "林班", in: key)
    subcompartment = Self.number(before: "小班", in: key)
    guard !subcompartment.isEmpty, let place = key.firstIndex(of: "村") else { return }
    var name = key[..<place]
    for word: Character in ["镇", "乡", "县"] {
      if let cut = name.lastIndex(of: word) { name = name[name.index(after: cut)...] }
    }
    if !name.isEmpty, name.count <= 8 { village = name + "村" }
  }

  private static func number(before word: String, in key: String) -> String {
    let parts = key.split(separator: word, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "" }
    let tail = parts[0].reversed().prefix { $0.isPlainDigit || $0 == "-" }.reversed()
    return String(tail.drop { $0 == "-" })
  }
}
