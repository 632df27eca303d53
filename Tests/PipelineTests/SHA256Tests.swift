import Foundation
import Testing

@testable import Pipeline

@Suite struct SHA256Tests {
  // FIPS 180-4 examples and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func publishedExamples(text: String, hex: String) {
    #expect(SHA256.digest(text).hex == hex)
    #expect(Digest(hex: hex) == SHA256.digest(text))
  }

  @Test func aMillionLettersGivenInUnevenPieces() {
    var hash = SHA256()
    var given = 0
    var piece = 1
    while given < 1_000_000 {
      let count = min(piece, 1_000_000 - given)
      hash.update([UInt8](repeating: UInt8(ascii: "a"), count: count))
      given += count
      piece = piece % 200 + 7
    }
    #expect(
      hash.finalize().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func agreesWithCoreutilsAroundEveryBlockBoundary() throws {
    let scratch = try Scratch()
    let lengths = [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1_048_576, 1_048_577]
    for length in lengths {
      let text = (0..<length).map { String($0 % 10) }.joined()
      try scratch.write(text, to: "\(length)")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = lengths.map { scratch.path("\($0)") }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let expected = output.split(separator: "\n").map { String($0.prefix(64)) }
    try #require(expected.count == lengths.count)
    for (length, hex) in zip(lengths, expected) {
      let path = scratch.path("\(length)")
      let record = InputRecord.File(
        name: "", bytes: Int64(length), digest: try ContentHash.digest(file: path).hex)
      #expect(
        try SHA256.digest(file: path, recordedAs: record).hex == hex, "\(length) bytes")
    }
  }

  @Test(arguments: ["", "12", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
  func onlySixtyFourLowerCaseDigitsAreADigest(text: String) {
    #expect(Digest(hex: text) == nil)
  }
}
