internal import Inventory
internal import Reporting
internal import Stages

extension ExplanationText {
  /// Where the earlier volume comes from, with the model, its fit and every year's step back.
  static func append(_ growth: GrowthExplanation, to out: inout AlignedText) {
    out.line("")
    out.heading("前期蓄积的来历（\(growth.rung)）")
    out.field("回溯年数", "\(AlignedText.number(growth.years)) 年")
    out.field(
      "蓄积",
      "后期 \(AlignedText.number(growth.laterVolume)) → 前期 "
        + "\(AlignedText.number(growth.earlierVolume)) m³/ha")
    guard let curve = growth.curve else { return }
    append(curve, name: "所用模型", to: &out)
    if !growth.steps.isEmpty {
      out.line("逐年回推：V(A) = V(A+1)/(1 + r)，r = 2·(f(A+1) − f(A))/(f(A+1) + f(A))")
    }
    for step in growth.steps {
      out.item(
        "林龄 \(AlignedText.number(step.age))：r = \(AlignedText.number(step.rate))，"
          + "V = \(AlignedText.number(step.volume)) m³/ha", mark: " ")
    }
    if let other = growth.otherCurve {
      append(other, name: "另一模型", to: &out)
      out.field("", "前期蓄积 \(AlignedText.number(growth.otherVolume)) m³/ha；两者之差即模型选择的影响")
    }
  }

  private static func append(
    _ curve: GrowthExplanation.Curve, name: String, to out: inout AlignedText
  ) {
    let subject = curve.groups.isEmpty ? "所有树种" : curve.groups
    let origin = curve.origin.isEmpty ? "" : "，\(curve.origin)"
    out.field(name, "\(curve.rung)：\(subject)\(origin)；\(curve.formula)")
    let values = curve.coefficients.map { "\($0.name) = \(AlignedText.number($0.value))" }
    out.field("", values.joined(separator: "，"))
    if let stands = curve.stands, let classes = curve.classes {
      out.field(
        "拟合",
        "林分 \(stands) 个，龄级 \(classes) 个；R¹ = \(AlignedText.number(curve.robustR1, places: 4))，"
          + "单个林分离散度（ln V）\(AlignedText.number(curve.residualSpread, places: 4))")
    }
    if let youngest = curve.youngest, let oldest = curve.oldest {
      out.field(
        "适用林龄", "\(AlignedText.number(youngest))–\(AlignedText.number(oldest)) 年，范围外不用")
    }
    out.field("来源", "\(curve.standing.chineseName)：\(curve.source)")
  }
}
