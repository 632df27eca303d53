/// How the cells of one village are grouped into 小班 at two dates and into tenure parcels.
struct VillagePartition {
  struct Subcompartment {
    /// Cells of the lattice, connected.
    var cells: [Int]
    /// 林班 within the village and 小班 within the 林班, from 1.
    var block: Int
    var number: Int
    /// Position among the 小班 of the first survey from which it comes.
    var parent: Int
    /// 0 for a 小班 that goes on, 1 and 2 for the halves of a divided one.
    var part: Int
  }

  /// In the order of the rows of the two files.
  private(set) var first: [Subcompartment] = []
  private(set) var second: [Subcompartment] = []
  /// Positions in `first` that were divided, and pairs between which ground has passed.
  private(set) var split: [Int] = []
  private(set) var redrawn: [(from: Int, to: Int)] = []

  /// Cells of the village, in the plan's order; neighbours by position, -1 outside the village.
  let cells: [Int]
  private let neighbours: [Int32]
  private var locked: [Bool]
  /// 小班 of the first survey for each cell.
  private(set) var groupOf: [Int] = []
  private let noise: Noise

  init(_ plan: PrefecturePlan, village: SyntheticVillage) {
    let range = plan.starts[village.index]..<plan.starts[village.index + 1]
    cells = plan.cells[range].map { Int($0) }
    noise = plan.noise.keyed(1_000_000 + UInt64(village.index))
    var found = [Int32](repeating: -1, count: cells.count * 6)
    for (local, cell) in cells.enumerated() {
      for side in 0..<6 {
        let other = plan.lattice.neighbour(cell, side)
        if plan.villageOf[other] == Int32(village.index) {
          found[local * 6 + side] = plan.localOf[other]
        }
      }
    }
    neighbours = found
    locked = [Bool](repeating: false, count: cells.count)
    group(into: village.subcompartments, plan)
    change(plan.parameters)
  }

  /// Joins cells at random until the wanted number of 小班 is left.
  private mutating func group(into wanted: Int, _ plan: PrefecturePlan) {
    var sets = DisjointSets(cells.count)
    // Some cells become islands: their six neighbours are one 小班 around them.
    for cell in cells.indices where noise.unit(cell, 1) < 0.006 {
      let around = (0..<6).map { Int(neighbours[cell * 6 + $0]) }
      if locked[cell] || sets.count <= wanted + 5 { continue }
      if around.contains(where: { $0 < 0 || locked[$0] }) { continue }
      locked[cell] = true
      for one in around {
        locked[one] = true
        sets.join(around[0], one)
      }
    }
    let edges = shuffledEdges(key: 2)
    var limit = 4
    while sets.count > wanted && limit <= 64 {
      for (a, b) in edges where sets.count > wanted {
        if locked[a] || locked[b] || sets.size(a) + sets.size(b) > limit { continue }
        sets.join(a, b)
      }
      limit += limit < 8 ? 1 : limit
    }
    let (numbers, members) = sets.numbered()
    groupOf = numbers
    let blocks = members.map { block(of: $0[0], plan) }
    var next = [0, 0, 0, 0]
    for (index, group) in members.enumerated() {
      next[blocks[index]] += 1
      first.append(
        Subcompartment(
          cells: group, block: blocks[index] + 1, number: next[blocks[index]], parent: index,
          part: 0))
    }
  }

  /// Four 林班 around the middle of the village.
  private func block(of local: Int, _ plan: PrefecturePlan) -> Int {
    let middle = plan.lattice.centre(cells[cells.count / 2])
    let point = plan.lattice.centre(cells[local])
    return (point.y < middle.y ? 2 : 0) + (point.x < middle.x ? 0 : 1)
  }

  private func shuffledEdges(key: Int) -> [(Int, Int)] {
    var edges: [(Int, Int)] = []
    edges.reserveCapacity(cells.count * 3)
    for cell in cells.indices {
      for side in 0..<3 where neighbours[cell * 6 + side] >= 0 {
        edges.append((cell, Int(neighbours[cell * 6 + side])))
      }
    }
    var random = RandomStream(noise, key)
    for last in stride(from: edges.count - 1, to: 0, by: -1) {
      edges.swapAt(last, random.below(last + 1))
    }
    return edges
  }

