/// A class of things that share a colour in a map or chart.
public struct ChartClass: Sendable, Equatable {
  public var name: String
  /// `#rrggbb`; anything else is drawn grey.
  public let fill: String

  public init(name: String, fill: String) {
    self.name = name
    let digits = fill.utf8.dropFirst()
    let isColour =
      fill.utf8.first == UInt8(ascii: "#") && digits.count == 6
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    self.fill = isColour ? fill : Palette.grey
  }
}
