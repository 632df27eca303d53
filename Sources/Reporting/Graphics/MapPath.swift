/// Path data in whole tenths of a pixel, with relative moves after the first point of each ring.
struct MapPath {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a ring; one that shrinks to less than a triangle on this grid leaves nothing.
  mutating func append(_ ring: [Double], in view: MapView) {
    var points: [(x: Int, y: Int)] = []
    for index in stride(from: 0, to: ring.count - 1, by: 2) {
      let (x, y) = view.pixel(x: ring[index], y: ring[index + 1])
      let point = (x: WholeNumber.nearest(x * 10), y: WholeNumber.nearest(y * 10))
      if let last = points.last, last == point { continue }
      points.append(point)
    }
    if points.count > 1, let first = points.first, let last = points.last, first == last {
      points.removeLast()
    }
    guard points.count >= 3 else { return }
    var previous = points[0]
    write("M", previous.x)
    write(" ", previous.y)
    for (index, point) in points.enumerated().dropFirst() {
      write(index == 1 ? "l" : " ", point.x - previous.x)
      write(" ", point.y - previous.y)
      previous = point
    }
    bytes.append(UInt8(ascii: "z"))
  }

  /// A minus sign separates as well as a space does.
  private mutating func write(_ separator: Unicode.Scalar, _ number: Int) {
    if separator != " " || number >= 0 { bytes.append(UInt8(ascii: separator)) }
    bytes += Array(String(number).utf8)
  }
}
