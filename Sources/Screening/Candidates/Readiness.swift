/// How far a candidate is (成熟一个开发一个), with what is in its way.
public struct Readiness: Sendable, Equatable {
  public enum Grade: String, Sendable, CaseIterable, Codable {
    case ready
    case needsDocuments = "needs-documents"
    case notYet = "not-yet"

    public var chineseName: String {
      switch self {
      case .ready: "可推进"
      case .needsDocuments: "待补件"
      case .notYet: "暂不具备"
      }
    }
  }

  public var grade: Grade
  /// Obstacles first, each group in the order of its checks.
  public var items: [ReadinessItem]

  public init(items: [ReadinessItem]) {
    let obstacles = items.filter { $0.kind == .obstacle }
    let documents = items.filter { $0.kind == .document }
    self.items = obstacles + documents
    grade = !obstacles.isEmpty ? .notYet : documents.isEmpty ? .ready : .needsDocuments
  }

  /// What is known besides the candidate's own figures.
  public struct Circumstances: Sendable, Equatable {
    /// The method's parameter file is the official document.
    public var methodIsOfficial: Bool
    /// The inventory has been stamped (盖章确认).
    public var inventoryIsStamped: Bool
    /// The credit lies in the plausible band; nil where there is no band.
    public var isPlausible: Bool?
    /// An enclosure warning touches the village.
    public var hasEnclosureWarning: Bool

    public init(
      methodIsOfficial: Bool, inventoryIsStamped: Bool, isPlausible: Bool? = nil,
      hasEnclosureWarning: Bool = false
    ) {
      self.methodIsOfficial = methodIsOfficial
      self.inventoryIsStamped = inventoryIsStamped
      self.isPlausible = isPlausible
      self.hasEnclosureWarning = hasEnclosureWarning
    }
  }

  public static func assess(
    _ candidate: Candidate, revenue: Revenue, isViable: Bool, circumstances: Circumstances,
    thresholds: ReadinessThresholds = ReadinessThresholds()
  ) -> Readiness {
    var items: [ReadinessItem] = []
    let area = candidate.area
    if candidate.eligibleArea < thresholds.minimumEligibleArea {
      items.append(.tooLittleEligibleArea(hectares: candidate.eligibleArea))
    }
    if !(candidate.credit > 0) { items.append(.noCredit(tonnes: candidate.credit)) }
    for breach in revenue.breaches {
      switch breach {
      case .shareAboveCap(let share, let cap):
        items.append(.shareAboveCap(share: share, cap: cap))
      case .extraFee(let amount): items.append(.extraFee(yuan: amount))
      case .noOfficialCap, .shareAssumed, .regionUnknown: break
      }
    }
    let title = candidate.blockingReasons.first {
      $0.rule == ClearTitleRule.identifier && $0.verdict == .fail
    }
    if let title, title.area > thresholds.failedTitleShare * area {
      items.append(.titleMostlyUnclear(hectares: title.area))
    }
    if candidate.undecided.area > thresholds.undecidedShare * area {
      for reason in candidate.blockingReasons where reason.verdict == .cannotTell {
        items.append(
          .openQuestion(
            rule: reason.rule, chineseTitle: reason.chineseTitle, count: reason.count,
            hectares: reason.area))
      }
    }
    if candidate.unquantified.area > thresholds.unquantifiedShare * candidate.passing.area
      || candidate.unquantified.count > 0 && !(candidate.passing.area > 0)
    {
      items.append(
        .unquantified(
          count: candidate.unquantified.count, hectares: candidate.unquantified.area))
    }
    if !isViable { items.append(.needsBundling(tonnes: candidate.credit)) }
    if circumstances.isPlausible == false { items.append(.implausible) }
    if circumstances.hasEnclosureWarning { items.append(.enclosureWarning) }
    if !circumstances.methodIsOfficial { items.append(.methodNotOfficial) }
    if !circumstances.inventoryIsStamped { items.append(.inventoryNotStamped) }
    return Readiness(items: items)
  }
}
