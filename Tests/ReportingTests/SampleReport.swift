import Inventory
import Reporting

/// A made-up county with 26 villages: what a real report looks like, with every kind of gap.
enum SampleReport {
  static let noModel = MissingReason(
    code: "no-growth-model", explanation: "优势树种没有生长模型，增汇量无法估计")

  static let names: [(String, String)] = [
    ("青溪村", "岩镇"), ("上塘村", "岩镇"), ("大坪村", "龙母镇"), ("石径村", "龙母镇"), ("梅子坑村", "赤光镇"),
    ("黄岭村", "赤光镇"), ("新田村", "铁场镇"), ("社背村", "铁场镇"), ("水口村", "麻布岗镇"), ("小长沙村", "麻布岗镇"),
    ("河洞村", "贝岭镇"), ("米贝村", "贝岭镇"), ("上印村", "细坳镇"), ("小参村", "细坳镇"), ("江口村", "丰稔镇"),
    ("左拔村", "丰稔镇"), ("黄石村", "黄石镇"), ("长洲村", "黄石镇"), ("丁坑村", "通衢镇"), ("锦归村", "通衢镇"),
    ("葛藤村", "登云镇"), ("双桥村", "登云镇"), ("罗回村", "鹤市镇"), ("芝野村", "鹤市镇"), ("欧江村", "义都镇"),
    ("桂林村", "义都镇"),
  ]

  static func candidate(_ index: Int) -> VillageCandidate {
    let position = Double(index)
    let hectares = 1180.37 - 41.213 * position + (index % 3 == 0 ? 63.8 : -17.46)
    let rate = 7.94 - 0.083 * position - (index % 4 == 0 ? 0.91 : 0)
    let yearly = hectares * (rate - 3.32)
    let isKnown = index != 22
    let readiness: ReadinessGrade =
      index == 22 || index == 25 ? .notReady : index % 3 == 1 || index > 17 ? .pending : .ready
    func known(_ value: Double) -> ReportValue { isKnown ? .known(value) : .missing(noModel) }
    let income = yearly * 5 * 29.98
    let gap = TenureGap(
      kind: index % 2 == 0 ? "无证" : "证载权利人多于一个", subcompartments: 3 + index % 7,
      hectares: 12.405 + position, remedy: index % 2 == 0 ? "向不动产登记机构补办登记" : "由村集体取得全部权利人书面同意")
    return VillageCandidate(
      rank: index + 1,
      village: Village(
        code: "441622\(101 + index / 2)\(200 + index)", name: names[index].0, town: names[index].1,
        county: "龙川县"),
      method: "shenzhen-forest-management", isFirstChoice: true, hectares: .known(hectares),
      subcompartmentsCounted: 214 - 6 * index + index % 5,
      subcompartmentsTotal: 341 - 5 * index, stock: .known(hectares * 31.6),
      increment: known(hectares * rate), incrementRate: known(rate),
      yearlyCredit: Estimate(
        known(yearly), low: isKnown ? yearly * 0.71 : nil, high: isKnown ? yearly * 1.24 : nil),
      periodCredit: Estimate(
        known(yearly * 5), low: isKnown ? yearly * 3.55 : nil, high: isKnown ? yearly * 6.2 : nil),
      price: .known(29.98), gross: known(income), netToVillage: known(income * 0.95),
      shareRule: "第三方技术机构分成 5%（革命老区上限），不另收成本费和核证费；其余归村集体",
      readiness: readiness,
      missingItems: readiness == .ready
        ? []
        : index == 22
          ? ["优势树种 299 无生长模型，需补充两期调查或经验模型", "村民代表会议决议"]
          : ["林权证第 \(2008 + index) 号附图缺失", "村民代表会议决议", "二调数据尚未盖章确认"].suffix(1 + index % 3)
            .map(\.self),
      exclusions: [
        ExclusionReason(text: "生态红线外缘重叠", subcompartments: 4, hectares: 18.26 + position),
        ExclusionReason(text: "林龄超出中龄", subcompartments: 21, hectares: 96.415),
      ], tenureGaps: readiness == .ready ? [] : [gap])
  }

