/// Finds the damage of a shapefile that GDAL would pass over or report row by row.
///
/// A missing .shx is refused, not rebuilt: rebuilding from a .shp whose records were reordered or
/// deleted would join shapes with the attributes of other rows.
enum ShapefileCheck {
  struct Failure: Error { var what: String }

  /// Checks the .shp and .shx against each other and against the row count of the .dbf.
  static func check(shp: String, shx: String?, dbfRows: Int?) throws(Failure) {
    guard let shx else { throw Failure(what: "the .shx is missing") }
    guard let dbfRows else { throw Failure(what: "the .dbf is missing") }
    let shapes = try open(shp, ".shp", all: false)
    let index = try open(shx, ".shx", all: true)
    let promised = shapes.bytes.bigEndian32(24) * 2
    guard shapes.size >= promised else {
      throw Failure(what: "the .shp promises \(promised) bytes, \(shapes.size) are there")
    }
    let entries = (index.bytes.bigEndian32(24) * 2 - 100) / 8
    guard entries >= 0, index.size >= 100 + entries * 8 else {
      throw Failure(
        what: "the .shx promises \(entries) shapes, \((index.size - 100) / 8) are there")
    }
    guard entries == dbfRows else {
      throw Failure(what: "\(entries) shapes in the .shx, \(dbfRows) rows in the .dbf")
    }
    var beyond: [Int] = []
    for entry in 0..<entries {
      let offset = index.bytes.bigEndian32(100 + entry * 8) * 2
      let length = index.bytes.bigEndian32(104 + entry * 8) * 2
      if offset + 8 + length > shapes.size { beyond.append(entry) }
    }
    // A wild entry in a file that is whole is that row's matter.
    if let first = beyond.first, 10 * beyond.count > entries {
      throw Failure(what: "shape \(first) of \(entries) lies beyond the end of the .shp")
    }
  }

  private static func open(
    _ path: String, _ name: String, all: Bool
  ) throws(Failure) -> (bytes: [UInt8], size: Int) {
    let bytes: [UInt8]
    let size: Int
    do throws(RawFile.Failure) {
      let file = try RawFile(path)
      size = file.size
      bytes = try file.prefix(all ? size : 100)
    } catch {
      throw Failure(what: "the \(name) cannot be read")
    }
    guard bytes.count >= 100, bytes.bigEndian32(0) == 9994 else {
      throw Failure(what: "the \(name) does not begin as one")
    }
    return (bytes, size)
  }
}
