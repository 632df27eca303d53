/// The four rights in forest land and trees, which different bodies may hold.
public enum RightKind: String, Sendable, CaseIterable, Codable {
  /// 林地所有权
  case landOwnership = "land-ownership"
  /// 林地使用权
  case landUse = "land-use"
  /// 林木所有权
  case treeOwnership = "tree-ownership"
  /// 林木使用权
  case treeUse = "tree-use"

  public var chineseName: String {
    switch self {
    case .landOwnership: "林地所有权"
    case .landUse: "林地使用权"
    case .treeOwnership: "林木所有权"
    case .treeUse: "林木使用权"
    }
  }

  /// In whose name carbon is looked for first. A judgement: contracts may say otherwise.
  public static let carbonOrder: [RightKind] = [.treeOwnership, .treeUse, .landUse, .landOwnership]
}
