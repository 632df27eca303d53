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
      let groups = groups(missing, surveys, species, counted: stock)
      guard !groups.isEmpty else { continue }
      let list = groups.prefix(12).map {
        "\($0.group) (\($0.rows) 小班), \(($0.hectares * 100).rounded() / 100) ha"
      }
      let more = groups.count > 12 ? " … (\(groups.count) in all)" : ""
      throw ConfigurationError(
        file: method.displayPath, position: method.stockPosition, path: "stock",
        problem: .unusable(
          "nothing is declared for species that the survey has: "
            + list.joined(separator: ", ") + more,
          remedy: "name each under coefficients, standIns or excluded, give a defaultGroup, "
            + "or say under excludeOthers why all others are left out"))
    }
  }

  private struct Group {
    var group: String
    var rows = 0
    var hectares = 0.0
  }

  /// Largest area first.
  private static func groups(
    _ missing: [Bool], _ surveys: [SubcompartmentColumns], _ species: SpeciesTable,
    counted stock: StockParameters
  ) -> [Group] {
    let counted = Set(stock.landClasses + stock.culmLandClasses)
    var rows = [Int](repeating: 0, count: missing.count)
    var areas = [CompensatedSum](repeating: CompensatedSum(), count: missing.count)
    for stands in surveys {
      for row in 0..<stands.count {
        let (first, second) = (Int(stands.species[row]), Int(stands.secondSpecies[row]))
        guard missing[first] || missing[second], counted.contains(stands.landClass[row]) else {
          continue
        }
        let hasSecond = stands.secondVolume[row] > 0 && second != first
        for number in hasSecond ? [first, second] : [first] where missing[number] {
          rows[number] += 1
          if stands.area[row].isFinite { areas[number].add(stands.area[row]) }
        }
      }
    }
    var groups: [Group] = []
    for (number, one) in species.species.enumerated() where rows[number] > 0 {
      let place = groups.firstIndex { $0.group == one.group } ?? groups.count
      if place == groups.count { groups.append(Group(group: one.group)) }
      groups[place].rows += rows[number]
      groups[place].hectares += areas[number].value
    }
    return groups.sorted { ($1.hectares, $0.group) < ($0.hectares, $1.group) }
  }
}
