/// What is settled for the whole prefecture before anything is drawn: which cells belong to which
/// village, and which villages to which town and county. A few numbers for a cell.
struct PrefecturePlan: Sendable {
  let parameters: SynthesisParameters
  let noise: Noise
  let lattice: CellLattice
  /// Mean distance of two villages, m.
  let villageSpacing: Double
  /// In the order of county and town.
  private(set) var villages: [SyntheticVillage] = []
  /// Villages of each county.
  private(set) var counties: [Range<Int>] = []
  /// Village of each cell of the lattice, -1 outside.
  private(set) var villageOf: [Int32] = []
  /// Position of each cell among the cells of its village.
  private(set) var localOf: [Int32] = []
  /// Cells in the order of village, from the north, and where each village's begin.
  private(set) var cells: [Int32] = []
  private(set) var starts: [Int] = []

  /// Cells of a 小班 on the average: few enough for borders with character, enough for skewed sizes.
  private static let cellsPerSubcompartment = 2.1

  private struct Seed {
    var x: Double
    var y: Double
    var column: Int
    var row: Int
  }

  init(_ parameters: SynthesisParameters) {
    self.parameters = parameters
    noise = Noise(seed: parameters.seed)
    let wanted = max(parameters.subcompartments, 1)
    // Codes 449921 to 449999.
    let countyCount = min(max(parameters.counties, 1), 79)
    let perVillage = max(parameters.subcompartmentsPerVillage, 1)
    let villageCount = max(countyCount, (wanted + perVillage / 2) / perVillage)
    let cellArea = max(parameters.meanArea, 0.01) * 10_000 / Self.cellsPerSubcompartment
    let area = Double(wanted) * Self.cellsPerSubcompartment * cellArea
    villageSpacing = (area / Double(villageCount)).squareRoot()
    let reach = ((Double(villageCount) / 3).squareRoot() * 1.4 + 2.5) * villageSpacing
    let radius = (cellArea * 2 / (3 * 3.0.squareRoot())).squareRoot()
    lattice = CellLattice(
      cellArea: cellArea, columns: Int(2 * reach / (3.0.squareRoot() * radius)) + 6,
      rows: Int(2 * reach / (1.5 * radius)) + 6,
      // The middle of the sheet in EPSG:4526.
      origin: .init(x: 38_632_000, y: 2_668_000), edgePoints: parameters.edgePoints,
      noise: noise.keyed(10))

    let side = Int((Double(villageCount)).squareRoot()) + 3
    let chosen = chooseSeeds(count: villageCount, side: side)
    var numberOf = [Int32](repeating: -1, count: (2 * side + 1) * (2 * side + 1))
    var seeds: [Seed] = []
    var towns: [Int] = []
    for county in Self.divide(chosen, into: countyCount) {
      let first = seeds.count
      let townCount = max(
        1, (county.count + parameters.villagesPerTown / 2) / max(parameters.villagesPerTown, 1))
      for (town, members) in Self.divide(county, into: min(townCount, county.count)).enumerated() {
        for seed in members {
          numberOf[(seed.row + side) * (2 * side + 1) + seed.column + side] = Int32(seeds.count)
          seeds.append(seed)
          towns.append(town)
        }
      }
      counties.append(first..<seeds.count)
    }
    assignCells(numberOf, side: side, villages: seeds.count)
    nameVillages(seeds, towns, wanted: wanted)
  }

  /// Where the village in a square of the coarse grid has its middle, relative to the window's.
  private func seed(_ column: Int, _ row: Int) -> Seed {
    let jitter = noise.keyed(11)
    return Seed(
      x: (Double(column) + 0.36 * jitter.signed(column, row, 1)) * villageSpacing,
      y: (Double(row) + 0.36 * jitter.signed(column, row, 2)) * villageSpacing, column: column,
      row: row)
  }

  /// The villages nearest to the middle, by a distance that depends on the direction: the outline
  /// of a prefecture is not a circle.
  private func chooseSeeds(count: Int, side: Int) -> [Seed] {
    let outline = noise.keyed(12)
    var ranked: [(Double, Int, Seed)] = []
    for row in -side...side {
      for column in -side...side {
        let one = seed(column, row)
        let length = (one.x * one.x + one.y * one.y).squareRoot() + 1
        let wobble = outline.fractal(one.x / length * 1.3 + 5, one.y / length * 1.3 + 9)
        let x = one.x / 1.12
        let y = one.y / 0.9
        ranked.append(((x * x + y * y) / (1 + 0.45 * wobble), ranked.count, one))
      }
    }
    ranked.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    return ranked.prefix(count).map { $0.2 }
  }