  static let parameters = [
    ParameterFact(
      name: "基准年增汇量 β（公益林）", value: "3.32", unit: "tCO2e/公顷·年", standing: .sourced,
      source: "花都梯面林场首个林业碳普惠项目报道，2019-11-03；所指版本未写明"),
    ParameterFact(
      name: "杉木木材密度 D", value: "0.307", unit: "t/m³", standing: .recalled,
      source: "AR-CM-003-V01 参数表，凭记忆，可信度高"),
    ParameterFact(
      name: "杉木生物量扩展因子 BEF", value: "1.634", unit: "1", standing: .recalled,
      source: "AR-CM-003-V01 参数表，凭记忆，可信度高"),
    ParameterFact(
      name: "杉木根茎比 R", value: "0.246", unit: "1", standing: .recalled,
      source: "AR-CM-003-V01 参数表，凭记忆，可信度高"),
    ParameterFact(
      name: "不确定性扣减 u", value: "0.06", unit: "1", standing: .surrogate,
      source: "以 AR-CM-003-V01 的扣减分级代替"),
  ]

  static func rings(_ x: Double, _ y: Double, _ size: Double, _ seed: Int) -> [Double] {
    // A wobbly outline without random numbers.
    let steps = 28
    var ring: [Double] = []
    let unit: [(Double, Double)] = (0..<steps).map { step in
      // Points of a rough circle by the rational parametrisation of its quarters.
      let quarter = step * 4 / steps
      let t = Double(step * 4 % steps) / Double(steps)
      let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
      return [(c, s), (-s, c), (-c, -s), (s, -c)][quarter]
    }
    for (step, point) in unit.enumerated() {
      let wobble = 0.82 + 0.06 * Double((step * 7 + seed * 13) % 5)
      ring += [x + point.0 * size * wobble, y + point.1 * size * wobble]
    }
    return ring
  }

  static var map: SVGMap {
    var polygons: [MapPolygon] = []
    var villages: [MapVillage] = []
    for index in 0..<26 {
      let x = 38_512_000 + Double(index % 7) * 4300 + Double(index / 7 % 2) * 2000
      let y = 2_662_000 - Double(index / 7) * 4200
      villages.append(
        MapVillage(label: "\(index + 1)", name: names[index].0, rings: [rings(x, y, 2150, index)]))
      let readiness = candidate(index).readiness
      for plot in 0..<14 {
        let px = x + Double(plot % 4 - 1) * 780 - 380
        let py = y + Double(plot / 4 - 1) * 800 - 380
        polygons.append(
          MapPolygon(
            classIndex: plot % 5 == 3
              ? 3 : ReadinessGrade.allCases.firstIndex(of: readiness) ?? 0,
            rings: [rings(px, py, 430, plot + index)]))
      }
    }
    return SVGMap(
      title: "候选小班分布",
      classes: [
        ChartClass(name: "可推进", fill: Palette.green),
        ChartClass(name: "待补件", fill: Palette.accent),
        ChartClass(name: "暂不具备", fill: Palette.grey),
        ChartClass(name: "未计入", fill: "#dfe5e0"),
      ], polygons: polygons, villages: villages)
  }

