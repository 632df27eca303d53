internal import Foundation

/// What a GeoJSON file says before its features.
enum GeoJSONFile {
  /// Whether the head of the file has a `crs` member. RFC 7946 knows none, and GDAL then takes the
  /// coordinates for WGS 84 without a word.
  static func namesSystem(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 1 << 16) else { return false }
    let text = String(decoding: head, as: UTF8.self)
    guard let place = text.range(of: "\"crs\"") else { return false }
    // A property of a feature may be called so too.
    guard let features = text.range(of: "\"features\"") else { return true }
    return place.lowerBound < features.lowerBound
  }
}
