import Foundation
import Testing

@testable import Geospatial

@Suite struct ZipArchiveTests {
  /// GDAL compares the checksums of packed entries only.
  @Test("an entry that does not have its checksum is refused, stored or packed", arguments: [0, 8])
  func checksums(method: Int) throws {
    try Places.withFolder { folder in
      let script = """
        import sys, zipfile
        z = zipfile.ZipFile(sys.argv[1], "w", int(sys.argv[2]))
        text = "MC,MJ\\n" + "".join(f"甲{i},{i}\\n" for i in range(3000))
        z.writestr("小班.csv", text)
        z.writestr("other.csv", text)
        z.close()
        """
      let path = folder + "/a.zip"
      guard try Places.run("python3", ["-c", script, path, String(method)]) != nil else { return }
      let name = try #require(try FileSet.expand(path + "/小班.csv").first)
      #expect(try VectorSource(path: name).description.rowCount == 3000)

      var bytes = try Places.bytes(path)
      // The recorded checksum of the first entry, in the directory and before the entry.
      let directory = try #require(
        bytes.indices.dropLast(4).first { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
      for place in [14, directory + 16] { bytes[place] ^= 1 }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect {
        _ = try VectorSource(path: name)
      } throws: { error in
        guard case .damaged(let what) = (error as? SourceError)?.problem else { return false }
        return what.contains("小班.csv")
      }
      // What nobody reads is nobody's concern.
      let other = try #require(try FileSet.expand(path + "/other.csv").first)
      #expect(try VectorSource(path: other).description.rowCount == 3000)
    }
  }

  /// Eight bytes at a time give what one bit at a time gives, wherever a part ends.
  @Test func checksumsOfAnyLengthInAnyParts() {
    #expect(CyclicRedundancyCheck.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    let bytes = (0..<40).map { UInt8(truncatingIfNeeded: $0 * 131 + 7) }
    for length in 0...bytes.count {
      var slow: UInt32 = 0xFFFF_FFFF
      for byte in bytes[..<length] {
        slow ^= UInt32(byte)
        for _ in 0..<8 { slow = slow & 1 == 1 ? 0xEDB8_8320 ^ (slow >> 1) : slow >> 1 }
      }
      for cut in 0...length {
        var check = CyclicRedundancyCheck()
        check.update(Array(bytes[..<cut]))
        check.update(Array(bytes[cut..<length]))
        #expect(check.checksum == ~slow)
      }
    }
  }

  @Test func archivesAreReadableAndByteIdentical() throws {
    try Places.withFolder { folder in
      let long = [UInt8]((0..<50_000).map { UInt8($0 % 97) })
      for name in ["a.zip", "b.zip"] {
        var archive = try ZipArchiveWriter(path: folder + "/" + name)
        try archive.add("xl/长.xml", long)
        try archive.add("kurz", Array("abc".utf8))
        try archive.add("leer", [])
        try archive.finish()
        if name == "a.zip" { Thread.sleep(forTimeInterval: 2.1) }
      }
      let bytes = try Places.bytes(folder + "/a.zip")
      #expect(try bytes == Places.bytes(folder + "/b.zip"))
      #expect(bytes.count < 10_000)
      let script = """
        import sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        print(z.testzip(), [(i.filename, i.file_size, i.date_time[0]) for i in z.infolist()])
        print(z.read('xl/长.xml') == bytes(i % 97 for i in range(50000)), z.read('kurz'))
        """
      guard let text = try Places.run("python3", ["-c", script, folder + "/a.zip"]) else { return }
      #expect(
        text == """
          None [('xl/长.xml', 50000, 1980), ('kurz', 3, 1980), ('leer', 0, 1980)]
          True b'abc'

          """)
    }
  }
}
