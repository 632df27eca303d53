internal import Archive
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Tenure

/// Title classes of the county and what stands against each village's titles.
struct TenureSummary {
  private struct Sum {
    var count = 0
    var area = 0.0

    mutating func add(_ area: Double) {
      count += 1
      if area.isFinite { self.area += area }
    }
  }

  let shares: [TenureShare]
  private let byVillage: [String: [TitleClass: Sum]]

  init(_ context: StageContext, _ survey: LatestSurvey) throws {
    let reader = try TenureReader(
      folder: try context.upstreamFolder(StageName.tenure.rawValue))
    let columns = try reader.columns(rows: survey.stands.row)
    var whole: [TitleClass: Sum] = [:]
    var byVillage: [String: [TitleClass: Sum]] = [:]
    for (row, titleClass) in columns.titleClass.enumerated() {
      let area = survey.stands.area[row]
      whole[titleClass, default: Sum()].add(area)
      let village = survey.stands.village[row]
      guard village >= 0 else { continue }
      let code = survey.villages[Int(village)].village.code
      byVillage[code, default: [:]][titleClass, default: Sum()].add(area)
    }
    shares = TitleClass.allCases.compactMap { titleClass in
      whole[titleClass].map {
        TenureShare(
          name: titleClass.chineseName, subcompartments: $0.count, hectares: $0.area)
      }
    }
    self.byVillage = byVillage
  }

  /// What has to be done before the village's titles can be used.
  func gaps(village: String) -> [TenureGap] {
    TitleClass.allCases.compactMap { titleClass in
      guard titleClass != .singleHolder, let sum = byVillage[village]?[titleClass] else {
        return nil
      }
      return TenureGap(
        kind: titleClass.chineseName, subcompartments: sum.count, hectares: sum.area,
        remedy: Self.remedy(titleClass))
    }
  }

  static func remedy(_ titleClass: TitleClass) -> String {
    switch titleClass {
    case .unknown: "收集林权登记资料"
    case .undetermined: "查明权利人（权利人缺失、资料不一致或小班无图形）"
    case .singleHolder: ""
    case .severalHolders: "各权利人签订联合申报与收益分配协议"
    case .conflictingClaims: "核查重复发证，由登记机构更正"
    case .noTitle: "补办确权登记"
    case .expiresTooEarly: "续签承包或流转合同至计入期结束"
    case .disputed: "先行调处争议，调处前不得申报"
    }
  }
}
