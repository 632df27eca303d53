internal import Archive
internal import Inventory
internal import Pipeline
internal import Reporting
internal import Tenure

/// The 小班 whose titles need work, one line each: 权属缺口明细.
enum TenureGapList {
  /// What a 小班 of one clear holder may still lack.
  static let incomplete: TitleReasonSet = [
    TitleReasonSet(.termMissing), TitleReasonSet(.holderMissing),
    TitleReasonSet(.holdersNotAllNamed), TitleReasonSet(.textMatchOnly),
    TitleReasonSet(.textDisagreesWithMap), TitleReasonSet(.certificateMissing),
    TitleReasonSet(.sameTitleTwice), TitleReasonSet(.disputeUnclear),
    TitleReasonSet(.listHolderDiffers), TitleReasonSet(.listTermDiffers),
    TitleReasonSet(.noPolygon), TitleReasonSet(.voidTitle),
  ]

  /// - Parameter year: of the survey that `tenure` looked at.
  static func plots(
    _ context: StageContext, year: Int, villages: [String: String], pseudonyms: HolderPseudonyms
  ) throws -> [TenureGapPlot] {
    let listed = try ListedPlots(
      Connection(
        path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
          + InventorySchema.fileName, mode: .readOnly), year: year)
    let tenure = try Connection(
      path: try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName,
      mode: .readOnly)
    let titles = try StoredTitles(tenure, rows: listed.rows)
    let claims = try NamedClaims(tenure, pseudonyms)
    let lacking = listed.rows.indices.filter { position in
      guard let titleClass = titles.titleClass[position] else { return false }
      return titleClass != TitleClass.singleHolder
        || !titles.reasons[position].isDisjoint(with: incomplete)
    }
    return listed.order(lacking).map { position in
      let reasons = titles.reasons[position].reasons
      let titleClass = titles.titleClass[position] ?? .unknown
      var plot = TenureGapPlot()
      plot.villageCode = listed.village[position]
      plot.villageName = villages[plot.villageCode] ?? plot.villageCode
      plot.compartment = listed.compartment[position]
      plot.subcompartment = listed.number[position]
      plot.hectares = listed.hectares[position]
      plot.shares = titles.shares.map { $0[position] }
      plot.titleClass = titleClass.chineseName
      plot.reasonCodes = reasons.map(\.code).joined(separator: " ")
      plot.reasons = reasons.map(\.chineseText).joined(separator: "；")
      plot.remedy = remedies(titleClass, reasons)
      let names = claims.names(on: listed.rows[position])
      plot.certificates = names.certificates.joined(separator: "；")
      plot.holders = names.holders.joined(separator: "；")
      return plot
    }
  }

  private static func remedies(_ titleClass: TitleClass, _ reasons: [TitleReason]) -> String {
    let first = [TenureSummary.remedy(titleClass)]
    let others = reasons.compactMap { reason -> String? in
      switch reason {
      case .termMissing: "补录使用期限"
      case .holderMissing: "查明并补登权利人"
      case .holdersNotAllNamed: "补全全部权利人名单"
      case .textMatchOnly: "补测宗地图形"
      case .textDisagreesWithMap: "核对林班、小班号与宗地图形"
      case .certificateMissing: "补录证号"
      case .sameTitleTwice: "注销重复登记"
      case .noPolygon: "补充小班图形"
      case .noRecordNamesIt: "补测宗地图形，或核对林班、小班号与清册"
      case .disputeUnclear: "核实有无争议"
      case .listHolderDiffers: "核对清册与登记簿的权利人"
      case .coOwners: "全体共有人签署同意申报与收益分配的文件"
      case .rightsApart: "林地使用权人与林木权利人约定碳收益归属"
      case .voidTitle: "核实宗地现行权属，补办或换发证书"
      case .listTermDiffers: "核对清册与登记簿的使用期限"
      default: nil
      }
    }
    return (first + others).filter { !$0.isEmpty }.joined(separator: "；")
  }
}
