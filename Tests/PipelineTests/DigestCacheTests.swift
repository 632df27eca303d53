import Foundation
import Testing

@testable import Pipeline

@Suite struct DigestCacheTests {
  let scratch: Scratch
  let interruption = Interruption()

  init() throws {
    scratch = try Scratch()
    try scratch.write("杉木", to: "a.dbf")
    try scratch.write("other", to: "b c.dbf")
  }

  /// Reads both files through a cache that settles at once, and saves it.
  func readBoth(settling: Int64 = -1) throws -> Int {
    var cache = DigestCache(path: scratch.path("digests.txt"), settling: settling)
    for name in ["a.dbf", "b c.dbf"] {
      let found = try cache.digest(scratch.path(name), interruption: interruption)
      #expect(try found.digest == ContentHash.digest(file: scratch.path(name)))
    }
    try cache.save()
    return cache.filesRead
  }

  @Test func unchangedFilesAreNotReadAgain() throws {
    #expect(try readBoth() == 2)
    #expect(try readBoth() == 0)
  }

  @Test func aRewrittenFileIsReadAgainEvenWithItsOldTimeAndLength() throws {
    _ = try readBoth()
    let path = scratch.path("a.dbf")
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.write(contentsOf: Data("松木".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
    #expect(try readBoth() == 1)
    #expect(try readBoth() == 0)
  }

  @Test func aFileWrittenJustNowIsNotTrustedLater() throws {
    #expect(try readBoth(settling: 3_600_000_000_000) == 2)
    #expect(!scratch.exists("digests.txt"))
  }

  @Test func aDamagedCacheIsIgnored() throws {
    _ = try readBoth()
    let good = try scratch.read("digests.txt")
    let digest = try ContentHash.digest(file: scratch.path("a.dbf")).hex
    let bad = [
      "", "\n", "lintan-digests 3\n", String(good.dropLast()), good + "\n", "x" + good,
      String(good.prefix(good.count / 2)),
      good.replacingOccurrences(of: digest, with: SHA256.digest("x").hex),
      good.replacingOccurrences(of: "lintan-digests 3", with: "lintan-digests 2"),
    ]
    for text in bad {
      try scratch.write(text, to: "digests.txt")
      #expect(try readBoth() == 2, "\(text)")
    }
    // Well sealed but with a line that says nothing.
    let body = "lintan-digests 3\n\(digest) 1 2 x\n"
    try scratch.write(body + "end " + SHA256.digest(body).hex + "\n", to: "digests.txt")
    #expect(try readBoth() == 2)
  }

  @Test func filesThatAreGoneAreForgotten() throws {
    _ = try readBoth()
    try Folder.remove(scratch.path("a.dbf"))
    try scratch.write("new", to: "c.dbf")
    var cache = DigestCache(path: scratch.path("digests.txt"), settling: -1)
    _ = try cache.digest(scratch.path("c.dbf"), interruption: interruption)
    try cache.save()
    let text = try scratch.read("digests.txt")
    #expect(!text.contains("a.dbf"))
    #expect(text.contains("b c.dbf") && text.contains("c.dbf"))
  }

  @Test func anInterruptionStopsTheReading() throws {
    interruption.request()
    #expect(throws: Interrupted()) { try readBoth() }
  }
}
