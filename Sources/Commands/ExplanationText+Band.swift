internal import Reporting
internal import Stages

extension ExplanationText {
  /// How far the 小班's credit may be off, and by which errors.
  static func append(_ band: MethodExplanation.Band, to out: inout AlignedText) {
    func percent(_ value: Double) -> String { Quantity.percent(fraction: value, places: 1) }
    func tonnes(_ value: Double) -> String { AlignedText.number(value, places: 3) }
    out.line("")
    out.line(
      "不确定性（计入期减排量，tCO2e）：P10 \(tonnes(band.p10))，P50 \(tonnes(band.p50))，"
        + "P90 \(tonnes(band.p90))")
    out.item(
      "标准差：抽样 \(tonnes(band.deviation))（\(band.draws) 次，种子 \(band.seed)），"
        + "解析 \(tonnes(band.analyticDeviation))")
    out.item(
      "小班蓄积误差 \(percent(band.surveyError))（本小班自有，两期相关系数 "
        + "\(AlignedText.number(band.surveyCorrelation))）")
    for error in band.coefficientErrors {
      out.item("\(error.group)含碳系数误差 \(percent(error.relativeError))（同组小班共用，合计时不抵消）")
    }
    if band.growthModelError > 0 {
      out.item("生长模型误差 \(percent(band.growthModelError))（同组小班共用）")
    }
    if band.isFloored {
      out.item("负值在小班层面归零：每次抽样归零后再取分位数，P50 可高于结果值", mark: "※")
    }
    if band.stored != nil {
      out.item(band.agrees ? "与存储的小班区间逐位一致" : "错误：与存储的小班区间不一致")
    }
  }
}
