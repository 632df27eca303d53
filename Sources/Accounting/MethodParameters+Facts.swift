public import Inventory

extension MethodParameters {
  /// Every fact of the file with its standing.
  public var facts: [MethodFact] {
    var facts = [MethodFact(.formula, "", Provenance(status, source: citation))]
    facts += stock.coefficients.map { MethodFact(.coefficient, $0.group, $0.provenance) }
    facts += stock.standIns.map { MethodFact(.standIn, $0.group, $0.provenance) }
    if stock.defaultGroup != nil {
      facts.append(
        MethodFact(.standIn, MethodChoice.defaultGroup.chineseName, stock.defaultProvenance))
    }
    facts += stock.landClassStocks.map {
      MethodFact(.landClassStock, $0.landClass.chineseName, $0.provenance)
    }
    if let deadWood = stock.deadWood {
      facts.append(MethodFact(.deadWood, "", deadWood.provenance))
      facts += deadWood.groups.map { MethodFact(.deadWood, $0.group, $0.provenance) }
    }
    if let litter = stock.litter {
      facts.append(MethodFact(.litter, "", litter.provenance))
      for function in litter.functions + (litter.others.map { [$0] } ?? []) {
        facts.append(
          MethodFact(.litter, function.groups.joined(separator: "、"), function.provenance))
      }
    }
    facts += benchmarks.map { MethodFact(.benchmark, $0.label, $0.provenance) }
    facts.append(MethodFact(.deduction, "", deductions.provenance))
    facts += choicesMade.map { MethodFact(.choice, $0.chineseName, provenance(of: $0)) }
    facts += eligibility.flatMap(\.all).map { MethodFact(.eligibility, $0.rule, $0.provenance) }
    facts += prices.map { [MethodFact(.price, "", $0.provenance)] } ?? []
    facts += sharing.map { [MethodFact(.sharing, "", $0.provenance)] } ?? []
    facts += plausibility.map { [MethodFact(.plausibility, "", $0.provenance)] } ?? []
    facts += (uncertaintyModel?.provenances ?? []).map { MethodFact(.uncertainty, "", $0) }
    return facts
  }

  /// The choices that the file makes; `defaultGroup` is listed with the stand-ins.
  public var choicesMade: [MethodChoice] {
    MethodChoice.allCases.filter { choice in
      switch choice {
      case .crediting, .floor, .landClasses, .clearedLandClasses, .speciesChange: true
      case .areaTolerance: stock.areaTolerance != nil
      case .excluded: !stock.excluded.isEmpty
      case .excludeOthers: stock.excludeOthers != nil
      case .defaultGroup: false
      }
    }
  }

  /// Where a choice comes from: what the file says under `choices`; else the official text, where
  /// the whole file is declared to be of it; else nobody knows, and it counts as a stand-in.
  public func provenance(of choice: MethodChoice) -> Provenance {
    if let given = choices[choice] { return given }
    if status == .official, let document, choice != .defaultGroup {
      return Provenance(.official, source: "\(document.title) \(document.number)；\(citation)")
    }
    return Provenance(.surrogate, source: "参数文件未写明来历")
  }

  /// The weakest standing among the facts that every row of the method shares: formula, deductions
  /// and choices.
  var commonStanding: Standing {
    var standing = status.weaker(deductions.provenance.standing)
    for choice in choicesMade { standing = standing.weaker(provenance(of: choice).standing) }
    return standing
  }

  /// The weakest standing among all facts of the file.
  public var weakestStanding: Standing { FilingCheck(self).weakest }

  /// Whether the file by itself lets results carry the method's official name; how growth is known
  /// may still forbid it. See `FilingCheck`.
  public var mayBeFiled: Bool { FilingCheck(self).mayBeFiled }
}
