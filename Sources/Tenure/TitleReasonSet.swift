/// Several title reasons in one number.
public struct TitleReasonSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(_ reason: TitleReason) { rawValue = 1 << UInt32(reason.rawValue) }

  /// What leaves open who holds a right, or whether it is disputed.
  public static let unsettling: TitleReasonSet = [
    TitleReasonSet(.holderMissing), TitleReasonSet(.disputeUnclear),
    TitleReasonSet(.listHolderDiffers), TitleReasonSet(.certificateMissing),
  ]

  public func contains(_ reason: TitleReason) -> Bool { contains(TitleReasonSet(reason)) }

  public mutating func insert(_ reason: TitleReason) { formUnion(TitleReasonSet(reason)) }

  /// In the order of their codes.
  public var reasons: [TitleReason] { TitleReason.allCases.filter { contains($0) } }
}
