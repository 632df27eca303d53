internal import Accounting
internal import Configuration
internal import Inventory
internal import Mapping

/// Refuses species lists whose meanings nothing knows, before hours are spent on them.
enum SpeciesGroupCheck {
  static let fields = ["species", "secondSpecies", "previousSpecies"]

  static func check(
    _ inventory: [InventorySource], _ methods: [MethodSource]
  ) throws(UnknownSpeciesGroup) {
    var known = SpeciesGroups.all
    for group in methods.flatMap({ groups(of: $0.parameters) }) where !known.contains(group) {
      known.append(group)
    }
    let set = Set(known)
    for source in inventory {
      for field in fields {
        guard let list = source.layer.mapping[field]?.codes else { continue }
        // A code may stand for nothing at all.
        let strange = list.entries.filter {
          !$0.value.meaning.isEmpty && !set.contains($0.value.meaning)
        }
        guard !strange.isEmpty else { continue }
        throw UnknownSpeciesGroup(
          codeList: list.identifier, field: field, mapping: source.layer.mappingPath,
          entries: strange.sorted { $0.key < $1.key }.map { code, entry in
            UnknownSpeciesGroup.Entry(
              code: code, name: entry.name, meaning: entry.meaning,
              suggestion: suggestion(entry.meaning, known))
          })
      }
    }
  }

  /// Groups have two or three characters, of which one may be missing: 桉 for 桉树.
  private static func suggestion(_ word: String, _ known: [String]) -> String? {
    if let close = Suggestion.closest(to: word, among: known) { return close }
    return known.first { $0.hasPrefix(word) || word.hasPrefix($0) }
      ?? known.first { $0.contains(word) || word.contains($0) }
  }

  /// Every group that a method file speaks of.
  static func groups(of method: MethodParameters) -> [String] {
    let stock = method.stock
    return stock.coefficients.map(\.group) + stock.standIns.map(\.group)
      + stock.excluded.map(\.group)
  }
}