  /// Makes the second survey's 小班, and turns positions in the village into cells of the lattice.
  private mutating func change(_ parameters: SynthesisParameters) {
    var later = first
    var touched = first.map { locked[$0.cells[0]] || $0.cells.count < 2 }
    var halves: [Subcompartment] = []
    var next = [Int: Int]()
    for one in first { next[one.block] = max(next[one.block] ?? 0, one.number) }
    for (index, one) in first.enumerated() {
      guard !touched[index] else { continue }
      let draw = noise.unit(index, 3)
      if draw < parameters.splitRate {
        guard let leaf = removable(one.cells) else { continue }
        touched[index] = true
        split.append(index)
        for (part, cells) in [[leaf], one.cells.filter { $0 != leaf }].enumerated() {
          let number = (next[one.block] ?? 0) + 1
          next[one.block] = number
          halves.append(
            Subcompartment(
              cells: cells, block: one.block, number: number, parent: index, part: part + 1))
        }
      } else if draw < parameters.splitRate + parameters.redrawnRate {
        guard let leaf = removable(one.cells) else { continue }
        let others = (0..<6).map { Int(neighbours[leaf * 6 + $0]) }
        guard
          let other = others.first(where: {
            $0 >= 0 && groupOf[$0] != index && !touched[groupOf[$0]]
          }
          )
        else { continue }
        touched[index] = true
        touched[groupOf[other]] = true
        redrawn.append((from: index, to: groupOf[other]))
        later[index].cells.removeAll { $0 == leaf }
        later[groupOf[other]].cells.append(leaf)
      }
    }
    second = later.indices.filter { !split.contains($0) }.map { later[$0] } + halves
    for index in first.indices { first[index].cells = first[index].cells.map { cells[$0] } }
    for index in second.indices { second[index].cells = second[index].cells.map { cells[$0] } }
  }

  /// A cell whose loss leaves the others connected.
  private func removable(_ group: [Int]) -> Int? {
    group.last { leaf in
      let rest = group.filter { $0 != leaf }
      return components(of: rest).count == 1
    }
  }

  /// Connected parts of a set of positions in the village.
  func components(of set: [Int]) -> [[Int]] {
    var waiting = Set(set)
    var parts: [[Int]] = []
    for start in set where waiting.remove(start) != nil {
      var part = [start]
      var reached = 0
      while reached < part.count {
        for side in 0..<6 {
          let other = Int(neighbours[part[reached] * 6 + side])
          if other >= 0 && waiting.remove(other) != nil { part.append(other) }
        }
        reached += 1
      }
      parts.append(part)
    }
    return parts
  }

  /// The village's own connected parts, as cells of the lattice.
  var parts: [[Int]] { components(of: Array(cells.indices)).map { $0.map { cells[$0] } } }

  /// A cell of the same village beside a 小班 or parcel but not in it.
  func cellBeside(_ group: [Int], _ plan: PrefecturePlan) -> Int? {
    for cell in group {
      let local = Int(plan.localOf[cell])
      for side in 0..<6 {
        let other = Int(neighbours[local * 6 + side])
        if other >= 0 && !group.contains(cells[other]) { return cells[other] }
      }
    }
    return nil
  }

  /// Groups of 1 to 8 cells that keep to 小班 borders more often than not; `bare` 小班 have none.
  func parcels(bare: [Bool]) -> [[Int]] {
    var sets = DisjointSets(cells.count)
    let edges = shuffledEdges(key: 4)
    let open = cells.indices.filter { !bare[groupOf[$0]] }
    for (index, (a, b)) in edges.enumerated() where groupOf[a] == groupOf[b] {
      if sets.size(a) + sets.size(b) <= 8 && noise.unit(index, 5) < 0.8 { sets.join(a, b) }
    }
    let target = cells.count - open.count + open.count / 4
    for (a, b) in edges where sets.count > target {
      if bare[groupOf[a]] || bare[groupOf[b]] || sets.size(a) + sets.size(b) > 8 { continue }
      sets.join(a, b)
    }
    return sets.numbered().members.filter { !bare[groupOf[$0[0]]] }.map { $0.map { cells[$0] } }
  }
}