  /// Cuts a set of villages into parts of about equal size, each time across its longest extent.
  private static func divide(_ seeds: [Seed], into parts: Int) -> [[Seed]] {
    if parts <= 1 || seeds.count <= 1 { return [seeds] }
    let directions: [(Double, Double)] = [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7)]
    var best = directions[0]
    var longest = -1.0
    for direction in directions {
      let along = seeds.map { $0.x * direction.0 + $0.y * direction.1 }
      let extent = (along.max() ?? 0) - (along.min() ?? 0)
      if extent > longest { (best, longest) = (direction, extent) }
    }
    let sorted = seeds.sorted {
      ($0.x * best.0 + $0.y * best.1, $0.row, $0.column)
        < ($1.x * best.0 + $1.y * best.1, $1.row, $1.column)
    }
    let left = parts / 2
    let cut = max(1, min(seeds.count - 1, (seeds.count * left + parts / 2) / parts))
    return divide(Array(sorted[..<cut]), into: left)
      + divide(Array(sorted[cut...]), into: parts - left)
  }

  private mutating func assignCells(_ numberOf: [Int32], side: Int, villages: Int) {
    let warp = noise.keyed(13)
    let width = 2 * side + 1
    let places = (0..<width * width).map { seed($0 % width - side, $0 / width - side) }
    villageOf = [Int32](repeating: -1, count: lattice.count)
    starts = [Int](repeating: 0, count: villages + 1)
    for cell in 0..<lattice.count where !lattice.isMargin(cell) {
      let centre = lattice.centre(cell)
      let u = (centre.x - lattice.origin.x) / villageSpacing
      let v = (centre.y - lattice.origin.y) / villageSpacing
      let x = u + 0.2 * warp.smooth(u * 2.5, v * 2.5)
      let y = v + 0.2 * warp.smooth(u * 2.5 + 100, v * 2.5 + 100)
      let column = Int(x.rounded())
      let row = Int(y.rounded())
      if abs(column) >= side || abs(row) >= side { continue }
      var nearest = Double.infinity
      var village: Int32 = -1
      for r in row - 1...row + 1 {
        for c in column - 1...column + 1 {
          let place = (r + side) * width + c + side
          let dx = places[place].x / villageSpacing - x
          let dy = places[place].y / villageSpacing - y
          let distance = dx * dx + dy * dy
          if distance < nearest { (nearest, village) = (distance, numberOf[place]) }
        }
      }
      villageOf[cell] = village
      if village >= 0 { starts[Int(village) + 1] += 1 }
    }
    for village in 0..<villages { starts[village + 1] += starts[village] }
    var next = starts
    cells = [Int32](repeating: 0, count: starts[villages])
    localOf = [Int32](repeating: 0, count: lattice.count)
    for cell in stride(from: lattice.count - 1, through: 0, by: -1) {
      let village = Int(villageOf[cell])
      if village < 0 { continue }
      cells[next[village]] = Int32(cell)
      localOf[cell] = Int32(next[village] - starts[village])
      next[village] += 1
    }
  }

  private mutating func nameVillages(_ seeds: [Seed], _ towns: [Int], wanted: Int) {
    // Shares of the wanted number of 小班 by cells, rounded so that the sum is met.
    var given = 0
    for (number, range) in counties.enumerated() {
      let countyCode = Self.countyCode(number)
      let countyName = PlaceNames.county(number) + "县"
      let names = noise.keyed(100 + UInt64(number))
      var inTown = 0
      for village in range {
        inTown = village > range.lowerBound && towns[village] == towns[village - 1] ? inTown + 1 : 1
        let due = Int(
          (Double(starts[village + 1]) / Double(cells.count) * Double(wanted)).rounded())
        let share = min(max(due - given, 1), starts[village + 1] - starts[village])
        given += share
        let town = towns[village]
        villages.append(
          SyntheticVillage(
            code: countyCode + Digits.padded(100 + town, 3) + Digits.padded(200 + inTown - 1, 3),
            name: PlaceNames.village(village - range.lowerBound, names) + "村",
            townName: PlaceNames.town(town, names) + (names.below(4, 7, town) == 0 ? "乡" : "镇"),
            countyCode: countyCode, countyName: countyName, subcompartments: share,
            index: village, town: town,
            centre: .init(
              x: lattice.origin.x + seeds[village].x, y: lattice.origin.y + seeds[village].y)))
      }
    }
  }

  /// 4499xx: a prefecture number that no place has.
  static func countyCode(_ number: Int) -> String { "4499" + Digits.padded(21 + number, 2) }
}
