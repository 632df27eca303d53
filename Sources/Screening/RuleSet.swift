/// Rules of one method by their position, in one number.
public struct RuleSet: OptionSet, Sendable, Hashable {
  /// How many conditions a method may have.
  public static let limit = 32

  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(position: Int) { rawValue = 1 << UInt32(position) }

  public func contains(position: Int) -> Bool { contains(RuleSet(position: position)) }

  /// The position of the first rule in it; nil if there is none.
  public var first: Int? { rawValue == 0 ? nil : rawValue.trailingZeroBitCount }
}
