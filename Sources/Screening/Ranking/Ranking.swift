public import Inventory

/// Puts proposals in order, chooses one method for each village and draws the quota lines.
public struct Ranking: Sendable, Equatable {
  /// By what proposals are ordered. The cautious figure is used only where all whose income is
  /// known have one: otherwise those without it would be favoured.
  public enum Basis: String, Sendable, Codable {
    case net
    case cautiousNet = "cautious-net"
  }

  public var basis: Basis
  /// Best first.
  public var proposals: [RankedProposal]
  /// In the order of county codes.
  public var counties: [CountyLine]
  public var progress: TargetProgress
  /// In the order of towns and methods.
  public var bundles: [Bundle]

  /// - Parameters:
  ///   - proposals: in any order; those without a known village are left out.
  ///   - villages: the run's list of villages.
  ///   - quotas: villages by county code (6 digits).
  ///   - target: tCO2e
  public init(
    _ proposals: [Proposal], villages: [Village], quotas: [String: Int], target: Double
  ) {
    let known = proposals.filter { villages.indices.contains(Int($0.candidate.village)) }
    let basis: Basis =
      known.contains { $0.cautiousNet?.isFinite == true }
      && known.allSatisfy { $0.cautiousNet?.isFinite == true || !$0.revenue.net.isFinite }
      ? .cautiousNet : .net
    let sorted = known.sorted { Self.precedes($0, $1, basis, villages) }
    let firstChoices = Self.firstChoices(sorted)
    var lines: [String: CountyLine] = [:]
    for village in villages {
      let code = String(village.code.prefix(6))
      lines[code] = CountyLine(county: code, name: village.county, quota: quotas[code])
    }
    for (code, quota) in quotas where lines[code] == nil {
      lines[code] = CountyLine(county: code, name: "", quota: quota)
    }
    var ranked: [RankedProposal] = []
    for (offset, proposal) in sorted.enumerated() {
      var entry = RankedProposal(
        proposal: proposal, place: offset + 1, placeInCounty: nil, status: .alternative)
      if firstChoices.contains(offset) {
        let code = String(villages[Int(proposal.candidate.village)].code.prefix(6))
        lines[code]?.enter(&entry)
      }
      ranked.append(entry)
    }
    self.basis = basis
    self.proposals = ranked
    counties = lines.values.sorted { $0.county < $1.county }
    let within = ranked.filter { $0.status == .withinQuota }
    progress = TargetProgress(
      target: target, tonnes: within.reduce(0) { $0 + $1.proposal.candidate.credit },
      villages: within.count)
    bundles = Bundling.bundles(ranked, villages: villages)
  }

  /// For each village the best method that is not 暂不具备, or else the best one: places in `sorted`.
  private static func firstChoices(_ sorted: [Proposal]) -> Set<Int> {
    var places: [Int32: Int] = [:]
    for (place, proposal) in sorted.enumerated() {
      let village = proposal.candidate.village
      guard let known = places[village] else {
        places[village] = place
        continue
      }
      if sorted[known].readiness.grade == .notYet, proposal.readiness.grade != .notYet {
        places[village] = place
      }
    }
    return Set(places.values)
  }

  /// Higher net revenue, then more tonnes, then lower village code, then lower method name. What
  /// cannot be told comes last.
  private static func precedes(
    _ one: Proposal, _ other: Proposal, _ basis: Basis, _ villages: [Village]
  ) -> Bool {
    let oneNet = descending(basis == .net ? one.revenue.net : one.cautiousNet ?? .nan)
    let otherNet = descending(basis == .net ? other.revenue.net : other.cautiousNet ?? .nan)
    if oneNet != otherNet { return oneNet > otherNet }
    let oneTonnes = descending(one.candidate.credit)
    let otherTonnes = descending(other.candidate.credit)
    if oneTonnes != otherTonnes { return oneTonnes > otherTonnes }
    let oneCode = villages[Int(one.candidate.village)].code
    let otherCode = villages[Int(other.candidate.village)].code
    return (oneCode, one.candidate.method) < (otherCode, other.candidate.method)
  }

  private static func descending(_ value: Double) -> Double { value.isNaN ? -.infinity : value }
}

extension CountyLine {
  /// Gives a first choice its status and counts it.
  fileprivate mutating func enter(_ entry: inout RankedProposal) {
    if entry.proposal.readiness.grade == .notYet {
      entry.status = .notYet
      notYet += 1
      return
    }
    entry.placeInCounty = withinQuota + reserve + 1
    if let quota, withinQuota >= quota {
      entry.status = .reserve
      reserve += 1
    } else {
      entry.status = .withinQuota
      withinQuota += 1
      tonnes += entry.proposal.candidate.credit
    }
  }
}
