import Testing

@testable import Pipeline

@Suite struct ContentHashTests {
  private func digest(_ bytes: [UInt8], pieces: [Int] = []) -> Digest {
    var hash = ContentHash()
    var start = 0
    for piece in pieces where start < bytes.count {
      let end = min(start + piece, bytes.count)
      Array(bytes[start..<end]).withUnsafeBytes { hash.update($0) }
      start = end
    }
    Array(bytes[start...]).withUnsafeBytes { hash.update($0) }
    return hash.finalize()
  }

  private func sample(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131 ^ $0 >> 3) }
  }

  @Test func everySingleBitCounts() {
    let bytes = sample(100)
    var seen: Set<Digest> = [digest(bytes)]
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        #expect(seen.insert(digest(changed)).inserted, "byte \(place), bit \(bit)")
      }
    }
  }

  @Test func lengthOrderAndZerosCount() {
    var seen: Set<Digest> = []
    for count in 0...130 {
      #expect(seen.insert(digest([UInt8](repeating: 0, count: count))).inserted)
    }
    // The same words in other lanes and at other steps.
    for place in stride(from: 0, to: 128, by: 8) {
      var bytes = [UInt8](repeating: 0, count: 128)
      bytes[place] = 1
      #expect(seen.insert(digest(bytes)).inserted)
    }
  }

  @Test func howAFileIsCutIntoPiecesDoesNotCount() {
    let bytes = sample(1000)
    for pieces in [[1, 31, 32, 33, 64, 7], [500], [32, 32], [999], [3, 3, 3, 900]] {
      #expect(digest(bytes, pieces: pieces) == digest(bytes))
    }
  }

  @Test func howManyThreadsReadAFileDoesNotCount() throws {
    let scratch = try Scratch()
    for extra in [-ContentHash.segment + 1, -1, 0, 1, 40] {
      let bytes = sample(2 * ContentHash.segment + extra)
      let path = scratch.path("a.bin")
      try AtomicFile.write(bytes, to: path)
      let whole = digest(bytes, pieces: [70, ContentHash.segment])
      for threads in [1, 2, 3] {
        #expect(try ContentHash.digest(file: path, threads: threads) == whole)
      }
    }
  }

  @Test func segmentsDoNotChangePlaces() {
    let first = [UInt8](repeating: 1, count: ContentHash.segment)
    let second = [UInt8](repeating: 2, count: ContentHash.segment)
    #expect(digest(first + second) != digest(second + first))
  }
}
