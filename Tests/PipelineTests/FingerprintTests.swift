import Pipeline
import Testing

@Suite struct FingerprintTests {
  func fingerprint(_ fields: [String]) -> Fingerprint {
    var builder = FingerprintBuilder()
    for field in fields { builder.append(field) }
    return builder.finish()
  }

  @Test func movingABoundaryBetweenFieldsChangesIt() {
    let all = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], []]
    #expect(Set(all.map { fingerprint($0) }).count == all.count)
  }

  @Test func theSameFieldsGiveTheSame() {
    #expect(fingerprint(["杉木", "1"]) == fingerprint(["杉木", "1"]))
    #expect(fingerprint(["a"]).short.utf8.count == 16)
    #expect(fingerprint(["a"]).hex.hasPrefix(fingerprint(["a"]).short))
  }
}
