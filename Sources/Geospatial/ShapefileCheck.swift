/// Finds the damage of a shapefile that GDAL would pass over or report row by row.
enum ShapefileCheck {
  struct Failure: Error { var what: String }

  /// Checks the .shp and .shx against each other and against the row count of the .dbf.
  static func check(shp: String, shx: String?, dbfRows: Int?) throws(Failure) {
    guard let shx else { throw Failure(what: "the .shx is missing") }
    guard let dbfRows else { throw Failure(what: "the .dbf is missing") }
    let shapes = try open(shp, ".shp")
    let index = try open(shx, ".shx")
    let size = shapes.bytes.count
    let promised = shapes.bigEndian32(24) * 2
    guard size >= promised else {
      throw Failure(what: "the .shp promises \(promised) bytes, \(size) are there")
    }
    let entries = (index.bigEndian32(24) * 2 - 100) / 8
    guard entries >= 0, index.bytes.count >= 100 + entries * 8 else {
      throw Failure(
        what:
          "the .shx promises \(entries) shapes, \((index.bytes.count - 100) / 8) are there")
    }
    guard entries == dbfRows else {
      throw Failure(what: "\(entries) shapes in the .shx, \(dbfRows) rows in the .dbf")
    }
    for entry in 0..<entries {
      let offset = index.bigEndian32(100 + entry * 8) * 2
      let length = index.bigEndian32(104 + entry * 8) * 2
      guard offset + 8 + length <= size else {
        throw Failure(what: "shape \(entry) of \(entries) lies beyond the end of the .shp")
      }
    }
  }

  private static func open(_ path: String, _ name: String) throws(Failure) -> RawFile {
    let file: RawFile
    do throws(RawFile.Failure) { file = try RawFile(path) } catch {
      throw Failure(what: "the \(name) cannot be read")
    }
    guard file.bytes.count >= 100, file.bigEndian32(0) == 9994 else {
      throw Failure(what: "the \(name) does not begin as one")
    }
    return file
  }
}
