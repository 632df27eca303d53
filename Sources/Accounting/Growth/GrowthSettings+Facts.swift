internal import Inventory

extension GrowthSettings {
  /// What growth rests on where it was not surveyed, each with its standing.
  ///
  /// - Parameter rungs: those on which rows stand.
  public func facts(rungs: some Sequence<EvidenceRung>) -> [MethodFact] {
    let used = Array(rungs)
    var facts: [MethodFact] = []
    for rung in EvidenceRung.allCases where used.contains(rung) {
      switch rung {
      case .twoSurveys, .previousFields, .none: break
      case .fittedCurve:
        facts.append(
          MethodFact(
            .growth, rung.chineseName,
            Provenance(rung.standing, source: "用本次调查各龄级的蓄积拟合（以空间代时间）")))
      case .publishedCurve:
        facts += publishedCurves.map {
          MethodFact(
            .growth, "\(rung.chineseName)（\($0.groups.joined(separator: "、"))）", $0.provenance)
        }
      case .flatRate:
        if let flatRate {
          facts.append(MethodFact(.growth, rung.chineseName, flatRate.provenance))
        }
      }
    }
    return facts
  }
}
