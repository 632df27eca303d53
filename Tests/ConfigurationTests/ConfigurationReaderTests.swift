import Configuration
import Testing

@Suite struct ConfigurationReaderTests {
  private enum Kind: String, CaseIterable {
    case benchmark
    case stockDifference = "stock-difference"
  }

  private static let text = """
    {
      name: '甲县', none: null, flag: true, half: 0.5, count: 3.0,
      kind: 'benchmark', typo: 'bench-mark', far: 'sampling',
      one: 'x', many: ['x', 'y'], mixed: ['x', 1],
      figures: [0, 0.5, 1], big: 9007199254740992, nan: NaN, inf: -Infinity,
      inner: { key: 'v' }, list: [{ key: 1 }, { key: 2 }],
      groups: { 马尾松: 0.4, 'a b': 0.5, 杉木: null },
    }
    """

  private func reader(_ text: String = Self.text) throws -> ConfigurationReader {
    try ConfigurationReader(JSON5.parse(Array(text.utf8), file: "c.json5"), file: "c.json5")
  }

  private func failure(_ body: () throws -> Void) -> ConfigurationError? {
    do {
      try body()
      return nil
    } catch {
      return error as? ConfigurationError
    }
  }

  private func error(
    _ line: Int, _ column: Int, _ path: String, _ problem: ConfigurationError.Problem
  ) -> ConfigurationError {
    ConfigurationError(
      file: "c.json5", position: TextPosition(line: line, column: column), path: path,
      problem: problem)
  }

