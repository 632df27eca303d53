import Testing

@testable import Geospatial

/// What would make a reader of delimited text lose rows is found, and nothing else.
@Suite struct DelimitedCheckTests {
  private static func problem(_ text: String, pieces: Int = 1 << 20) -> String? {
    var check = DelimitedCheck(delimiter: UInt8(ascii: ","))
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      check.feed(Array(bytes[start..<min(start + pieces, bytes.count)]))
    }
    check.finish()
    return check.problem
  }

  @Test(arguments: [
    "", "a", "a,b\n1,2\n", "a,b\r\n\"1\",\"2\"\r\n", "\"a\"\"b\",\"\"\n", "\"a\nb\",c\n", "a,\"b\"",
    " \"a\" ,b\n", "\"a,b\"\r\"c\"", "5\" 6\" x,b\n", "\"\"\"\"",
  ])
  func soundTexts(text: String) {
    #expect(Self.problem(text) == nil)
    #expect(Self.problem(text, pieces: 1) == nil)
  }

  @Test(arguments: [
    ("a,\"b\n1,2\n", "line 1"), ("a,b\nx\"y,2\n", "line 2"), ("a,b\n\"x\"y,2\n", "line 2"),
    ("a\r\nb\r\nc,\"d", "line 3"), ("a\nb\0\n", "line 2"), ("a\rb\rc\"", "line 3"),
  ])
  func faults(text: String, place: String) {
    let found = Self.problem(text)
    #expect(found?.contains(place) == true, "\(found ?? "nothing")")
    #expect(Self.problem(text, pieces: 1) == found)
  }
}
