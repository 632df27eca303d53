import Accounting
import Inventory
import Testing

/// What must hold of any stands.
@Suite struct PropertyTests {
  static let families = MethodCatalogue.identifiers

  /// A parameter file of one family.
  static func file(_ family: String) -> String {
    switch family {
    case "whole-natural-growth": Parameters.wholeGrowth()
    case "afforestation-reserve": Parameters.file(family: family, benchmark: "")
    case "project-minus-baseline":
      Parameters.file(
        family: family, deductions: "uncertainty: 0.06, nonPermanence: 0.1, leakage: 0.2")
    default: Parameters.file(family: family)
    }
  }

  /// Mixed stands, some losing, some of two species, some that cannot be told.
  private func stands(_ count: Int, seed: UInt64) -> (first: [Stand], second: [Stand]) {
    var random = Randomness(seed)
    let names = ["杉木", "马尾松", "桉树", "木荷", "阔叶混", "无参数树", "毛竹", "红豆杉"]
    var first: [Stand] = []
    var second: [Stand] = []
    for _ in 0..<count {
      var stand = Stand(
        species: names.randomElement(using: &random) ?? "杉木",
        volume: Double.random(in: 5...200, using: &random),
        area: Double.random(in: 0.1...30, using: &random))
      if Bool.random(using: &random) {
        stand.second = names.randomElement(using: &random)
        stand.secondVolume = stand.volume * Double.random(in: 0...0.5, using: &random)
      }
      first.append(stand)
      var later = stand
      let factor = Double.random(in: 0.6...1.8, using: &random)
      later.volume *= factor
      later.secondVolume *= factor
      if Int.random(in: 0..<10, using: &random) == 0 { later.species = "桉树" }
      if Int.random(in: 0..<15, using: &random) == 0 { later.forestClass = .unknown }
      second.append(later)
    }
    return (first, second)
  }

