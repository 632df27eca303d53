import Configuration
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 2),
    ("vaule", "value", 1), ("马尾松", "马尾杉", 1), ("a", "A", 1),
  ])
  func distances(_ first: String, _ second: String, _ expected: Int) {
    #expect(Suggestion.distance(first, second) == expected)
    #expect(Suggestion.distance(second, first) == expected)
  }

  /// A distance in words of two letters found by searching outwards over all single edits, with
  /// words in between a little longer than either end.
  @Test func agreesWithBreadthFirstSearch() {
    func edits(of word: String) -> Set<String> {
      let letters = Array(word)
      var result: Set<String> = []
      for i in 0...letters.count {
        for letter: Character in ["a", "b", "c"] where letters.count < 6 {
          result.insert(String(letters[..<i] + [letter] + letters[i...]))
        }
        guard i < letters.count else { continue }
        result.insert(String(letters[..<i] + letters[(i + 1)...]))
        for letter: Character in ["a", "b", "c"] {
          result.insert(String(letters[..<i] + [letter] + letters[(i + 1)...]))
        }
        guard i + 1 < letters.count else { continue }
        result.insert(
          String(letters[..<i] + [letters[i + 1], letters[i]] + letters[(i + 2)...]))
      }
      return result
    }
    for start in ["", "ab", "abc", "cabb"] {
      var distances = [start: 0]
      var frontier: Set<String> = [start]
      var steps = 0
      while !frontier.isEmpty {
        steps += 1
        var next: Set<String> = []
        for word in frontier {
          for other in edits(of: word) where distances[other] == nil {
            distances[other] = steps
            next.insert(other)
          }
        }
        frontier = next
      }
      let wrong = distances.filter { Suggestion.distance(start, $0.key) != $0.value }
      #expect(wrong.isEmpty)
      #expect(distances.count == 1093)  // all words of up to six of three letters
    }
  }

  @Test func closest() {
    let stages = ["ingest", "tenure", "quantify", "screen", "rank", "publish"]
    #expect(Suggestion.closest(to: "quantfiy", among: stages) == "quantify")
    #expect(Suggestion.closest(to: "RANK", among: stages) == "rank")
    #expect(Suggestion.closest(to: "report", among: stages) == nil)
    #expect(Suggestion.closest(to: "", among: stages) == nil)
    #expect(Suggestion.closest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.closest(to: "马尾杉", among: ["杉木", "马尾松"]) == "马尾松")
    #expect(Suggestion.closest(to: "abcd", among: ["abcx", "abcy"]) == "abcx")
    #expect(Suggestion.closest(to: String(repeating: "a", count: 1_000_000), among: stages) == nil)
  }
}
