/// An axis-parallel box on the grid of an overlay; borders belong to it.
struct GridBox: Sendable, Equatable {
  var minX: Int32
  var minY: Int32
  var maxX: Int32
  var maxY: Int32

  static var empty: GridBox {
    GridBox(minX: .max, minY: .max, maxX: .min, maxY: .min)
  }

  @inline(__always)
  func meets(_ other: GridBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  @inline(__always)
  func contains(_ x: Int32, _ y: Int32) -> Bool {
    minX <= x && x <= maxX && minY <= y && y <= maxY
  }

  @inline(__always)
  func contains(_ other: GridBox) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  @inline(__always)
  mutating func extend(_ x: Int32, _ y: Int32) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  mutating func formUnion(_ other: GridBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  var envelope: Envelope {
    isEmpty
      ? .empty
      : Envelope(minX: Double(minX), minY: Double(minY), maxX: Double(maxX), maxY: Double(maxY))
  }

  var isEmpty: Bool { minX > maxX }
}
