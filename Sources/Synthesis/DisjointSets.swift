/// Sets that only ever grow together.
struct DisjointSets {
  private var parent: [Int32]
  private var sizes: [Int32]
  private(set) var count: Int

  init(_ count: Int) {
    parent = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
    self.count = count
  }

  mutating func root(_ member: Int) -> Int {
    var at = member
    while Int(parent[at]) != at {
      parent[at] = parent[Int(parent[at])]
      at = Int(parent[at])
    }
    return at
  }

  mutating func size(_ member: Int) -> Int { Int(sizes[root(member)]) }

  /// Makes one set of two; nothing happens when they are one already.
  mutating func join(_ a: Int, _ b: Int) {
    let first = root(a)
    let second = root(b)
    if first == second { return }
    let low = min(first, second)
    let high = max(first, second)
    parent[high] = Int32(low)
    sizes[low] += sizes[high]
    count -= 1
  }

  /// Sets in the order of their first members, and the number of the set of each member.
  mutating func numbered() -> (numbers: [Int], members: [[Int]]) {
    var numberOfRoot = [Int: Int]()
    var numbers: [Int] = []
    var members: [[Int]] = []
    for member in parent.indices {
      let root = root(member)
      let number = numberOfRoot[root] ?? members.count
      if number == members.count {
        numberOfRoot[root] = number
        members.append([])
      }
      numbers.append(number)
      members[number].append(member)
    }
    return (numbers, members)
  }
}
