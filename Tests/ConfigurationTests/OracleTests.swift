import Configuration
import Foundation
import Testing

/// Hostile and random input: never a trap, and plain JSON read as Foundation reads it.
@Suite struct OracleTests {
  /// xorshift64*, so that every run sees the same documents.
  private struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
  }

  private static func randomText(_ g: inout Generator) -> String {
    let pieces = [
      "a", "松", "🌲", "\\n", "\\u5c0f", "\\ud83c\\udf32", "\\\"", "\\/", " ", "e\u{301}", "\\u0000",
    ]
    var text = "\""
    for _ in 0..<g.next(6) { text += pieces[g.next(pieces.count)] }
    return text + "\""
  }

  private static func randomNumber(_ g: inout Generator) -> String {
    var text = ["", "-"][g.next(2)] + ["0", "7", "31", "123456789012345678"][g.next(4)]
    if g.next(2) == 0 { text += ".\(g.next(1_000_000))" }
    if g.next(3) == 0 {
      text += ["e", "E"][g.next(2)] + ["", "+", "-"][g.next(3)] + "\(g.next(280))"
    }
    return text
  }

  private static func randomJSON(_ g: inout Generator, depth: Int) -> String {
    let space = ["", " ", "\n", "\t", "\r\n"][g.next(5)]
    switch g.next(depth > 0 ? 8 : 5) {
    case 0: return space + "null"
    case 1: return space + ["true", "false"][g.next(2)]
    case 2, 3: return space + randomNumber(&g)
    case 4: return randomText(&g) + space
    case 5, 6:
      let elements = (0..<g.next(5)).map { _ in randomJSON(&g, depth: depth - 1) }
      return "[" + space + elements.joined(separator: space + ",") + "]"
    default:
      let members = (0..<g.next(5)).map {
        "\"k\($0)\"" + space + ":" + randomJSON(&g, depth: depth - 1)
      }
      return "{" + members.joined(separator: ",") + space + "}"
    }
  }

  /// What Foundation's decoder sees. (Not `JSONSerialization`: its numbers go through `Decimal`
  /// and are off in the last bit.)
  private enum Oracle: Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Oracle])
    case object([String: Oracle])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .string(value)
      } else if let value = try? container.decode([Oracle].self) {
        self = .array(value)
      } else {
        self = .object(try container.decode([String: Oracle].self))
      }
    }

    init(_ text: String) throws {
      self = try JSONDecoder().decode(Oracle.self, from: Data(text.utf8))
    }
  }

  /// Whether both readers saw the same: numbers to the last bit, save the sign of zero, and texts
  /// scalar by scalar.
  private static func same(_ value: ConfigurationValue, _ other: Oracle) -> Bool {
    switch (value.kind, other) {
    case (.null, .null): true
    case (.bool(let one), .bool(let two)): one == two
    case (.number(let one), .number(let two)): one == two
    case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
    case (.array(let one), .array(let two)):
      one.count == two.count && zip(one, two).allSatisfy { same($0, $1) }
    case (.object(let one), .object(let two)):
      one.count == two.count
        && one.allSatisfy { member in two[member.key].map { same(member.value, $0) } ?? false }
    default: false
    }
  }

  @Test func plainJSONIsReadAsFoundationReadsIt() throws {
    var g = Generator(state: 2_026)
    for _ in 0..<2_000 {
      let text = Self.randomJSON(&g, depth: 4)
      let value = try JSON5.parse(Array(text.utf8), file: "t")
      #expect(Self.same(value, try Oracle(text)), "\(text)")
      // The canonical form is plain JSON of the same meaning.
      let canonical = value.canonicalJSON()
      #expect(Self.same(value, try Oracle(canonical)), "\(canonical)")
      #expect(try JSON5.parse(Array(canonical.utf8), file: "t").canonicalJSON() == canonical)
    }
  }

  /// 64-bit numbers survive being written canonically and read again.
  @Test func numbersRoundTrip() throws {
    var g = Generator(state: 7)
    var tried = 0
    while tried < 5_000 {
      let bits =
        UInt64(g.next(1 << 31)) << 33 ^ UInt64(g.next(1 << 31)) << 16 ^ UInt64(g.next(1 << 16))
      let number = Double(bitPattern: bits)
      guard number.isFinite else { continue }
      tried += 1
      let value = ConfigurationValue(
        kind: .number(number), position: TextPosition(line: 1, column: 1))
      #expect(try JSON5.parse(Array(value.canonicalJSON().utf8), file: "t") == value)
    }
  }

  private static let seed = #"""
    // 方法
    { methods: [ { id: 'fd-benchmark', "edition": "2022", 基准: { value: 0x1F, 'unit': "t\u5c0f\x41",
      steps: [.5, 1., -2e-3, +Infinity, NaN, null, true, false,], }, /* note */ } ],
      $_a: 'line \
    two', "🌲": '\ud83c\udf32', }
    """#

  private struct Outcome: Equatable {
    var canonical: String?
    var error: ConfigurationError?
  }

  private static func outcome(_ bytes: [UInt8]) -> Outcome {
    do {
      return Outcome(canonical: try JSON5.parse(bytes, file: "f").canonicalJSON())
    } catch {
      return Outcome(error: error)
    }
  }

  /// The number of lines that an editor would show.
  private static func lines(_ bytes: [UInt8]) -> Int {
    var count = 1
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)) {
        count += 1
      }
    }
    return count
  }

  @Test func mutatedDocumentsNeverTrap() throws {
    let seed = Array(Self.seed.utf8)
    #expect(Self.outcome(seed).error == nil)
    let tokens = [
      "{", "}", "[", "]", ",", ":", "'", "\"", "\\", "\\u", "/*", "*/", "//", "\n", "\r", "0x", "e",
      "-", "：",
    ]
    var g = Generator(state: 42)
    var accepted = 0
    var refused = 0
    for _ in 0..<6_000 {
      var bytes = seed
      for _ in 0...g.next(4) {
        let place = g.next(bytes.count + 1)
        switch g.next(6) {
        case 0 where place < bytes.count: bytes[place] = UInt8(g.next(256))
        case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8(g.next(8))
        case 2: bytes.insert(contentsOf: tokens[g.next(tokens.count)].utf8, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + g.next(8)))
        case 4:
          let from = g.next(bytes.count + 1)
          bytes.insert(
            contentsOf: Array(bytes[from..<min(bytes.count, from + g.next(30))]), at: place)
        default: if g.next(8) == 0 { bytes.removeSubrange(place...) }
        }
      }
      let outcome = Self.outcome(bytes)
      #expect(outcome == Self.outcome(bytes))
      if let canonical = outcome.canonical {
        accepted += 1
        #expect(Self.outcome(Array(canonical.utf8)).canonical == canonical)
      } else {
        refused += 1
        let position = try #require(outcome.error?.position)
        #expect((1...Self.lines(bytes)).contains(position.line))
        #expect((1...(bytes.count + 1)).contains(position.column))
      }
    }
    // Both sides have been visited, or the test says nothing.
    #expect(accepted > 300)
    #expect(refused > 3_000)
  }

  @Test func arbitraryBytesNeverTrap() {
    var g = Generator(state: 1)
    for _ in 0..<3_000 {
      let bytes = (0..<g.next(40)).map { _ in UInt8(g.next(256)) }
      #expect(Self.outcome(bytes) == Self.outcome(bytes))
    }
  }
}
