internal import Inventory
internal import Tenure

/// Finds the 小班 that rows of credited land without polygon name: by the 小班's key, else by
/// village, 林班 and 小班.
struct CreditedPlacer {
  private let stands: SubcompartmentColumns
  private var byKey: [String: [Int]] = [:]
  private var byNumber: [String: [Int]] = [:]
  private let villageCodes: [String: Int32]
  private var villageNames: [String: [Int32]] = [:]
  private let counties: Set<Substring>

  /// - Parameters:
  ///   - labels: numbers of 林班 and 小班, of all `stands`.
  ///   - villages: code and name by position.
  init(
    _ stands: SubcompartmentColumns, _ labels: SubcompartmentLabels,
    villages: [(code: String, name: String)]
  ) {
    self.stands = stands
    villageCodes = Dictionary(
      villages.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { one, _ in one })
    for (position, village) in villages.enumerated() {
      let name = LabelKey.village(village.name)
      if !name.isEmpty { villageNames[name, default: []].append(Int32(position)) }
    }
    counties = Set(villages.map { $0.code.prefix(6) })
    for position in 0..<min(stands.count, labels.count) {
      byKey[stands.key[position], default: []].append(position)
      let number = labels.subcompartment[position]
      guard stands.village[position] >= 0, !number.isEmpty else { continue }
      let whole = Self.key(stands.village[position], labels.compartment[position], number)
      byNumber[whole, default: []].append(position)
      let short = Self.key(stands.village[position], nil, number)
      byNumber[short, default: []].append(position)
    }
  }

  func place(_ land: inout CreditedLand, periods: [ClosedRange<Int>]) {
    var placements = CreditedPlacements(periods: periods.count)
    for (row, place) in land.named {
      let found = positions(place)
      if found.isEmpty {
        placements.leave(
          row, periods: periods.indices.filter { land.isCredited(row, in: periods[$0]) },
          village: village(place))
        continue
      }
      let area = found.reduce(0) { $0 + stands.area[$1] } * 10_000
      placements.place(row, on: found, share: land.part(row, of: area))
    }
    land.placements = placements
  }

  private func positions(_ place: CreditedLand.Place) -> [Int] {
    if !place.key.isEmpty, let known = byKey[place.key] { return known }
    let number = LabelKey.number(place.subcompartment)
    guard let village = village(place), village >= 0, !number.isEmpty else { return [] }
    let compartment = LabelKey.number(place.compartment)
    if !compartment.isEmpty { return byNumber[Self.key(village, compartment, number)] ?? [] }
    // A number alone may stand for several 小班 of a village.
    let found = byNumber[Self.key(village, nil, number)] ?? []
    return found.count == 1 ? found : []
  }

  /// Nil where it may be any village of the run, -1 where it is of another county.
  private func village(_ place: CreditedLand.Place) -> Int32? {
    let code = TextNormalization.key(place.village)
    let head = place.key.split(separator: "/").first.map { TextNormalization.key(String($0)) } ?? ""
    for text in [code, head] {
      if let known = villageCodes[text] { return known }
    }
    let name = LabelKey.village(place.villageName.isEmpty ? place.village : place.villageName)
    if let known = villageNames[name], known.count == 1 { return known[0] }
    for text in [code, head] where text.count >= 6 && text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return counties.contains(text.prefix(6)) ? nil : -1
    }
    return nil
  }

  private static func key(_ village: Int32, _ compartment: String?, _ number: String) -> String {
    "\(village)\u{1F}\(compartment ?? "\u{1E}")\u{1F}\(number)"
  }
}
