import Foundation
import Testing

/// The kept inputs of `make fuzz`, and a thousand changes of them that are the same every time.
@Suite("Parsers hold their properties for any bytes", .serialized, .timeLimit(.minutes(30)))
struct SeededTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus").path

  private static func inputs(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = corpus + "/" + target.rawValue
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
  }

  @Test("what was kept", arguments: FuzzTarget.allCases)
  func kept(target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(throws: Never.self, "\(target) \(input.name)") { try target.run(input.bytes) }
    }
  }

  @Test("changes of it", arguments: FuzzTarget.allCases)
  func changed(target: FuzzTarget) throws {
    let inputs = try Self.inputs(target)
    var dice = FuzzDice(seed: 20_261_121)
    for _ in 0..<target.seededRuns {
      var bytes = inputs[dice.below(inputs.count)].bytes
      let other = inputs[dice.below(inputs.count)].bytes
      for _ in 0...dice.below(4) { dice.change(&bytes, with: other) }
      do throws(Violation) {
        try target.run(bytes)
      } catch {
        Issue.record("\(target): \(error), for \(Data(bytes.prefix(2000)).base64EncodedString())")
        return
      }
    }
  }
}
