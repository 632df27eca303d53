import Foundation
import Testing

@testable import Geospatial

@Suite struct FileSetTests {
  @Test func patternsExpandInByteOrder() throws {
    try Places.withFolder { folder in
      for name in ["xb_b.shp", "xb_a.shp", "xb_B.shp", "小班.shp", "xb_a.dbf", ".hidden.shp"] {
        try Places.write([], to: folder + "/" + name)
      }
      #expect(
        try FileSet.expand(folder + "/xb_?.shp").map { $0.dropFirst(folder.count + 1) }
          == ["xb_B.shp", "xb_a.shp", "xb_b.shp"])
      #expect(try FileSet.expand(folder + "/??.shp") == [folder + "/小班.shp"])
      #expect(try FileSet.expand(folder + "/*.shp").count == 4)
      #expect(try FileSet.expand(folder + "/xb_a.dbf") == [folder + "/xb_a.dbf"])
      for pattern in ["/y*.shp", "/y.shp"] {
        #expect(throws: SourceError(path: folder + pattern, problem: .missing)) {
          try FileSet.expand(folder + pattern)
        }
      }
    }
  }

  @Test func partsOfAShapefileBelongTogether() throws {
    try Places.withFolder { folder in
      for name in ["xb.shp", "xb.SHX", "xb.dbf", "xb.prj", "xb.shp.xml", "xb.sbn", "xb2.shp"] {
        try Places.write([], to: folder + "/" + name)
      }
      #expect(
        try FileSet.parts(of: folder + "/xb.shp").map { String($0.dropFirst(folder.count + 1)) }
          == ["xb.SHX", "xb.dbf", "xb.prj", "xb.shp", "xb.shp.xml"])
      #expect(FileSet.tables(in: folder) == ["xb.shp", "xb2.shp"])
    }
  }
}
