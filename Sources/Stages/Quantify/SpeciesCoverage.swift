internal import Accounting
internal import Configuration
internal import Inventory

/// Whether method files say something of every species that a survey has on land they count.
///
/// What stands in for a species without coefficients must be declared. A file that declares nothing
/// is refused, because stands left out without a word would pass for stands without carbon.
enum SpeciesCoverage {
  /// - Throws: `ConfigurationError` at the `stock` block of the first method that leaves a group out.
  static func check(
    _ methods: [MethodSource], surveys: [SubcompartmentColumns], species: SpeciesTable
  ) throws {
    for method in methods {
      let stock = method.parameters.stock
      let missing = species.species.map { one in
        !one.group.isEmpty && stock.resolve(group: one.group) == .missing
      }
      guard missing.contains(true) else { continue }
      let counted = Set(stock.landClasses + stock.culmLandClasses)
      var rows: [String: Int] = [:]
      for stands in surveys {
        for row in 0..<stands.count where counted.contains(stands.landClass[row]) {
          let second = stands.secondVolume[row] > 0 ? stands.secondSpecies[row] : SpeciesTable.none
          for number in Set([stands.species[row], second]) where missing[Int(number)] {
            rows[species.species[Int(number)].group, default: 0] += 1
          }
        }
      }
      guard !rows.isEmpty else { continue }
      let list = rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(12).map { "\($0.key) (\($0.value) 小班)" }
      let more = rows.count > 12 ? " … (\(rows.count) in all)" : ""
      throw ConfigurationError(
        file: method.displayPath, position: method.stockPosition, path: "stock",
        problem: .invalid(
          "nothing is declared for species that the survey has: "
            + list.joined(separator: ", ") + more
            + "; name each under coefficients, standIns or excluded, give a defaultGroup, "
            + "or say under excludeOthers why all others are left out"))
    }
  }
}
