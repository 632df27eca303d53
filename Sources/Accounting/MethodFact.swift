public import Inventory

/// One fact on which results of a method rest, with its standing.
public struct MethodFact: Sendable, Equatable {
  /// What kind of thing the fact is, in the order in which facts are listed.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case formula, coefficient, standIn, landClassStock, deadWood, litter, benchmark, deduction
    case choice, eligibility, growth, price, sharing, plausibility, uncertainty

    public var chineseName: String {
      switch self {
      case .formula: "公式"
      case .coefficient: "树种参数"
      case .standIn: "替代树种"
      case .landClassStock: "地类常数"
      case .deadWood: "枯死木比例"
      case .litter: "凋落物"
      case .benchmark: "基准值"
      case .deduction: "扣减"
      case .choice: "计算规则"
      case .eligibility: "适用条件"
      case .growth: "增长依据"
      case .price: "价格"
      case .sharing: "收益分配"
      case .plausibility: "合理范围"
      case .uncertainty: "误差"
      }
    }
  }

  public var kind: Kind
  /// Which one of its kind, such as a species group or the name of a rule; may be empty.
  public var name: String
  public var provenance: Provenance

  public init(_ kind: Kind, _ name: String = "", _ provenance: Provenance) {
    self.kind = kind
    self.name = name
    self.provenance = provenance
  }
}
