import Inventory
import Testing

@Suite struct KeyIndexTests {
  /// Numbers drawn from a fixed start, so that a failure can be repeated.
  private struct Draw: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func doesWhatADictionaryDoes(seed: UInt64) {
    var draw = Draw(state: seed)
    var index = KeyIndex()
    var oracle: [String: Int] = [:]
    for _ in 0..<20_000 {
      // Keys like those of surveys, a third of them met before; the empty one among them.
      let number = Int.random(in: 0..<12_000, using: &draw)
      let key = number == 0 ? "" : "4416221042\(number % 37)/\(number / 37)/小班\(number % 5)"
      let expected = oracle[key] ?? oracle.count
      let isNew = oracle[key] == nil
      oracle[key] = expected
      let got = index.insert(Array(key.utf8)[...])
      #expect(got.number == expected)
      #expect(got.isNew == isNew)
    }
    #expect(index.count == oracle.count)
    for (key, number) in oracle {
      #expect(index.number(key) == number)
      #expect(index.keys[number] == key)
      if !key.isEmpty { #expect(index.number(key + "0") == oracle[key + "0"]) }
    }
  }

  @Test func theFirstOfEqualKeysIsFound() {
    let index = KeyIndex(TextColumn(["b", "a", "b", "", "a"]))
    #expect(index.count == 3)
    #expect(index.number("b") == 0)
    #expect(index.number("a") == 1)
    #expect(index.number("") == 2)
    #expect(index.number("c") == nil)
  }
}
