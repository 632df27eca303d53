/// Who holds which of the four rights in one parcel.
public struct Rights: Sendable, Equatable {
  public var landOwnership = HolderList()
  public var landUse = HolderList()
  public var treeOwnership = HolderList()
  public var treeUse = HolderList()
  /// From a column that says 权利人 and not which right.
  public var unspecified = HolderList()

  public init() {}

  public subscript(kind: RightKind) -> HolderList {
    get {
      switch kind {
      case .landOwnership: landOwnership
      case .landUse: landUse
      case .treeOwnership: treeOwnership
      case .treeUse: treeUse
      }
    }
    set {
      switch kind {
      case .landOwnership: landOwnership = newValue
      case .landUse: landUse = newValue
      case .treeOwnership: treeOwnership = newValue
      case .treeUse: treeUse = newValue
      }
    }
  }

  /// The holders of the first right in `order` that names any, then those of no stated right.
  public func leading(_ order: [RightKind] = RightKind.carbonOrder) -> (RightKind?, HolderList) {
    for kind in order where !self[kind].isEmpty { return (kind, self[kind]) }
    return (nil, unspecified)
  }

  public var isEmpty: Bool {
    unspecified.isEmpty && RightKind.allCases.allSatisfy { self[$0].isEmpty }
  }
}
