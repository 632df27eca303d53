import Foundation
import Testing

@testable import Geospatial

@Suite struct ZipArchiveTests {
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
