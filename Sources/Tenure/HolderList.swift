/// The holders named in one cell.
public struct HolderList: Sendable, Equatable {
  public var holders: [Holder]
  /// False where the cell ends in 等: further holders are not named.
  public var isComplete: Bool
  /// The number of holders or households that the cell states (等5户), if any.
  public var statedCount: Int?
  /// Whether blanks could be read in more than one way; the printed text should be looked at.
  public var isAmbiguous: Bool

  public init(
    holders: [Holder] = [], isComplete: Bool = true, statedCount: Int? = nil,
    isAmbiguous: Bool = false
  ) {
    self.holders = holders
    self.isComplete = isComplete
    self.statedCount = statedCount
    self.isAmbiguous = isAmbiguous
  }

  public var isEmpty: Bool { holders.isEmpty }

  /// As printed, joined by 、.
  public var printed: String {
    holders.map(\.printed).joined(separator: "、") + (isComplete ? "" : "等")
  }

  /// Names in a fixed order, so that the same holders in another order are equal.
  public var key: String {
    if holders.count == 1, isComplete { return holders[0].identity }
    var names = Set(holders.map(\.identity)).sorted()
    if !isComplete { names.append("等") }
    return names.joined(separator: "、")
  }

  /// How many different holders there are: those named, or as many as the cell states.
  public var count: Int {
    let named = holders.count < 2 ? holders.count : Set(holders.map(\.identity)).count
    return isComplete ? named : max(named + 1, statedCount ?? 0)
  }

  /// Whether several hold the right together: 共有, 联户.
  public var isShared: Bool {
    !isEmpty && (count > 1 || holders.contains { $0.type == .joint })
  }

  /// The common type; `.joint` for several persons, `.unknown` where types differ.
  public var type: HolderType {
    guard let first = holders.first else { return .unknown }
    guard holders.allSatisfy({ $0.type == first.type }) else { return .unknown }
    let several = !isComplete || holders.count > 1 && Set(holders.map(\.name)).count > 1
    return first.type == .person && several ? .joint : first.type
  }
}
