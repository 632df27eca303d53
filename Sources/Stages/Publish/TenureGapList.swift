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

  static func plots(
    _ context: StageContext, villages: [String: String], pseudonyms: HolderPseudonyms
  ) throws -> [TenureGapPlot] {
    let connection = try Connection(
      path: try context.upstreamFolder(StageName.ingest.rawValue) + "/"
        + InventorySchema.fileName, mode: .readOnly)
    let attach = try connection.prepare("ATTACH ? AS tenure")
    try attach.bindAll([
      .text(
        try context.upstreamFolder(StageName.tenure.rawValue) + "/" + TenureSchema.fileName)
    ])
    try attach.run()
    // Claims stay in their order of parcels; slivers are no claims worth a visit.
    let claims = try connection.prepare(
      """
      SELECT p.certificate, p.holder, p.holder_type FROM tenure.claim c
      JOIN tenure.parcel p ON p.number = c.parcel
      WHERE c.subcompartment = ? AND (c.whole_share IS NULL OR c.whole_share >= 0.01) ORDER BY c.parcel
      """)
    let set = try connection.columns(
      """
      SELECT s.village, s.compartment, s.number, t.title_class, s.area_ha, t.reasons, s.fid,
        t.clear_share, t.untitled_share, t.contested_share, t.disputed_share, t.expiring_share
      FROM subcompartment s JOIN tenure.title t ON t.subcompartment = s.fid
      WHERE t.title_class <> 'single-holder' OR (t.reasons & ?) <> 0
      ORDER BY s.village, LENGTH(s.compartment), s.compartment, LENGTH(s.number), s.number, s.fid
      """, [.integer(Int64(incomplete.rawValue))],
      kinds: [
        .text, .text, .text, .text, .real, .integer, .integer, .real, .real, .real, .real, .real,
      ])
    let shares = try (7..<12).map { try set.reals($0) }
    let texts = try (0..<4).map { try set.texts($0) }
    let (areas, bits, rows) = (try set.reals(4), try set.integers(5), try set.integers(6))
    var plots: [TenureGapPlot] = []
    for row in 0..<set.rows {
      let reasons = TitleReasonSet(rawValue: UInt32(truncatingIfNeeded: bits[row])).reasons
      let titleClass = TitleClass(rawValue: texts[3][row]) ?? .unknown
      var plot = TenureGapPlot()
      plot.villageCode = texts[0][row]
      plot.villageName = villages[plot.villageCode] ?? plot.villageCode
      plot.compartment = texts[1][row]
      plot.subcompartment = texts[2][row]
      plot.hectares = areas[row]
      plot.shares = shares.map { $0[row] }
      plot.titleClass = titleClass.chineseName
      plot.reasonCodes = reasons.map(\.code).joined(separator: " ")
      plot.reasons = reasons.map(\.chineseText).joined(separator: "；")
      plot.remedy = remedies(titleClass, reasons)
      claims.reset()
      try claims.bind(rows[row], at: 1)
      var (certificates, holders): ([String], [String]) = ([], [])
      while try claims.step() {
        let holder = pseudonyms.shown(claims.string(1), type: claims.string(2))
        for (text, isHolder) in [(claims.string(0), false), (holder, true)] where !text.isEmpty {
          if isHolder {
            if !holders.contains(text) { holders.append(text) }
          } else if !certificates.contains(text) {
            certificates.append(text)
          }
        }
      }
      plot.certificates = certificates.joined(separator: "；")
      plot.holders = holders.joined(separator: "；")
      plots.append(plot)
    }
    return plots
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
