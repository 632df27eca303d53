import Geometry
import Inventory

@testable import Geospatial

/// A sound shapefile with a few bytes changed or files cut: refused with a reason, or its rows
/// are the same whether taken from the files as they lie or read by GDAL.
///
/// The input is a list of changes of five bytes: file and kind, place (two), value (two).
enum ShapefileTarget {
  static func run(_ bytes: [UInt8]) throws(Violation) {
    let folder = FuzzFolder.shared
    var parts = BaseShapefile.parts
    var place = 0
    while place + 5 <= min(bytes.count, 200) {
      let target = Int(bytes[place] & 3) % 3
      let offset = Int(bytes[place + 1]) << 8 | Int(bytes[place + 2])
      let value = [bytes[place + 3], bytes[place + 4]]
      let size = parts[target].count
      if bytes[place] & 0xF0 == 0xF0, size > 0 {
        parts[target].removeLast(min(offset, size))
      } else if size > 2 {
        let at = offset % (size - 1)
        parts[target][at] = value[0]
        if bytes[place] & 4 != 0 { parts[target][at + 1] = value[1] }
      }
      place += 5
    }
    for (ending, content) in zip(BaseShapefile.endings, parts) {
      folder.write(content, to: "s." + ending)
    }
    guard let (plain, description) = read(folder.path("s.shp"), byGDAL: nil) else { return }
    try RowProperties.check(plain, description)
    guard description.rowCount == description.featureCount, description.rowCount > 0 else { return }
    guard let (judged, _) = read(folder.path("s.shp"), byGDAL: description) else {
      throw Violation("GDAL refuses rows that were read")
    }
    try RowProperties.compare(plain, judged)
  }

  /// - Parameter known: reopens with this description, made to look as if a row were deleted: then
  ///   GDAL reads all of them.
  private static func read(
    _ path: String, byGDAL known: LayerDescription?
  ) -> (RawBatch, LayerDescription)? {
    do throws(SourceError) {
      var description: LayerDescription
      if let known {
        description = known
        description.featureCount -= 1
      } else {
        description = try VectorSource(path: path, allowsEmpty: true).description
      }
      var source = try VectorSource(reopening: description)
      let batch = try source.read(
        0..<min(description.rowCount, 64), fields: Array(description.fields.indices),
        geometry: true)
      return (batch, description)
    } catch {
      return nil
    }
  }
}
