/// One thing in the way of a candidate.
public enum ReadinessItem: Sendable, Equatable {
  case tooLittleEligibleArea(hectares: Double)
  case noCredit(tonnes: Double)
  case shareAboveCap(share: Double, cap: Double)
  case extraFee(yuan: Double)
  case titleMostlyUnclear(hectares: Double)
  /// A rule that could not be told for want of data.
  case openQuestion(rule: String, chineseTitle: String, count: Int, hectares: Double)
  case unquantified(count: Int, hectares: Double)
  case needsBundling(tonnes: Double)
  case implausible
  case enclosureWarning
  case methodNotOfficial
  case inventoryNotStamped

  public enum Kind: Sendable, Equatable {
    /// Papers or data that somebody can bring.
    case document
    /// Something papers do not cure.
    case obstacle
  }

  public var kind: Kind {
    switch self {
    case .tooLittleEligibleArea, .noCredit, .shareAboveCap, .extraFee, .titleMostlyUnclear:
      .obstacle
    case .openQuestion, .unquantified, .needsBundling, .implausible, .enclosureWarning,
      .methodNotOfficial, .inventoryNotStamped:
      .document
    }
  }

  /// A stable name for machine output.
  public var code: String {
    switch self {
    case .tooLittleEligibleArea: "too-little-eligible-area"
    case .noCredit: "no-credit"
    case .shareAboveCap: "share-above-cap"
    case .extraFee: "extra-fee"
    case .titleMostlyUnclear: "title-mostly-unclear"
    case .openQuestion(let rule, _, _, _): "open-" + rule
    case .unquantified: "unquantified"
    case .needsBundling: "needs-bundling"
    case .implausible: "implausible"
    case .enclosureWarning: "enclosure-warning"
    case .methodNotOfficial: "method-not-official"
    case .inventoryNotStamped: "inventory-not-stamped"
    }
  }

  public var chineseText: String {
    switch self {
    case .tooLittleEligibleArea: "符合条件面积过小"
    case .noCredit: "预计减排量不为正"
    case .shareAboveCap: "第三方分配比例超过上限，须修改合同"
    case .extraFee: "额外收取成本费或核证费，须取消"
    case .titleMostlyUnclear: "多数面积权属不清"
    case .openQuestion(_, let title, _, _): "资料不足，无法判定：\(title)"
    case .unquantified: "部分小班无法计量"
    case .needsBundling: "规模不足，需与邻村打包申报并签订协议"
    case .implausible: "单位面积减排量超出合理范围，须复核"
    case .enclosureWarning: "存在圈占资源预警，须核实合同"
    case .methodNotOfficial: "未提供方法学正式文本"
    case .inventoryNotStamped: "二调数据未盖章确认"
    }
  }

  public var englishText: String {
    switch self {
    case .tooLittleEligibleArea: "too little eligible area"
    case .noCredit: "no positive credit expected"
    case .shareAboveCap: "technical body's share above the cap: change the contract"
    case .extraFee: "charges beside the share: to be dropped"
    case .titleMostlyUnclear: "title unclear on most of the area"
    case .openQuestion(let rule, _, _, _): "not enough data to tell: \(rule)"
    case .unquantified: "some subcompartments cannot be quantified"
    case .needsBundling: "too small alone: bundle with neighbouring villages"
    case .implausible: "credit per hectare outside the plausible band: review"
    case .enclosureWarning: "warning of rights in one outside hand: check contracts"
    case .methodNotOfficial: "official text of the method not supplied"
    case .inventoryNotStamped: "inventory data not stamped"
    }
  }
}