  private func close(_ a: Double, _ b: Double) -> Bool {
    (a.isNaN && b.isNaN) || abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)
  }

  @Test(arguments: families) func twiceTheAreaIsTwiceTheTonnes(family: String) throws {
    let method = try Parameters.method(Self.file(family))
    let (first, second) = stands(200, seed: 1)
    func doubled(_ stands: [Stand]) -> [Stand] {
      stands.map {
        var stand = $0
        stand.area *= 2
        return stand
      }
    }
    let one = method.credits(of: try Survey.pair(first, second))
    let two = method.credits(of: try Survey.pair(doubled(first), doubled(second)))
    #expect(one.status == two.status)
    for row in 0..<one.count {
      #expect(close(two.creditTotal[row], 2 * one.creditTotal[row]))
      #expect(close(two.stockSecond[row], 2 * one.stockSecond[row]))
      #expect(close(two.rate[row], one.rate[row]))
    }
  }

  @Test(arguments: families) func cuttingAStandInTwoChangesNothing(family: String) throws {
    let method = try Parameters.method(Self.file(family))
    let (first, second) = stands(100, seed: 2)
    func cut(_ stands: [Stand]) -> [Stand] {
      stands.flatMap { stand -> [Stand] in
        var small = stand
        var large = stand
        small.area *= 0.3
        large.area *= 0.7
        return [small, large]
      }
    }
    let whole = method.credits(of: try Survey.pair(first, second))
    let parts = method.credits(of: try Survey.pair(cut(first), cut(second)))
    for row in 0..<whole.count {
      #expect(
        close(
          whole.creditTotal[row], parts.creditTotal[2 * row] + parts.creditTotal[2 * row + 1]))
    }
  }

  @Test(arguments: families) func theOrderOfRowsDoesNotMatter(family: String) throws {
    let method = try Parameters.method(Self.file(family))
    let (first, second) = stands(300, seed: 3)
    var order = Array(0..<300)
    var random = Randomness(4)
    order.shuffle(using: &random)
    let one = method.credits(of: try Survey.pair(first, second))
    let two = method.credits(
      of: try Survey.pair(order.map { first[$0] }, order.map { second[$0] }))
    for (place, row) in order.enumerated() {
      #expect(one.status[row] == two.status[place])
      #expect(
        one.creditTotal[row].bitPattern == two.creditTotal[place].bitPattern)
    }
    let a = ProjectFloor.aggregate(one, area: second.map(\.area), rows: 0..<300, floor: .project)
    let b = ProjectFloor.aggregate(
      two, area: order.map { second[$0].area }, rows: 0..<300, floor: .project)
    #expect(abs(a.beforeFloor - b.beforeFloor) <= 1e-12 * abs(a.beforeFloor))
    #expect(a.computedRows == b.computedRows)
  }

  @Test(arguments: families) func partsAppendedAreTheWhole(family: String) throws {
    let method = try Parameters.method(Self.file(family))
    let (first, second) = stands(101, seed: 5)
    let pair = try Survey.pair(first, second)
    var parts = method.credits(of: pair, rows: 0..<40)
    parts.append(contentsOf: method.credits(of: pair, rows: 40..<40))
    parts.append(contentsOf: method.credits(of: pair, rows: 40..<101))
    let whole = method.credits(of: pair)
    #expect(parts.status == whole.status)
    #expect(parts.standing == whole.standing)
    #expect(parts.creditTotal.map(\.bitPattern) == whole.creditTotal.map(\.bitPattern))
    #expect(parts.stockFirst.map(\.bitPattern) == whole.stockFirst.map(\.bitPattern))
  }

  @Test(arguments: families) func moreVolumeLaterIsMoreCredit(family: String) throws {
    let method = try Parameters.method(Self.file(family))
    let first = (0..<50).map { _ in Stand(volume: 60) }
    let second = (0..<50).map { Stand(volume: 20 + 3 * Double($0)) }
    let credits = method.credits(of: try Survey.pair(first, second))
    for row in 1..<50 { #expect(credits.creditTotal[row] > credits.creditTotal[row - 1]) }
  }

  @Test func swappedDatesGiveTheNegativeOfWholeGrowth() throws {
    for rule in ["as-surveyed", "hold-later"] {
      let method = try Parameters.method(
        Parameters.wholeGrowth(stock: Parameters.stock(speciesChange: rule)))
      var (first, second) = stands(200, seed: 6)
      if rule == "hold-later" {
        for row in second.indices { second[row].species = first[row].species }
      }
      let forth = method.credits(of: try Survey.pair(first, second))
      let back = method.credits(of: try Survey.pair(second, first))
      for row in 0..<200 where forth.status[row].isComputed {
        #expect(close(forth.creditTotal[row], -back.creditTotal[row]))
        #expect(close(forth.stockFirst[row], back.stockSecond[row]))
      }
      #expect(forth.status.contains { $0.isComputed })
    }
  }

  /// A file that differs in one method's number does not move another method.
  @Test func methodsDoNotTouchOneAnother() throws {
    let (first, second) = stands(100, seed: 7)
    let pair = try Survey.pair(first, second)
    let ticket = try Parameters.method(Parameters.wholeGrowth())
    let before = ticket.credits(of: pair)
    let benchmark = try Parameters.method(Parameters.file())
    let above = benchmark.credits(of: pair)
    #expect(
      ticket.credits(of: pair).creditTotal.map(\.bitPattern) == before.creditTotal.map(\.bitPattern)
    )
    for row in 0..<100 where above.status[row].isComputed {
      let difference = before.creditTotal[row] - above.creditTotal[row]
      #expect(abs(difference - 3.32 * 5 * second[row].area) < 1e-8 * max(1, abs(difference)))
    }
  }

  /// Two rows of one species each and one row that carries both volumes are the same wood.
  @Test func aMixedStandIsTheSumOfItsSpecies() throws {
    let method = try Parameters.method(Parameters.wholeGrowth())
    let mixed = method.credits(
      of: try Survey.pair(
        [Stand(second: "木荷", volume: 90, secondVolume: 30)],
        [Stand(second: "木荷", volume: 120, secondVolume: 50)]))
    let apart = method.credits(
      of: try Survey.pair(
        [Stand(volume: 60), Stand(species: "木荷", volume: 30)],
        [Stand(volume: 70), Stand(species: "木荷", volume: 50)]))
    #expect(close(mixed.creditTotal[0], apart.creditTotal[0] + apart.creditTotal[1]))
    #expect(close(mixed.stockFirst[0], apart.stockFirst[0] + apart.stockFirst[1]))
  }
}
