/// A proposal with its place.
public struct RankedProposal: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable, Codable {
    /// Above the county's quota line.
    case withinQuota = "within-quota"
    /// Below the line: moves up when another one drops out.
    case reserve
    /// 暂不具备: takes no place of the quota.
    case notYet = "not-yet"
    /// Another method of the same village is better; one 小班 and year can be in one mechanism only.
    case alternative

    public var chineseName: String {
      switch self {
      case .withinQuota: "名额内"
      case .reserve: "后备"
      case .notYet: "暂不具备"
      case .alternative: "备选方法"
      }
    }
  }

  public var proposal: Proposal
  /// Place among all proposals, from 1.
  public var place: Int
  /// Place among the first choices of the county that are not 暂不具备, from 1; nil for others.
  public var placeInCounty: Int?
  public var status: Status

  public var isFirstChoice: Bool { status != .alternative }
}