  @Test func readsEveryType() throws {
    let r = try reader()
    #expect(try r.string("name") == "甲县")
    #expect(try r.optionalString("name") == "甲县")
    #expect(try r.bool("flag"))
    #expect(try r.optionalBool("flag") == true)
    #expect(try r.number("half", in: 0...0.5) == 0.5)
    #expect(try r.optionalNumber("half", in: 0.5...1) == 0.5)
    #expect(try r.integer("count", in: 3...3) == 3)
    #expect(try r.optionalInteger("count", in: .min ... .max) == 3)
    #expect(try r.choice("kind", Kind.self) == .benchmark)
    #expect(try r.optionalChoice("kind", Kind.self) == .benchmark)
    #expect(try r.strings("one") == ["x"])
    #expect(try r.strings("many") == ["x", "y"])
    #expect(try r.optionalStrings("many") == ["x", "y"])
    #expect(try r.numbers("figures") == [0, 0.5, 1])
    #expect(try r.optionalNumbers("figures", in: 0...1) == [0, 0.5, 1])
    let inner = try r.object("inner")
    #expect(inner.path == "inner")
    #expect(inner.position == TextPosition(line: 6, column: 10))
    #expect(try inner.string("key") == "v")
    try inner.finish()
    #expect(try r.objects("list").map { try $0.integer("key", in: 1...2) } == [1, 2])
    #expect(try r.optionalObjects("list")?.map(\.path) == ["list[0]", "list[1]"])
    let groups = try r.members("groups")
    #expect(groups.map(\.key) == ["马尾松", "a b", "杉木"])
    #expect(groups.map(\.path) == ["groups.马尾松", "groups[\"a b\"]", "groups.杉木"])
    #expect(
      try groups[0].value.number(in: 0...1, file: r.file, path: groups[0].path) == 0.4)
  }

  @Test func absentAndNullAreNoneForOptionalReadersOnly() throws {
    let r = try reader()
    for key in ["none", "absent"] {
      #expect(!r.has(key))
      #expect(try r.optionalString(key) == nil)
      #expect(try r.optionalBool(key) == nil)
      #expect(try r.optionalNumber(key, in: 0...1) == nil)
      #expect(try r.optionalInteger(key, in: 0...1) == nil)
      #expect(try r.optionalChoice(key, Kind.self) == nil)
      #expect(try r.optionalStrings(key) == nil)
      #expect(try r.optionalNumbers(key) == nil)
      #expect(try r.optionalObject(key) == nil)
      #expect(try r.optionalObjects(key) == nil)
      #expect(try r.optionalMembers(key) == nil)
    }
    #expect(r.has("name"))
    #expect(
      failure { _ = try r.string("absent") } == error(1, 1, "", .missingKey("absent")))
    #expect(
      failure { _ = try r.string("none") }
        == error(2, 21, "none", .wrongType(expected: "text", found: "null")))
  }

  @Test func refusesOtherTypesWithTheirPlace() throws {
    let r = try reader()
    #expect(
      failure { _ = try r.number("name", in: 0...1) }
        == error(2, 9, "name", .wrongType(expected: "a number", found: "the text \"甲县\"")))
    #expect(
      failure { _ = try r.integer("half", in: 0...1) }
        == error(2, 45, "half", .wrongType(expected: "a whole number", found: "the number 0.5")))
    #expect(
      failure { _ = try r.bool("count") }
        == error(2, 57, "count", .wrongType(expected: "true or false", found: "the number 3")))
    #expect(
      failure { _ = try r.strings("mixed") }
        == error(4, 44, "mixed[1]", .wrongType(expected: "text", found: "the number 1")))
    #expect(
      failure { _ = try r.optionalObject("list") }
        == error(6, 30, "list", .wrongType(expected: "an object", found: "a list")))
    #expect(
      failure { _ = try r.objects("inner") }
        == error(6, 10, "inner", .wrongType(expected: "a list of objects", found: "an object")))
    #expect(
      failure { _ = try r.objects("figures") }
        == error(5, 13, "figures[0]", .wrongType(expected: "an object", found: "the number 0")))
    #expect(
      failure { _ = try reader("\n [1]") }
        == error(2, 2, "", .wrongType(expected: "an object", found: "a list")))
    let inner = try r.objects("list")[1]
    #expect(
      failure { _ = try inner.string("key") }
        == error(6, 50, "list[1].key", .wrongType(expected: "text", found: "the number 2")))
  }

  @Test func refusesNumbersOutOfRange() throws {
    let r = try reader()
    #expect(
      failure { _ = try r.number("half", in: 0.6...1) }
        == error(2, 45, "half", .outOfRange(value: "0.5", allowed: "0.6 to 1")))
    #expect(
      failure { _ = try r.numbers("figures", in: 0...0.7) }
        == error(5, 21, "figures[2]", .outOfRange(value: "1", allowed: "0 to 0.7")))
    #expect(
      failure { _ = try r.integer("count", in: 4...9) }
        == error(2, 57, "count", .outOfRange(value: "3", allowed: "4 to 9")))
    #expect(
      failure { _ = try r.integer("big", in: 0 ... .max) }
        == error(
          5, 30, "big", .outOfRange(value: "9007199254740992", allowed: "0 to 9007199254740991")))
    // Not even an endless range admits what is no number.
    #expect(
      failure { _ = try r.number("nan", in: -.infinity ... .infinity) }
        == error(5, 53, "nan", .outOfRange(value: "NaN", allowed: "any finite number")))
    #expect(
      failure { _ = try r.number("inf", in: -.infinity...0) }
        == error(5, 63, "inf", .outOfRange(value: "-Infinity", allowed: "at most 0")))
    #expect(
      failure { _ = try r.integer("nan", in: 0...1) }
        == error(5, 53, "nan", .outOfRange(value: "NaN", allowed: "0 to 1")))
    #expect(failure { _ = try r.integer("inf", in: .min ... .max) }?.path == "inf")
  }

  @Test func refusesWordsOutsideTheList() throws {
    let r = try reader()
    let allowed = ["benchmark", "stock-difference"]
    #expect(
      failure { _ = try r.choice("typo", Kind.self) }
        == error(
          3, 28, "typo",
          .notOneOf(value: "bench-mark", suggestion: "benchmark", allowed: allowed)))
    #expect(
      failure { _ = try r.optionalChoice("far", Kind.self) }
        == error(3, 47, "far", .notOneOf(value: "sampling", suggestion: nil, allowed: allowed)))
  }

  @Test func finishRefusesTheFirstUnknownKey() throws {
    let text = "{a: 1,\n  densty: 2,\n  zzz: 3}"
    let r = try reader(text)
    _ = try r.number("a", in: 0...9)
    _ = try r.optionalNumber("volume", in: 0...9)
    _ = try r.optionalNumber("density", in: 0...9)
    _ = r.has("densty")  // looking is not reading
    #expect(
      failure { try r.finish() }
        == error(
          2, 3, "",
          .unknownKey("densty", suggestion: "density", known: ["a", "volume", "density"])))
    _ = try r.number("densty", in: 0...9)
    #expect(
      failure { try r.finish() }
        == error(
          3, 3, "",
          .unknownKey("zzz", suggestion: nil, known: ["a", "volume", "density", "densty"])))
    _ = try r.number("zzz", in: 0...9)
    try r.finish()
  }

  @Test func doesNotSuggestAKeyThatIsGivenAlready() throws {
    let r = try reader("{value: 1, valu: 2}")
    _ = try r.number("value", in: 0...9)
    #expect(
      failure { try r.finish() }
        == error(1, 12, "", .unknownKey("valu", suggestion: nil, known: ["value"])))
  }

  @Test func errorsOfTheCallerCarryTheirPlace() throws {
    let r = try reader()
    let inner = try r.object("inner")
    let why = ConfigurationError.Problem.invalid("the years must rise")
    #expect(inner.error(why, at: "key") == error(6, 17, "inner.key", why))
    #expect(inner.error(why, at: "absent") == error(6, 10, "inner.absent", why))
    #expect(inner.error(why) == error(6, 10, "inner", why))
    #expect(r.error(why, at: "name") == error(2, 9, "name", why))
  }
}