  static let report: CandidateReport = {
    let candidates = (0..<26).map(candidate)
    var totals = CandidateTotals(firstChoicesOf: candidates)
    totals.periodCredit.low = (totals.periodCredit.mid.number ?? 0) * 0.83
    totals.periodCredit.high = (totals.periodCredit.mid.number ?? 0) * 1.14
    return CandidateReport(
      countyNames: ["龙川县"],
      runFacts: [
        ReportFact("编制单位", "龙川县林业局"), ReportFact("运行编号", "20260118T183000Z"),
        ReportFact("数据版本", "龙川二调 2023（盖章前）"), ReportFact("程序版本", "lintan 0.1.0"),
      ], surveyYears: [2018, 2023], period: 2021...2025,
      methods: [
        MethodFacts(
          identifier: "shenzhen-forest-management", title: "深圳市森林经营碳普惠方法学",
          edition: "surrogate-1", standing: .surrogate, mayBeFiled: false,
          citation: "正式文本未取得；结构参照广东林业碳普惠的基准线做法", parameters: parameters)
      ], candidates: candidates, totals: totals,
      target: CandidateTarget(
        villages: 20, tonnes: 500_000, source: "河源市碳普惠制建设工作方案 §2"),
      tenureShares: [
        TenureShare(name: "村集体，权属清晰", subcompartments: 3012, hectares: 15_204.383),
        TenureShare(name: "村集体，已流转", subcompartments: 411, hectares: 2210.07),
        TenureShare(name: "多个权利人", subcompartments: 288, hectares: 1306.55),
        TenureShare(name: "无证", subcompartments: 164, hectares: 702.4),
        TenureShare(name: "权属重叠", subcompartments: 37, hectares: 121.918),
      ],
      ageGroups: [
        AgeGroupAreas(
          name: "杉木", hectares: [.young: 1830, .middle: 4120, .nearMature: 1210, .mature: 640]),
        AgeGroupAreas(
          name: "马尾松",
          hectares: [.young: 610, .middle: 2940, .nearMature: 1630, .mature: 980, .overMature: 120]),
        AgeGroupAreas(
          name: "阔叶混交", hectares: [.young: 920, .middle: 2210, .nearMature: 740, .mature: 310]),
        AgeGroupAreas(name: "桉树", hectares: [.young: 510, .middle: 330, .unknown: 90]),
      ],
      creditPath: CreditPath(
        villageName: "青溪村",
        steps: [
          CreditPath.Step(name: "年增汇量", tonnes: 8745), .init(name: "不计入小班", tonnes: -612),
          .init(name: "扣除基准 β", tonnes: -3511), .init(name: "不确定性扣减", tonnes: -277),
        ]), map: map,
      findings: [
        FindingSummary(
          rule: "area-differs-from-geometry", severity: .warning, action: .accepted, count: 214,
          hectares: 903.12, explanation: "小班登记面积与图形面积相差超过 5%；计算用登记面积，建议核对图形。"),
        FindingSummary(
          rule: "unknown-species-code", severity: .error, action: .quarantined, count: 31,
          hectares: 77.4, explanation: "优势树种代码不在所用代码表内；未计入，请确认调查所用代码表。"),
        FindingSummary(
          rule: "invalid-ring", severity: .information, action: .repaired, count: 9,
          hectares: 12.03,
          explanation: "图形自相交，已按线段法修复，面积变化均小于 0.1%。"),
        FindingSummary(
          rule: "certificate-number-format", severity: .information, action: .repaired, count: 122,
          hectares: nil, explanation: "林权证号含全角字符或空格，比对前已统一。"),
      ],
      sources: [
        SourceFacts(
          path: "longchuan_xb_2023.shp", layer: "longchuan_xb_2023", rows: 41_288, encoding: "GBK",
          crs: "CGCS2000 / 3-degree GK zone 38 (EPSG:4526)",
          digest: "9f2b4c7d1e6a8035b7c90d2e4f61a8c35d7e9b0124f6a8c0e2d4b6f8091a3c5e"),
        SourceFacts(
          path: "linquan_2022.csv", layer: "LQ", rows: 5120, encoding: "GB18030", crs: "",
          digest: "1a3c5e7f9b0d2f4a6c8e0a2c4e6f8b0d1f3a5c7e9b0d2f4a6c8e0a2c4e6f8b0d"),
      ],
      surrogates: [
        SurrogateUse(
          subject: "深圳市森林经营碳普惠方法学正式文本", substitute: "基准线差额结构与 β = 3.32",
          consequence: "减排量只能用于排序，绝对量可能相差一半以上")
      ])
  }()
}
