internal import Inventory

/// Groups villages that are too small alone.
enum Bundling {
  private struct Key: Hashable {
    var town: String
    var method: String
  }

  /// First choices below their minimum size, by town and method, added up in order until they are
  /// large enough together; then the next bundle starts. What is left of a town joins its last
  /// bundle that is large enough.
  static func bundles(_ ranked: [RankedProposal], villages: [Village]) -> [Bundle] {
    var groups: [Key: [Proposal]] = [:]
    for entry in ranked where entry.status == .withinQuota || entry.status == .reserve {
      let proposal = entry.proposal
      guard proposal.candidate.credit > 0 else { continue }
      if let minimum = proposal.minimumTonnes, proposal.candidate.credit >= minimum { continue }
      let town = String(villages[Int(proposal.candidate.village)].code.prefix(9))
      groups[Key(town: town, method: proposal.candidate.method), default: []].append(proposal)
    }
    var result: [Bundle] = []
    for key in groups.keys.sorted(by: { ($0.town, $0.method) < ($1.town, $1.method) }) {
      result += bundles(of: groups[key] ?? [], key)
    }
    return result
  }

  private static func bundles(of proposals: [Proposal], _ key: Key) -> [Bundle] {
    var result: [Bundle] = []
    var open = Bundle(
      town: key.town, method: key.method, villages: [], tonnes: 0, minimumTonnes: 0,
      isViable: false)
    for proposal in proposals {
      open.villages.append(proposal.candidate.village)
      open.tonnes += proposal.candidate.credit
      if let largest = open.minimumTonnes {
        open.minimumTonnes = proposal.minimumTonnes.map { max(largest, $0) }
      }
      if let minimum = open.minimumTonnes, open.tonnes >= minimum {
        open.isViable = true
        result.append(open)
        open = Bundle(
          town: key.town, method: key.method, villages: [], tonnes: 0, minimumTonnes: 0,
          isViable: false)
      }
    }
    guard !open.villages.isEmpty else { return result }
    if var last = result.popLast() {
      let minimum: Double? = last.minimumTonnes.flatMap { one in
        open.minimumTonnes.map { max(one, $0) }
      }
      if let minimum, last.tonnes + open.tonnes >= minimum {
        last.villages += open.villages
        last.tonnes += open.tonnes
        last.minimumTonnes = minimum
        return result + [last]
      }
      result.append(last)
    }
    return result + [open]
  }
}
