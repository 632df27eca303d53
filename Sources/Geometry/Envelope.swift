/// An axis-parallel box in the units of the coordinates it was made from; borders belong to it.
///
/// The empty envelope has infinite borders the wrong way round, so it meets nothing and adds
/// nothing to a union.
public struct Envelope: Sendable, Equatable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  public static var empty: Envelope {
    Envelope(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// The smallest envelope around all of `envelopes`.
  public init(union envelopes: some Sequence<Envelope>) {
    self = .empty
    for envelope in envelopes { formUnion(envelope) }
  }

  public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
  public var width: Double { isEmpty ? 0 : maxX - minX }
  public var height: Double { isEmpty ? 0 : maxY - minY }

  /// Whether the boxes share at least one point.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  public func contains(x: Double, y: Double) -> Bool {
    minX <= x && x <= maxX && minY <= y && y <= maxY
  }

  public mutating func formUnion(_ other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  public mutating func extend(x: Double, y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }
}
