public import Inventory

/// Whether results may be filed under a method's name, and what stands against it.
///
/// This is the only place where that is decided: the notice on tables, `methods`, `explain`, the
/// readiness of a candidate and the report all ask here. A result is no better than the weakest
/// fact behind it, be it a coefficient, a clause, the level of the floor or a growth rate.
public struct FilingCheck: Sendable, Equatable {
  /// What must stand on every table, page and file with results that may not be filed.
  public static let notice = "仅供参考，不得用于申报 · indicative, not for filing"

  /// Whether the official text is named.
  public let hasDocument: Bool
  public let facts: [MethodFact]

  /// - Parameters:
  ///   - method: the method file.
  ///   - growth: what growth rests on besides surveys, as `GrowthSettings.facts(rungs:)` gives it;
  ///     empty for the file by itself.
  public init(_ method: MethodParameters, growth: [MethodFact] = []) {
    hasDocument = method.document != nil
    facts = method.facts + growth
  }

  /// The standing of the weakest fact.
  public var weakest: Standing { facts.reduce(.official) { $0.weaker($1.provenance.standing) } }

  public var mayBeFiled: Bool { hasDocument && weakest.mayBeFiled }

  /// `notice`, or nothing where results may be filed.
  public var notice: String { mayBeFiled ? "" : Self.notice }

  /// What is missing before a result could be filed, in Chinese; empty if nothing is.
  public var missing: [String] {
    var missing: [String] = []
    if !hasDocument { missing.append("官方文本：在 document 中写明标题、文号、发布机关和日期") }
    for kind in MethodFact.Kind.allCases {
      let open = facts.filter { $0.kind == kind && !$0.provenance.standing.mayBeFiled }
      guard !open.isEmpty else { continue }
      let counts = Standing.allCases.compactMap { standing -> String? in
        let count = open.count { $0.provenance.standing == standing }
        return count > 0 ? "\(standing.chineseName) \(count)" : nil
      }
      missing.append(
        "\(kind.chineseName)须\(kind.remedy)（现为\(counts.joined(separator: "、"))）"
          + (kind == .choice || kind == .eligibility || kind == .growth
            ? "：" + Self.names(open) : ""))
    }
    return missing
  }

  private static func names(_ facts: [MethodFact]) -> String {
    var names: [String] = []
    for fact in facts where !fact.name.isEmpty && !names.contains(fact.name) {
      names.append(fact.name)
    }
    return names.joined(separator: "、")
  }
}

extension MethodFact.Kind {
  fileprivate var remedy: String {
    switch self {
    case .formula, .coefficient, .standIn, .landClassStock, .deadWood, .litter, .benchmark,
      .deduction, .eligibility, .uncertainty:
      "改为官方文本的数值"
    case .choice: "在 choices 中写明官方条款"
    case .growth: "改用两期调查"
    case .price: "有官方依据，或移到流程文件的 prices"
    case .sharing, .plausibility: "有官方依据，或从参数文件中移去"
    }
  }
}
