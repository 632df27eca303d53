internal import Inventory

/// A unit named in a heading.
struct AreaUnitWord: Equatable {
  var unit: AreaUnit

  init?(_ word: String) {
    var key = TextNormalization.key(word)
    if key.hasPrefix("单位:") { key.removeFirst(3) }
    guard let unit = AreaText.unit(key) else { return nil }
    self.unit = unit
  }
}
